// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/completion_command.h"

#include "client/cli/verbs.h"
#include "client/setup/completion.h"

namespace twinaid::client {
namespace {

using Script = std::string (*)(const Command&);

void AddShell(CLI::App& noun, CLI::App& root, Session& session,
              const char* shell, const char* help, Script script) {
  noun.add_subcommand(shell, help)->callback([&root, &session, script] {
    session.action = [&root, &session, script] {
      session.data() << script(TreeOf(root));
      return kDone;
    };
  });
}

}  // namespace

void AddCompletionCommand(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand(
      "completion", "print a script that completes command lines");
  noun->require_subcommand(1);
  AddShell(*noun, root, session, "bash",
           "for bash\n"
           "Example: source <(twinaid completion bash)",
           &BashCompletion);
  AddShell(*noun, root, session, "zsh",
           "for zsh\n"
           "Example: source <(twinaid completion zsh)",
           &ZshCompletion);
  AddShell(*noun, root, session, "fish",
           "for fish\n"
           "Example: twinaid completion fish | source",
           &FishCompletion);
}

}  // namespace twinaid::client
