// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/review_answer.h"

#include <map>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "service/model/reason_words.h"

namespace twinaid::client {
namespace {

const std::map<absl::string_view, ReviewAct>& Words() {
  static const auto& words = *new std::map<absl::string_view, ReviewAct>{
      {"a", ReviewAct::kAccept},        {"accept", ReviewAct::kAccept},
      {"接受", ReviewAct::kAccept},     {"d", ReviewAct::kDecline},
      {"decline", ReviewAct::kDecline}, {"谢绝", ReviewAct::kDecline},
      {"s", ReviewAct::kSkip},          {"skip", ReviewAct::kSkip},
      {"跳过", ReviewAct::kSkip},       {"q", ReviewAct::kQuit},
      {"quit", ReviewAct::kQuit},       {"退出", ReviewAct::kQuit},
      {"?", ReviewAct::kHelp},          {"h", ReviewAct::kHelp},
      {"help", ReviewAct::kHelp},       {"帮助", ReviewAct::kHelp},
  };
  return words;
}

// The first word; what follows stays in `line`.
absl::string_view TakeWord(absl::string_view& line) {
  line = absl::StripAsciiWhitespace(line);
  const std::size_t end = line.find_first_of(" \t");
  const absl::string_view word = line.substr(0, end);
  line =
      end == absl::string_view::npos ? absl::string_view() : line.substr(end);
  return word;
}

std::vector<std::string> ReasonWords() { return EnumWords<v1::Reason>(); }

v1::Reason ReasonOf(absl::string_view word) {
  const std::vector<std::string> words = ReasonWords();
  int number = 0;
  if (absl::SimpleAtoi(word, &number)) {
    const bool is_one = number >= 1 && number <= static_cast<int>(words.size());
    return is_one ? EnumValue<v1::Reason>(words[number - 1])
                  : v1::REASON_UNSPECIFIED;
  }
  const std::string typed = absl::AsciiStrToLower(word);
  for (const std::string& known : words) {
    if (typed == known || typed == model::ChineseReason(known)) {
      return EnumValue<v1::Reason>(known);
    }
  }
  return v1::REASON_UNSPECIFIED;
}

}  // namespace

std::optional<ReviewAnswer> ParseReviewAnswer(absl::string_view line) {
  const auto act = Words().find(absl::AsciiStrToLower(TakeWord(line)));
  if (act == Words().end()) return std::nullopt;
  ReviewAnswer answer;
  answer.act = act->second;
  if (answer.act == ReviewAct::kDecline) {
    answer.reason = ReasonOf(TakeWord(line));
  }
  answer.note = std::string(absl::StripAsciiWhitespace(line));
  return answer;
}

std::string ReasonMenu(bool chinese) {
  std::vector<std::string> parts;
  for (const std::string& word : ReasonWords()) {
    const absl::string_view translated = model::ChineseReason(word);
    parts.push_back(absl::StrCat(
        parts.size() + 1, " ",
        chinese && !translated.empty() ? translated : absl::string_view(word)));
  }
  return absl::StrJoin(parts, chinese ? "、" : ", ");
}

}  // namespace twinaid::client
