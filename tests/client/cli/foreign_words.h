// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What of a Chinese text is not Chinese.
#ifndef TWINAID_TESTS_CLIENT_CLI_FOREIGN_WORDS_H_
#define TWINAID_TESTS_CLIENT_CLI_FOREIGN_WORDS_H_

#include <regex>
#include <set>
#include <string>

namespace twinaid::client {

// The words of two and more letters that remain of `text` without what is to be
// typed, details of events, variables, paths, addresses, ids with a digit, a
// hyphen or a slash, flags, and `known`.
inline std::set<std::string> ForeignWords(std::string text,
                                          const std::set<std::string>& known) {
  for (const char* pattern : {
           "`[^`]*`",                               // to be typed
           "[a-z_]+=[^ ]*",                         // a detail as it is stored
           "TWINAID_[A-Z_]+",                       // a variable
           "[A-Za-z0-9_.]*[/@][A-Za-z0-9_./@:-]*",  // a path, an address
           "[A-Za-z0-9_]+(-[A-Za-z0-9_]+)+",        // an id
           "[A-Za-z_]*[0-9][A-Za-z0-9_]*",          // with a digit
           "-[a-z]\\b|--[a-z]+",                    // a flag
       }) {
    text = std::regex_replace(text, std::regex(pattern), " ");
  }
  std::set<std::string> words;
  const std::regex word("[A-Za-z_]{2,}");
  for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end;
       ++at) {
    if (!known.contains(at->str())) words.insert(at->str());
  }
  return words;
}

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_CLI_FOREIGN_WORDS_H_
