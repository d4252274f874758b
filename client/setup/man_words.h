// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The words of the manual that are not those of the commands themselves.
#ifndef TWINAID_CLIENT_SETUP_MAN_WORDS_H_
#define TWINAID_CLIENT_SETUP_MAN_WORDS_H_

#include <string>

namespace twinaid::client {

struct ManWords {
  const char* before;          // what troff needs to lay the language out
  const char* manual;          // the title above each page of section 1
  const char* administration;  // of section 8
  // Headings.
  const char* name;
  const char* synopsis;
  const char* description;
  const char* options;
  const char* commands;
  const char* environment;
  const char* exit_status;
  const char* examples;
  const char* see_also;
  // In a synopsis.
  const char* command;
  const char* option;
  // After an option.
  const char* required;
  const char* comma;  // between words
  const char* open;   // around them
  const char* close;
  // Sentences.
  const char* anywhere;
  const char* precedence;
  const char* same_as;
  // In the marks of troff.
  const char* other_variables;
  const char* exits_and_files;
};

const ManWords& ManWordsIn(bool chinese);

// A page in one language.
struct ManStyle {
  const ManWords& words;
  bool chinese;

  // What a value or a positional is called.
  std::string Label(const std::string& label) const;
};

// The line of a heading.
std::string Heading(const char* heading);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_MAN_WORDS_H_
