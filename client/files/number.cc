// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/number.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/files/digits.h"
#include "client/files/half_width.h"

namespace twinaid::client {
namespace {

constexpr std::size_t kGroup = 3;
constexpr std::size_t kLongest = 60;

// How many zeros the word at the end stands for; takes it off.
std::size_t TakeChineseUnit(absl::string_view* text) {
  struct Unit {
    absl::string_view word;
    std::size_t zeros;
  };
  constexpr Unit kUnits[] = {
      {"千", 3}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}};
  for (const Unit& unit : kUnits) {
    if (!absl::ConsumeSuffix(text, unit.word)) continue;
    *text = absl::StripTrailingAsciiWhitespace(*text);
    return unit.zeros;
  }
  return 0;
}

// The digits of "10,000"; empty unless its groups are right.
std::string DigitsOf(absl::string_view whole) {
  const bool commas = whole.find(',') != absl::string_view::npos;
  const std::vector<absl::string_view> groups =
      absl::StrSplit(whole, commas ? ',' : ' ');
  std::string digits;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool right = i == 0 ? groups.size() == 1 || groups[i].size() <= kGroup
                              : groups[i].size() == kGroup;
    if (!right || !AllDigits(groups[i])) return "";
    absl::StrAppend(&digits, groups[i]);
  }
  return digits;
}

// The point moved to the right.
std::string Times(std::string digits, std::string fraction, std::size_t zeros) {
  if (fraction.size() < zeros) fraction.resize(zeros, '0');
  absl::StrAppend(&digits, fraction.substr(0, zeros));
  fraction.erase(0, zeros);
  while (zeros > 0 && !fraction.empty() && fraction.back() == '0') {
    fraction.pop_back();
  }
  return absl::StrCat(digits, fraction.empty() ? "" : ".", fraction);
}

// Digits and separators that are no number of ours: all separators as groups,
// or the last as a point.
std::vector<std::string> CandidatesOf(absl::string_view sign,
                                      absl::string_view body) {
  if (body.find_first_not_of("0123456789,. ") != absl::string_view::npos) {
    return {};
  }
  const std::size_t last = body.find_last_of(",.");
  if (last == absl::string_view::npos) return {};
  const auto plain = [](absl::string_view text) {
    return absl::StrReplaceAll(text, {{",", ""}, {".", ""}, {" ", ""}});
  };
  const std::string whole = plain(body.substr(0, last));
  const std::string rest = plain(body.substr(last + 1));
  if (!AllDigits(whole) || !AllDigits(rest)) return {};
  const char mark = body[last];
  const bool again = body.find(mark) != last;
  const std::string point = absl::StrCat(sign, whole, ".", rest);
  const std::string groups = absl::StrCat(sign, whole, rest);
  if (again) return {groups};  // a number has one point
  const bool mixed =
      body.substr(0, last).find_first_of(",.") != absl::string_view::npos;
  if (mixed) return {point};
  return {groups, point};
}

}  // namespace

NumberReading ReadNumber(absl::string_view typed) {
  if (typed.size() > kLongest) return {};
  const std::string text = HalfWidth(typed);
  absl::string_view body = text;
  const absl::string_view sign = absl::ConsumePrefix(&body, "-") ? "-" : "";
  const std::size_t zeros = TakeChineseUnit(&body);
  const std::size_t point = body.find('.');
  const std::string digits = DigitsOf(body.substr(0, point));
  std::string fraction;
  bool good = !digits.empty();
  if (point != absl::string_view::npos) {
    fraction = std::string(body.substr(point + 1));
    good = good && AllDigits(fraction);
  }
  if (good) {
    return {absl::StrCat(sign, Times(digits, fraction, zeros)), {}};
  }
  if (zeros > 0) return {};
  return {std::nullopt, CandidatesOf(sign, body)};
}

std::vector<std::string> ReadingsOfPoint(absl::string_view plain) {
  const std::size_t point = plain.find('.');
  if (point == absl::string_view::npos) return {};
  const std::size_t sign = !plain.empty() && plain.front() == '-' ? 1 : 0;
  const absl::string_view whole = plain.substr(0, point);
  const absl::string_view rest = plain.substr(point + 1);
  const bool a_group = rest.size() == kGroup && whole.size() > sign &&
                       whole.size() <= sign + kGroup &&
                       whole.substr(sign) != "0";
  if (!a_group) return {};
  return {absl::StrCat(whole, rest), std::string(plain)};
}

}  // namespace twinaid::client
