// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The texts of a command line's help, each once: what there is to translate.
#ifndef TWINAID_CLIENT_HELP_TEXTS_H_
#define TWINAID_CLIENT_HELP_TEXTS_H_

#include <CLI/App.hpp>
#include <functional>
#include <set>
#include <string>

namespace twinaid::client {

// What a command's text says, and its lines of examples, "Example: twinaid ..."
// or "Examples:" and what follows; they are the same in any language.
struct HelpParts {
  std::string about;
  std::string examples;
};
HelpParts PartsOf(const std::string& text);

// Calls `see` with the command, every command and every group of options below
// it, hidden ones too.
void ForEachCommand(CLI::App& root, const std::function<void(CLI::App&)>& see);

// What a command, its options and its footer say, without examples.
std::set<std::string> SentencesOf(CLI::App& root);

// The names of positionals, of kinds of value ("TEXT") and of groups of
// commands and options ("Options").
std::set<std::string> LabelsOf(CLI::App& root);

// The parts of the name of a type that CLI11 has for an option:
// "INT:INT in [1 - 9]" has "INT" and "INT in [1 - 9]".
std::vector<std::string> TypeParts(const std::string& type);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_HELP_TEXTS_H_
