// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/man_page.h"

#include "absl/strings/str_cat.h"
#include "client/setup/setting.h"
#include "client/setup/troff.h"

namespace twinaid::client {
namespace {

// All but --help, which every command has; the page of the root tells it.
void AddOptions(const Command& command, std::string& page) {
  for (const CommandOption& option : command.options) {
    if (option.name != "--help") AddOption(option, page);
  }
}

void AddExamplesOf(const Command& command, std::string& page) {
  for (const std::string& example : command.examples) {
    absl::StrAppend(&page, ".PP\n.EX\n", Plain(example), "\n.EE\n");
  }
}

// "twinaid need create [id] --place TEXT ...".
std::string Synopsis(const Command& command) {
  std::string line = Bold(
      absl::StrCat("twinaid", command.path.empty() ? "" : " ", command.path));
  for (const CommandOption& option : command.positionals) {
    absl::StrAppend(&line, option.required ? " " : " [", Italic(option.name),
                    option.required ? "" : "]");
  }
  for (const CommandOption& option : command.options) {
    if (!option.required) continue;
    absl::StrAppend(&line, " ", Bold(option.name), " ", Italic(option.value));
  }
  if (!command.commands.empty()) absl::StrAppend(&line, " ", Italic("command"));
  return absl::StrCat(line, " [", Italic("option"), "]...");
}

// A command with all that is inside it.
void AddCommand(const Command& command, std::string& page) {
  absl::StrAppend(&page, ".SS ", Synopsis(command), "\n", Plain(command.about),
                  "\n");
  for (const CommandOption& option : command.positionals) {
    AddOption(option, page);
  }
  AddOptions(command, page);
  AddExamplesOf(command, page);
  for (const Command& inner : command.commands) AddCommand(inner, page);
}

std::string PageOf(const Command& noun, const std::string& version) {
  std::string page = Head("twinaid-" + noun.name, 1, BriefOf(noun), version);
  absl::StrAppend(&page, ".SH SYNOPSIS\n", Synopsis(noun), "\n",
                  ".SH DESCRIPTION\n", Plain(noun.about), "\n");
  for (const CommandOption& option : noun.positionals) AddOption(option, page);
  AddOptions(noun, page);
  AddExamplesOf(noun, page);
  if (!noun.commands.empty()) absl::StrAppend(&page, ".SH COMMANDS\n");
  for (const Command& command : noun.commands) AddCommand(command, page);
  return absl::StrCat(page, ".SH SEE ALSO\n.BR twinaid (1)\n");
}

constexpr char kExitStatus[] = R"(.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
refused by the server, or it cannot be reached, or rows of a file are wrong; for
.BR "twinaid doctor" ,
something is wrong
.TP
.B 2
the command line is wrong, a file cannot be read, or nobody said
.B \-\-yes
.SH FILES
.TP
.I ~/.config/twinaid/config
settings and contexts; see
.BR twinaid\-config (1)
and
.BR twinaid\-context (1).
.B XDG_CONFIG_HOME
moves the folder.
.TP
.I ~/.config/twinaid/credentials
tokens that
.B twinaid login
keeps, for their owner only
)";

constexpr char kOtherVariables[] = R"(.TP
.B TWINAID_CONTEXT
which context counts, as
.B \-\-context
.TP
.B TWINAID_TOKEN
the token itself, where no file is named
.TP
.B NO_COLOR
if set, no colours on a terminal
.TP
.BR LANGUAGE ", " LC_ALL ", " LC_MESSAGES ", " LANG
the language of texts where nothing else says it: Chinese for zh, else English
)";

// "one-to-one ..." of "Twinaid: one-to-one ...", whose name stands before it.
std::string WithoutName(std::string about) {
  const std::size_t colon = about.find(": ");
  return colon == std::string::npos ? about : about.substr(colon + 2);
}

std::string RootPage(const Command& tree, const std::string& version) {
  std::string page = Head("twinaid", 1, WithoutName(BriefOf(tree)), version);
  absl::StrAppend(&page, ".SH SYNOPSIS\n", Synopsis(tree), "\n",
                  ".SH DESCRIPTION\n", Plain(tree.about), "\n",
                  ".SH COMMANDS\n");
  for (const Command& noun : tree.commands) {
    absl::StrAppend(&page, ".TP\n.BR ", Plain("twinaid-" + noun.name), " (1)\n",
                    Plain(BriefOf(noun)), "\n");
  }
  absl::StrAppend(&page, ".SH OPTIONS\nThey may stand anywhere in the line.\n");
  for (const CommandOption& option : tree.options) AddOption(option, page);
  absl::StrAppend(&page,
                  ".SH ENVIRONMENT\nA flag counts before a variable, and a "
                  "variable before the file of settings.\n");
  for (const SettingKind& kind : SettingKinds()) {
    absl::StrAppend(&page, ".TP\n", Bold(kind.variable), "\nas ",
                    Bold(kind.flag), "\n");
  }
  absl::StrAppend(&page, kOtherVariables, kExitStatus, ".SH EXAMPLES\n");
  AddExamplesOf(tree, page);
  absl::StrAppend(&page, ".SH SEE ALSO\n");
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
                                            const std::string& version) {
  std::map<std::string, std::string> pages;
  pages["twinaid.1"] = RootPage(tree, version);
  for (const Command& noun : tree.commands) {
    pages[absl::StrCat("twinaid-", noun.name, ".1")] = PageOf(noun, version);
  }
  return pages;
}

}  // namespace twinaid::client
