// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/completion.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "client/output/text_width.h"
#include "client/setup/completion_scripts.h"

namespace twinaid::client {
namespace {

// A word that may be typed, and what it means.
using Word = std::pair<std::string, std::string>;

constexpr std::size_t kLongest = 72;

// As much of a text as fits beside a word.
std::string Short(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  // A Chinese one, whose characters take two columns, has no blanks to cut at.
  const bool plain = std::all_of(line.begin(), line.end(), [](char c) {
    return absl::ascii_isascii(static_cast<unsigned char>(c));
  });
  if (!plain) return CutToWidth(line, static_cast<int>(kLongest));
  if (line.size() > kLongest) {
    line = line.substr(0, line.rfind(' ', kLongest)) + " ...";
  }
  return line;
}

std::string Quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

std::string FishQuoted(const std::string& text) {
  return absl::StrCat(
      "'", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}}), "'");
}

std::vector<Word> CommandsOf(const Command& command) {
  std::vector<Word> words;
  for (const Command& inner : command.commands) {
    words.emplace_back(inner.name, Short(BriefOf(inner)));
  }
  return words;
}

std::vector<Word> ArgumentsOf(const Command& command) {
  std::vector<Word> words;
  for (const CommandOption& option : command.positionals) {
    for (const std::string& word : option.words) {
      words.emplace_back(word, Short(option.help));
    }
  }
  return words;
}

std::vector<Word> FlagsOf(const Command& command) {
  std::vector<Word> words;
  for (const CommandOption& option : command.options) {
    for (const std::string& flag : option.flags) {
      words.emplace_back(flag, Short(option.help));
    }
  }
  return words;
}

// "words table json", "file" or "any": what an option takes.
std::string KindOf(const CommandOption& option) {
  if (!option.words.empty()) {
    return absl::StrCat("words ", absl::StrJoin(option.words, " "));
  }
  return option.file ? "file" : "any";
}

// What a shell writes in its own way.
struct Style {
  std::string (*quoted)(const std::string&);
  const char* begin;     // %s: the function
  const char* end;       // of the function
  const char* in_case;   // %s: the quoted key
  const char* end_case;  // of one case
};

// A function `name` that gives the words of each path: `line` makes the text of
// a case of them.
using LineOf = std::string (*)(const std::vector<Word>&);
std::string Table(const Command& tree, const Style& style, const char* name,
                  std::vector<Word> (*words_of)(const Command&), LineOf line) {
  std::string text = absl::StrReplaceAll(style.begin, {{"%s", name}});
  for (const Command* command : AllOf(tree)) {
    const std::vector<Word> words = words_of(*command);
    if (words.empty()) continue;
    absl::StrAppend(&text,
                    absl::StrReplaceAll(style.in_case,
                                        {{"%s", style.quoted(command->path)}}),
                    line(words), style.end_case);
  }
  return absl::StrCat(text, style.end);
}

// A function that says what the flag of a path takes: key "PATH|FLAG".
std::string Kinds(const Command& tree, const Style& style, LineOf line) {
  std::string text = absl::StrReplaceAll(style.begin, {{"%s", "kind"}});
  for (const Command* command : AllOf(tree)) {
    for (const CommandOption& option : command->options) {
      if (option.value.empty()) continue;
      for (const std::string& flag : option.flags) {
        const std::string key = absl::StrCat(command->path, "|", flag);
        absl::StrAppend(
            &text,
            absl::StrReplaceAll(style.in_case, {{"%s", style.quoted(key)}}),
            line({{KindOf(option), ""}}), style.end_case);
      }
    }
  }
  return absl::StrCat(text, style.end);
}

std::string Tables(const Command& tree, const Style& style, LineOf line,
                   LineOf kind_line) {
  return absl::StrCat(Table(tree, style, "commands", &CommandsOf, line),
                      Table(tree, style, "arguments", &ArgumentsOf, line),
                      Table(tree, style, "flags", &FlagsOf, line),
                      Kinds(tree, style, kind_line));
}

// REPLY='need offer'
std::string BashLine(const std::vector<Word>& words) {
  return absl::StrCat(
      "REPLY=",
      Quoted(absl::StrJoin(words, " ", [](std::string* out, const Word& word) {
        out->append(word.first);
      })));
}

// reply=('need' 'what places need' ...)
std::string ZshLine(const std::vector<Word>& words) {
  return absl::StrCat("reply=(",
                      absl::StrJoin(words, " ",
                                    [](std::string* out, const Word& word) {
                                      absl::StrAppend(out, Quoted(word.first),
                                                      " ", Quoted(word.second));
                                    }),
                      ")");
}

// printf '%s\t%s\n' 'need' 'what places need' ...
std::string FishLine(const std::vector<Word>& words) {
  return absl::StrCat(
      "printf '%s\\t%s\\n' ",
      absl::StrJoin(words, " ", [](std::string* out, const Word& word) {
        absl::StrAppend(out, FishQuoted(word.first), " ",
                        FishQuoted(word.second));
      }));
}

std::string FishKind(const std::vector<Word>& words) {
  return absl::StrCat("echo ", FishQuoted(words.front().first));
}

// A function that answers false where the key is none of its own.
constexpr Style kBash = {&Quoted, "_twinaid_%s() {\n  case \"$1\" in\n",
                         "    *) return 1 ;;\n  esac\n}\n", "    %s) ",
                         " ;;\n"};
constexpr Style kFish = {
    &FishQuoted, "function __twinaid_%s\n  switch \"$argv[1]\"\n",
    "    case '*'\n      return 1\n  end\nend\n", "    case %s\n      ", "\n"};

}  // namespace

std::string BashCompletion(const Command& tree) {
  return absl::StrCat(kBashHead, Tables(tree, kBash, &BashLine, &BashLine),
                      kBashBody);
}

std::string ZshCompletion(const Command& tree) {
  return absl::StrCat(kZshHead, Tables(tree, kBash, &ZshLine, &BashLine),
                      kZshBody);
}

std::string FishCompletion(const Command& tree) {
  return absl::StrCat(kFishHead, Tables(tree, kFish, &FishLine, &FishKind),
                      kFishBody);
}

}  // namespace twinaid::client
