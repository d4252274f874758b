// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/usage_words.h"

#include <array>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/help/chinese.h"

namespace twinaid::client {
namespace {

// `*` stands for what the line has there; the most particular come first. In
// Chinese `$1` is the first of them.
struct Problem {
  absl::string_view en;
  absl::string_view zh;
};

constexpr auto kProblems = std::to_array<Problem>({
    {"*: Value * not in range * to *", "$1：$2 不在 $3 至 $4 之间"},
    {"*: * is not a date such as 2026-04-30",
     "$1：“$2”不是日期，日期应如 2026-04-30"},
    {"*: Failed parsing *", "$1：无法识别“$2”"},
    {"*: At least * required but received *",
     "$1：至少需要 $2 个值，只有 $3 个"},
    {"*: At Most * required but received *", "$1：最多 $2 个值，却有 $3 个"},
    {"*: * required * missing", "$1：缺少取值"},
    {"Could not convert: * = *", "$1：无法识别“$2”"},
    {"The following arguments were not expected: *", "无法识别的参数：$1"},
    {"The following argument was not expected: *", "无法识别的参数：$1"},
    {"Exactly 1 option from [*] is required and * were given",
     "下列选项须且只须给出一个，却给出了 $2 个：$1"},
    {"Exactly 1 option from [*] is required", "下列选项须给出一个：$1"},
    {"* is required", "缺少 $1"},
    {"* requires *", "$1 须与 $2 一同使用"},
    {"* excludes *", "$1 不能与 $2 一同使用"},
});

// What the stars of `pattern` stand for; nullopt where the text is another one.
std::optional<std::vector<std::string>> Starred(absl::string_view pattern,
                                                absl::string_view text) {
  std::vector<std::string> found;
  const std::vector<absl::string_view> fixed = absl::StrSplit(pattern, '*');
  if (text.substr(0, fixed[0].size()) != fixed[0]) return std::nullopt;
  text.remove_prefix(fixed[0].size());
  for (std::size_t i = 1; i < fixed.size(); ++i) {
    const bool last = i + 1 == fixed.size();
    const std::size_t at = fixed[i].empty() ? text.size()
                           : last           ? text.rfind(fixed[i])
                                            : text.find(fixed[i]);
    if (at == absl::string_view::npos) return std::nullopt;
    found.emplace_back(text.substr(0, at));
    text.remove_prefix(at + fixed[i].size());
  }
  return text.empty() ? std::make_optional(found) : std::nullopt;
}

}  // namespace

std::string ChineseProblem(absl::string_view english) {
  for (const Problem& problem : kProblems) {
    const auto stars = Starred(problem.en, english);
    if (!stars.has_value()) continue;
    std::string text(problem.zh);
    for (std::size_t i = 0; i < stars->size(); ++i) {
      const std::string place = absl::StrCat("$", i + 1);
      const std::size_t at = text.find(place);
      if (at == std::string::npos) continue;
      // What a flag is called is typed so; a positional has a name in help.
      text.replace(at, place.size(),
                   i == 0 ? ChineseLabel(stars->at(i)) : stars->at(i));
    }
    return text;
  }
  return std::string(english);
}

}  // namespace twinaid::client
