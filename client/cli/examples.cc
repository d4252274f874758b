// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/examples.h"

#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace twinaid::client {
namespace {

// A command, and what stands behind it in its example.
struct Example {
  const char* command;
  const char* rest;
};

constexpr auto kExamples = std::to_array<Example>({
    {"place list", "--kind city"},
    {"place show", "cn-js-wuxi"},
    {"place update", "cn-js-wuxi --population 7500000"},
    {"place delete", "cn-js-wuxi --yes"},
    {"link list", "--place cn-js-wuxi"},
    {"link show", "lnk-0001"},
    {"link update", "lnk-0001 --transit-days 5"},
    {"link suspend", "lnk-0001"},
    {"link resume", "lnk-0001"},
    {"link delete", "lnk-0001 --yes"},
    {"item list", "--category supplies"},
    {"item show", "mask-n95"},
    {"item delete", "mask-n95 --yes"},
    {"organization list", "--seat cn-js-wuxi"},
    {"organization show", "wuxi-fao"},
    {"organization contacts", "wuxi-fao"},
    {"organization update", "wuxi-fao --name \"Wuxi Foreign Affairs Office\""},
    {"organization delete", "wuxi-fao --yes"},
    {"need list", "--place us-tx-san-antonio --urgency critical"},
    {"need show", "us-tx-san-antonio/masks"},
    {"need update", "us-tx-san-antonio/masks --quantity 4000"},
    {"need confirm", "us-tx-san-antonio/masks"},
    {"need history", "us-tx-san-antonio/masks"},
    {"need withdraw", "us-tx-san-antonio/masks --reason no_longer_needed"},
    {"offer list", "--place cn-js-wuxi -o csv"},
    {"offer show", "cn-js-wuxi/masks"},
    {"offer confirm", "cn-js-wuxi/masks"},
    {"offer history", "cn-js-wuxi/masks"},
    {"offer withdraw", "cn-js-wuxi/masks --reason no_longer_available"},
    {"inventory show", "cn-js-wuxi"},
    {"inbox", "--place cn-js-wuxi"},
    {"scheme list", ""},
    {"scheme show", "default"},
    {"scheme update", "default --rungs 2"},
    {"round list", "--scheme default"},
    {"round show", "default/r-4k2j9x0q7c"},
    {"round unmet", "default/r-4k2j9x0q7c"},
    {"pairing list", "--scheme default"},
    {"pairing show", "p-4k2j9x0q7c"},
    {"pairing why", "p-4k2j9x0q7c"},
    {"pairing end", "p-4k2j9x0q7c --reason other"},
    {"match list", "--place cn-js-wuxi --state proposed"},
    {"match show", "m-4k2j9x0q7c"},
    {"match history", "m-4k2j9x0q7c"},
    {"match create",
     "--need us-tx-san-antonio/masks --offer cn-js-wuxi/masks --quantity 500"},
    {"match record",
     "--need us-tx-san-antonio/masks --offer cn-js-wuxi/masks --quantity 500"},
    {"match accept", "m-4k2j9x0q7c --side recipient"},
    {"match decline", "m-4k2j9x0q7c --side donor --reason no_longer_available"},
    {"match reconsider", "m-4k2j9x0q7c --side donor"},
    {"match withdraw", "m-4k2j9x0q7c --reason duplicate"},
    {"match cancel", "m-4k2j9x0q7c --reason no_longer_needed"},
    {"match contacts", "m-4k2j9x0q7c"},
    {"letter list", ""},
    {"letter show", "l-4k2j9x0q7c"},
    {"report coverage", ""},
    {"report open-needs", ""},
    {"report deliveries", "-o csv"},
    {"report balance", ""},
    {"report donations", "-o csv"},
    {"event list", "--place cn-js-wuxi"},
    {"event watch", "--place cn-js-wuxi -o jsonl"},
    {"ledger head", ""},
    {"logout", "--server aid.example.org:443"},
    {"whoami", ""},
    {"principal list", ""},
    {"principal show", "wuxi-fao"},
    {"token list", "wuxi-fao"},
    {"token revoke", "wuxi-fao/tk-4k2j9x0q7c"},
    {"config list", ""},
    {"config get", "server"},
    {"config set", "language zh"},
    {"config unset", "language"},
    {"config path", ""},
    {"context list", ""},
    {"context show", "hubei"},
    {"context use", "hubei"},
    {"context add",
     "hubei --server aid.example.org:443 --ca system --token-file wuxi.token"},
    {"context remove", "hubei"},
});

// The command that a path names; nullptr: there is none.
CLI::App* Find(CLI::App& root, const std::string& path) {
  CLI::App* found = &root;
  for (const absl::string_view word : absl::StrSplit(path, ' ')) {
    const auto inner = found->get_subcommands([word](const CLI::App* command) {
      return command->get_name() == std::string(word);
    });
    if (inner.empty()) return nullptr;
    found = inner.front();
  }
  return found;
}

}  // namespace

void AddExamples(CLI::App& root) {
  for (const Example& example : kExamples) {
    CLI::App* const command = Find(root, example.command);
    if (command == nullptr ||
        absl::StrContains(command->get_description(), "Example")) {
      continue;
    }
    command->footer(absl::StrCat("Example: twinaid ", example.command,
                                 *example.rest == '\0' ? "" : " ",
                                 example.rest));
  }
}

}  // namespace twinaid::client
