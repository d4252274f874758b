// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace twinaid::client {
namespace {

// "FORMAT:{table,json}" is the kind of value and its words.
void ReadType(const std::string& type, CommandOption& option) {
  const std::size_t colon = type.find_first_of(": ");
  option.value = type.substr(0, colon);
  const std::size_t open = type.find('{');
  const std::size_t close =
      type.find('}', open == std::string::npos ? 0 : open);
  if (open != std::string::npos && close != std::string::npos) {
    option.words = absl::StrSplit(type.substr(open + 1, close - open - 1), ',',
                                  absl::SkipEmpty());
  }
  option.file = absl::StartsWith(type, "FILE") ||
                absl::StartsWith(type, "DIR") || absl::StartsWith(type, "PATH");
}

// Flags whose value is a path without saying so as their type.
bool NamesAPath(const std::string& name) {
  for (const char* known :
       {"--data", "--out", "--folder", "--file", "--html"}) {
    if (name == known) return true;
  }
  return false;
}

// What goes between two lines of a text: a new sentence has a full stop before
// it, which the first line of a help does without.
const char* Gap(absl::string_view before, absl::string_view next) {
  if (before.empty() || next.empty()) return "";
  // Between Chinese characters, which begin with such a byte, is no blank.
  constexpr unsigned char kChinese = 0xe3;
  if (static_cast<unsigned char>(next[0]) >= kChinese) return "";
  const bool sentence =
      next.size() > 1 &&
      absl::ascii_isupper(static_cast<unsigned char>(next[0])) &&
      absl::ascii_islower(static_cast<unsigned char>(next[1])) &&
      !absl::ascii_ispunct(static_cast<unsigned char>(before.back()));
  return sentence ? ". " : " ";
}

std::string OneLine(const std::string& text) {
  std::string line;
  for (const absl::string_view part : absl::StrSplit(text, '\n')) {
    absl::StrAppend(&line, Gap(line, part), part);
  }
  return line;
}

CommandOption OptionOf(const CLI::Option& from) {
  CommandOption option;
  for (const std::string& name : from.get_snames()) {
    option.flags.push_back("-" + name);
  }
  for (const std::string& name : from.get_lnames()) {
    option.flags.push_back("--" + name);
  }
  option.name = option.flags.empty() ? from.get_name() : option.flags.back();
  option.help = OneLine(from.get_description());
  option.required = from.get_required();
  option.repeats = from.get_expected_max() > 1;
  if (from.get_items_expected_max() > 0) ReadType(from.get_type_name(), option);
  option.file = option.file || NamesAPath(option.name);
  return option;
}

// "Example: ..." or "Examples:", and the same in Chinese.
bool IsExample(absl::string_view line) {
  return absl::StartsWith(line, "Example") || absl::StartsWith(line, "示例：");
}

// Takes "Example: twinaid ..." and "Examples:" with its lines out of the text.
void ReadAbout(const std::string& text, Command& command) {
  bool in_examples = false;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    const absl::string_view bare = absl::StripAsciiWhitespace(line);
    if (IsExample(bare)) {
      in_examples = true;
      const std::size_t at = bare.find("twinaid ");
      if (at != absl::string_view::npos) {
        command.examples.emplace_back(bare.substr(at));
      }
    } else if (in_examples && absl::StartsWith(bare, "twinaid ")) {
      command.examples.emplace_back(bare);
    } else if (in_examples && !command.examples.empty() && !bare.empty()) {
      absl::StrAppend(&command.examples.back(), " ", bare);  // broken line
    } else if (!in_examples) {
      absl::StrAppend(&command.about, Gap(command.about, bare), bare);
    }
  }
  command.about = std::string(absl::StripAsciiWhitespace(command.about));
}

void AddOptions(const CLI::App& app, Command& command) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    const bool flag = option->nonpositional();
    (flag ? command.options : command.positionals).push_back(OptionOf(*option));
  }
}

Command Read(const CLI::App& app, const std::string& around) {
  Command command;
  command.name = app.get_name();
  command.path = around;
  ReadAbout(app.get_description(), command);
  if (IsExample(app.get_footer())) {
    ReadAbout(app.get_footer(), command);
  }
  AddOptions(app, command);
  for (const CLI::App* inner :
       app.get_subcommands([](const CLI::App*) { return true; })) {
    if (inner->get_name().empty()) {  // a group of options
      AddOptions(*inner, command);
    } else if (!inner->get_group().empty()) {
      command.commands.push_back(Read(
          *inner,
          absl::StrCat(around, around.empty() ? "" : " ", inner->get_name())));
    }
  }
  return command;
}

}  // namespace

Command TreeOf(const CLI::App& app) { return Read(app, ""); }

std::string BriefOf(const Command& command) {
  absl::string_view brief = command.about;
  brief = brief.substr(0, brief.find(". "));
  brief = brief.substr(0, brief.find("。"));
  absl::ConsumeSuffix(&brief, ".");
  return std::string(brief);
}

std::vector<const Command*> AllOf(const Command& tree) {
  std::vector<const Command*> all = {&tree};
  for (const Command& command : tree.commands) {
    const std::vector<const Command*> inner = AllOf(command);
    all.insert(all.end(), inner.begin(), inner.end());
  }
  return all;
}

}  // namespace twinaid::client
