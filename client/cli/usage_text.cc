// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/usage_text.h"

#include <optional>
#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/cli/enum_text.h"
#include "client/cli/usage_words.h"
#include "client/files/nearest.h"

namespace twinaid::client {
namespace {

// The commands as far as they were understood: "twinaid need create".
const CLI::App& Innermost(const CLI::App& app, std::string& path) {
  absl::StrAppend(&path, path.empty() ? "" : " ", app.get_name());
  const std::vector<CLI::App*> inner = app.get_subcommands();
  return inner.empty() ? app : Innermost(*inner.front(), path);
}

// The first word that was understood as nothing; empty where there is none.
std::string UnknownWord(const CLI::App& app) {
  for (const std::string& word : app.remaining(true)) {
    if (!absl::StartsWith(word, "-")) return word;
  }
  return "";
}

// The same for a flag, without what stands behind its "=".
std::string UnknownFlag(const CLI::App& app) {
  for (const std::string& word : app.remaining(true)) {
    if (absl::StartsWith(word, "-")) return word.substr(0, word.find('='));
  }
  return "";
}

std::set<std::string> NamesOfCommands(const CLI::App& app) {
  std::set<std::string> names;
  for (const CLI::App* command :
       app.get_subcommands([](const CLI::App*) { return true; })) {
    // Groups of options are nameless; an empty group hides a command.
    if (!command->get_name().empty() && !command->get_group().empty()) {
      names.insert(command->get_name());
    }
  }
  return names;
}

// The flags of a command and of all around it, as typed.
std::set<std::string> NamesOfFlags(const CLI::App& app) {
  std::set<std::string> names;
  const auto add = [&names](const CLI::App& of) {
    for (const CLI::Option* option : of.get_options()) {
      for (const std::string& name : option->get_lnames()) {
        names.insert("--" + name);
      }
    }
  };
  for (const CLI::App* of = &app; of != nullptr; of = of->get_parent()) {
    add(*of);
    for (const CLI::App* group : of->get_subcommands(
             [](const CLI::App* inner) { return inner->get_name().empty(); })) {
      add(*group);
    }
  }
  return names;
}

// "; did you mean X?", or nothing where nothing is near.
std::string Suggestion(const std::string& typed,
                       const std::set<std::string>& known, bool chinese) {
  const std::string nearest = Nearest(typed, known);
  if (nearest.empty()) return "";
  return absl::StrCat(chinese ? "；您是不是要输入 " : "; did you mean ",
                      nearest, chinese ? "？" : "?");
}

// Whether a mistyped flag explains the error: something is missing, or there is
// more than is known.
bool IsAboutWhatIsThere(const CLI::ParseError& error) {
  const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
  return code == CLI::ExitCodes::RequiredError ||
         code == CLI::ExitCodes::ExtrasError;
}

// A value that is none of those that an option takes.
struct WrongWord {
  std::string option;  // "--urgency"
  std::string typed;
  std::vector<std::string> known;
};

// What CLI11 says of one: "--urgency: hihg not in {critical,high,medium,low}".
std::optional<WrongWord> WrongWordOf(const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string between = " not in {";
  const std::size_t colon = text.find(": ");
  const std::size_t brace = text.rfind(between);
  if (static_cast<CLI::ExitCodes>(error.get_exit_code()) !=
          CLI::ExitCodes::ValidationError ||
      colon == std::string::npos || brace == std::string::npos ||
      brace < colon || text.back() != '}') {
    return std::nullopt;
  }
  const std::size_t first = brace + between.size();
  WrongWord wrong;
  wrong.option = text.substr(0, colon);
  wrong.typed = text.substr(colon + 2, brace - colon - 2);
  wrong.known =
      absl::StrSplit(text.substr(first, text.size() - 1 - first), ',');
  return wrong;
}

std::string WrongWordText(const WrongWord& wrong, bool chinese) {
  // Two letters are near to everything.
  const std::string meant =
      wrong.typed.size() < 3
          ? ""
          : Suggestion(absl::AsciiStrToLower(wrong.typed),
                       {wrong.known.begin(), wrong.known.end()}, chinese);
  std::vector<std::string> known = wrong.known;
  const std::vector<std::string> words =
      chinese ? ChineseOfCodes(known) : std::vector<std::string>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    known[i] = absl::StrCat(words[i], " ", known[i]);
  }
  const std::string all = absl::StrJoin(known, Comma(chinese));
  return chinese ? absl::StrCat(wrong.option, " 没有取值 ", wrong.typed, meant,
                                "\n  可填：", all)
                 : absl::StrCat(wrong.option, " takes no ", wrong.typed, meant,
                                "\n  it takes ", all);
}

}  // namespace

std::string UsageText(const CLI::App& app, const CLI::ParseError& error,
                      bool chinese) {
  std::string path;
  const CLI::App& inner = Innermost(app, path);
  const std::string unknown = UnknownWord(app);
  const std::string flag = UnknownFlag(app);
  // Groups of options are nameless commands to CLI11. A command that may stand
  // alone wants no verb.
  const bool wants_verb = inner.get_require_subcommand_min() > 0 &&
                          !inner
                               .get_subcommands([](const CLI::App* command) {
                                 return !command->get_name().empty();
                               })
                               .empty();
  std::string text = "twinaid: ";
  if (wants_verb && !unknown.empty()) {
    absl::StrAppend(&text, chinese ? "没有此命令：" : "there is no command ",
                    path, " ", unknown,
                    Suggestion(unknown, NamesOfCommands(inner), chinese));
  } else if (wants_verb) {
    absl::StrAppend(&text, path, chinese ? "：请指定命令" : " what?");
  } else if (IsAboutWhatIsThere(error) && !flag.empty()) {
    absl::StrAppend(&text, chinese ? "没有此选项：" : "there is no flag ", flag,
                    Suggestion(flag, NamesOfFlags(inner), chinese));
  } else if (const auto wrong = WrongWordOf(error)) {
    absl::StrAppend(&text, WrongWordText(*wrong, chinese));
  } else if (chinese) {
    text += ChineseProblem(error.what());
  } else {
    absl::StrAppend(&text, error.what());
  }
  return absl::StrCat(text, "\n  ", path,
                      chinese ? " --help 显示用法\n" : " --help says more\n");
}

}  // namespace twinaid::client
