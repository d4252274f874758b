// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/man_page.h"

#include "absl/strings/str_cat.h"
#include "client/setup/man_words.h"
#include "client/setup/setting.h"
#include "client/setup/troff.h"

namespace twinaid::client {
namespace {

// All but --help, which every command has; the page of the root tells it.
void AddOptions(const Command& command, const ManStyle& style,
                std::string& page) {
  for (const CommandOption& option : command.options) {
    if (option.name != "--help") AddOption(option, style, page);
  }
}

void AddExamplesOf(const Command& command, std::string& page) {
  for (const std::string& example : command.examples) {
    absl::StrAppend(&page, ".PP\n.EX\n", Plain(example), "\n.EE\n");
  }
}

// "twinaid need create [id] --place TEXT ...".
std::string Synopsis(const Command& command, const ManStyle& style) {
  std::string line = Bold(
      absl::StrCat("twinaid", command.path.empty() ? "" : " ", command.path));
  for (const CommandOption& option : command.positionals) {
    absl::StrAppend(&line, option.required ? " " : " [",
                    Italic(style.Label(option.name)),
                    option.required ? "" : "]");
  }
  for (const CommandOption& option : command.options) {
    if (!option.required) continue;
    absl::StrAppend(&line, " ", Bold(option.name), " ",
                    Italic(style.Label(option.value)));
  }
  if (!command.commands.empty())
    absl::StrAppend(&line, " ", Italic(style.words.command));
  return absl::StrCat(line, " [", Italic(style.words.option), "]...");
}

// A command with all that is inside it.
void AddCommand(const Command& command, const ManStyle& style,
                std::string& page) {
  absl::StrAppend(&page, ".SS ", Synopsis(command, style), "\n",
                  Plain(command.about), "\n");
  for (const CommandOption& option : command.positionals) {
    AddOption(option, style, page);
  }
  AddOptions(command, style, page);
  AddExamplesOf(command, page);
  for (const Command& inner : command.commands) AddCommand(inner, style, page);
}

std::string PageOf(const Command& noun, const std::string& version,
                   const ManStyle& style) {
  std::string page =
      Head("twinaid-" + noun.name, 1, BriefOf(noun), version, style);
  absl::StrAppend(&page, Heading(style.words.synopsis), Synopsis(noun, style),
                  "\n", Heading(style.words.description), Plain(noun.about),
                  "\n");
  for (const CommandOption& option : noun.positionals)
    AddOption(option, style, page);
  AddOptions(noun, style, page);
  AddExamplesOf(noun, page);
  if (!noun.commands.empty())
    absl::StrAppend(&page, Heading(style.words.commands));
  for (const Command& command : noun.commands) AddCommand(command, style, page);
  return absl::StrCat(page, Heading(style.words.see_also), ".BR twinaid (1)\n");
}

// "one-to-one ..." of "Twinaid: one-to-one ...", whose name stands before it.
std::string WithoutName(std::string about) {
  for (const absl::string_view colon : {": ", "："}) {
    const std::size_t at = about.find(std::string(colon));
    if (at != std::string::npos) return about.substr(at + colon.size());
  }
  return about;
}

std::string RootPage(const Command& tree, const std::string& version,
                     const ManStyle& style) {
  std::string page =
      Head("twinaid", 1, WithoutName(BriefOf(tree)), version, style);
  absl::StrAppend(&page, Heading(style.words.synopsis), Synopsis(tree, style),
                  "\n", Heading(style.words.description), Plain(tree.about),
                  "\n", Heading(style.words.commands));
  for (const Command& noun : tree.commands) {
    absl::StrAppend(&page, ".TP\n.BR ", Plain("twinaid-" + noun.name), " (1)\n",
                    Plain(BriefOf(noun)), "\n");
  }
  absl::StrAppend(&page, Heading(style.words.options), style.words.anywhere,
                  "\n");
  for (const CommandOption& option : tree.options)
    AddOption(option, style, page);
  absl::StrAppend(&page, Heading(style.words.environment),
                  style.words.precedence, "\n");
  for (const SettingKind& kind : SettingKinds()) {
    absl::StrAppend(&page, ".TP\n", Bold(kind.variable), "\n",
                    style.words.same_as, Bold(kind.flag), "\n");
  }
  absl::StrAppend(&page, style.words.other_variables,
                  Heading(style.words.exit_status), style.words.exits_and_files,
                  Heading(style.words.examples));
  AddExamplesOf(tree, page);
  absl::StrAppend(&page, Heading(style.words.see_also));
  const char* comma = "";
  for (const Command& noun : tree.commands) {
    absl::StrAppend(&page, comma, ".BR ", Plain("twinaid-" + noun.name),
                    " (1)");
    comma = " ,\n";
  }
  return absl::StrCat(page, "\n");
}

}  // namespace

std::map<std::string, std::string> ManPages(const Command& tree,
                                            const std::string& version,
                                            bool chinese) {
  const ManStyle style = {ManWordsIn(chinese), chinese};
  std::map<std::string, std::string> pages;
  pages["twinaid.1"] = RootPage(tree, version, style);
  for (const Command& noun : tree.commands) {
    pages[absl::StrCat("twinaid-", noun.name, ".1")] =
        PageOf(noun, version, style);
  }
  return pages;
}

}  // namespace twinaid::client
