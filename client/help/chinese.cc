// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/help/chinese.h"

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/help/catalogue.h"
#include "client/help/formatter.h"
#include "client/help/texts.h"

namespace twinaid::client {
namespace {

const std::map<absl::string_view, absl::string_view>& Sentences() {
  static const auto& all =
      *new std::map<absl::string_view, absl::string_view>(ChineseSentences());
  return all;
}

std::string Sentence(const std::string& english) {
  const auto found = Sentences().find(english);
  return found == Sentences().end() ? english : std::string(found->second);
}

// A text with its examples.
std::string Whole(const std::string& english) {
  const HelpParts parts = PartsOf(english);
  return absl::StrCat(
      Sentence(parts.about),
      absl::StrReplaceAll(parts.examples,
                          {{"Example: ", "示例："},
                           {"Examples: ", "示例："},
                           {"Examples:", "示例："},
                           // Examples below the first, which moved.
                           {"\n          twinaid", "\n      twinaid"}}));
}

// "{critical,high}" as "{危急 critical、高 high}".
std::string ListText(absl::string_view list, const WordsOfCodes& words_of) {
  absl::ConsumePrefix(&list, "{");
  absl::ConsumeSuffix(&list, "}");
  const std::vector<std::string> codes = absl::StrSplit(list, ',');
  const std::vector<std::string> words =
      words_of ? words_of(codes) : std::vector<std::string>();
  if (words.size() != codes.size()) {
    return absl::StrCat("{", absl::StrJoin(codes, "、"), "}");
  }
  std::vector<std::string> both;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    both.push_back(absl::StrCat(words[i], " ", codes[i]));
  }
  return absl::StrCat("{", absl::StrJoin(both, "、"), "}");
}

}  // namespace

std::string ChineseLabel(const std::string& label) {
  static const auto& labels =
      *new std::map<absl::string_view, absl::string_view>(ChineseLabels());
  const auto found = labels.find(label);
  return found == labels.end() ? label : std::string(found->second);
}

std::string ChineseType(const std::string& type, const WordsOfCodes& words) {
  std::string text;
  for (absl::string_view part : TypeParts(type)) {
    if (absl::StartsWith(part, "{")) {
      absl::StrAppend(&text, "：", ListText(part, words));
      continue;
    }
    const std::size_t range = part.find(" in [");
    if (range == absl::string_view::npos) {
      absl::StrAppend(&text, text.empty() ? "" : "：",
                      ChineseLabel(std::string(part)));
      continue;
    }
    absl::string_view bounds = part.substr(range + 5);
    absl::ConsumeSuffix(&bounds, "]");
    absl::StrAppend(
        &text, text.empty() ? "" : "，",
        absl::StrJoin(absl::StrSplit(bounds, absl::string_view(" - ")),
                      " 至 "));
  }
  return text;
}

void SayInChinese(CLI::App& root, WordsOfCodes words_of_codes) {
  const auto formatter =
      std::make_shared<ChineseFormatter>(std::move(words_of_codes));
  ForEachCommand(root, [&formatter](CLI::App& command) {
    command.description(Whole(command.get_description()));
    command.footer(Whole(command.get_footer()));
    command.formatter(formatter);
    for (CLI::Option* option : command.get_options()) {
      option->description(Sentence(option->get_description()));
    }
  });
}

}  // namespace twinaid::client
