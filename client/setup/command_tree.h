// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Everything that can be typed, read off the parser itself: what completion and
// the manual are made of, so that they cannot go stale.
#ifndef TWINAID_CLIENT_SETUP_COMMAND_TREE_H_
#define TWINAID_CLIENT_SETUP_COMMAND_TREE_H_

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace twinaid::client {

struct CommandOption {
  std::vector<std::string> flags;  // "-o", "--output"; empty: positional
  std::string name;                // "--output", or the positional's "place"
  std::string help;                // one line
  std::string value;               // "FORMAT", "TEXT"; empty: takes none
  std::vector<std::string> words;  // the values it takes; empty: any
  bool file = false;               // it takes a path
  bool required = false;
  bool repeats = false;
};

struct Command {
  std::string name;   // "create"
  std::string path;   // "need create"; empty for the root
  std::string about;  // what it does, without its examples
  std::vector<std::string> examples;
  std::vector<CommandOption> options;
  std::vector<CommandOption> positionals;
  std::vector<Command> commands;
};

// The tree below `app`, without hidden commands and options, in the order in
// which the parser was told of them.
Command TreeOf(const CLI::App& app);

// The first sentence of what a command does, without its full stop.
std::string BriefOf(const Command& command);

// Every command of the tree, a command before those inside it. The tree must
// outlive what is returned.
std::vector<const Command*> AllOf(const Command& tree);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_COMMAND_TREE_H_
