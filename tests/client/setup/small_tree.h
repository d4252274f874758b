// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A small parser whose lines are completed and whose manual is written.
#ifndef TWINAID_TESTS_CLIENT_SETUP_SMALL_TREE_H_
#define TWINAID_TESTS_CLIENT_SETUP_SMALL_TREE_H_

#include <CLI/CLI.hpp>
#include <string>

#include "client/setup/command_tree.h"

namespace twinaid::client {

inline Command SmallTree() {
  static std::string typed;
  CLI::App app("Twinaid: for trying.\nExamples:\n  twinaid need list",
               "twinaid");
  app.fallthrough();
  app.add_option("-o,--output", typed, "the form")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json"}));
  app.add_option("--ca", typed, "who signed")->type_name("FILE");
  CLI::App* need = app.add_subcommand("need", "what places' people need");
  need->add_subcommand("list", "all\nOf every place. No more.");
  CLI::App* create = need->add_subcommand(
      "create",
      "post one; a text\nof two lines\n"
      "Example: twinaid need create --place wuxi --urgency high");
  create->add_option("id", typed, "its id");
  create->add_option("--place", typed, "who needs it")->required();
  create->add_option("--urgency", typed, "how it presses")
      ->check(CLI::IsMember({"critical", "high"}, CLI::ignore_case));
  app.add_subcommand("man", "hidden")->group("");
  return TreeOf(app);
}

}  // namespace twinaid::client

#endif  // TWINAID_TESTS_CLIENT_SETUP_SMALL_TREE_H_
