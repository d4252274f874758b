// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/files/half_width.h"

namespace twinaid::client {
namespace {

constexpr std::size_t kLongest = 60;
constexpr std::size_t kYearDigits = 4;

// A number of at most `most` digits; -1: none.
int Number(absl::string_view text, std::size_t most) {
  int number = -1;
  const bool digits =
      !text.empty() && text.size() <= most &&
      std::all_of(text.begin(), text.end(), [](char c) {
        return absl::ascii_isdigit(static_cast<unsigned char>(c));
      });
  return digits && absl::SimpleAtoi(text, &number) ? number : -1;
}

// nullopt where the calendar has no such day.
std::optional<absl::CivilDay> DayOf(int year, int month, int day) {
  if (year < 1 || month < 1 || day < 1) return std::nullopt;
  const absl::CivilDay civil(year, month, day);
  const bool same =
      civil.year() == year && civil.month() == month && civil.day() == day;
  return same ? std::optional(civil) : std::nullopt;
}

// "feb", "february" and "Sept" as their number; 0: none.
int MonthOf(absl::string_view word) {
  constexpr absl::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::size_t kShortest = 3;
  const std::string lower = absl::AsciiStrToLower(absl::StripSuffix(word, "."));
  if (lower.size() < kShortest) return 0;
  int number = 0;
  for (const absl::string_view month : kMonths) {
    ++number;
    if (absl::StartsWith(month, lower)) return number;
  }
  return 0;
}

std::vector<std::string> PartsOf(absl::string_view text,
                                 absl::string_view marks) {
  return absl::StrSplit(text, absl::ByAnyChar(marks), absl::SkipEmpty());
}

// "10 Feb 2020", "10-Feb-2020", "Feb 10, 2020".
std::optional<DateReading> WithMonthName(absl::string_view text) {
  const std::vector<std::string> parts = PartsOf(text, " -,");
  constexpr std::size_t kParts = 3;
  if (parts.size() != kParts) return std::nullopt;
  const bool month_first = MonthOf(parts[0]) > 0;
  const int month = MonthOf(parts[month_first ? 0 : 1]);
  if (month == 0) return std::nullopt;
  DateReading reading;
  reading.short_year = parts[2].size() < kYearDigits;
  if (!reading.short_year) {
    reading.day = DayOf(Number(parts[2], kYearDigits), month,
                        Number(parts[month_first ? 1 : 0], 2));
  }
  return reading;
}

// "2020年2月10日" with the 日 or without.
std::optional<DateReading> Chinese(absl::string_view text) {
  const std::string marked = absl::StrReplaceAll(
      text, {{"年", "-"}, {"月", "-"}, {"日", ""}, {"号", ""}, {" ", ""}});
  const bool is_chinese = absl::StrContains(text, "年");
  if (!is_chinese) return std::nullopt;
  const std::vector<std::string> parts = absl::StrSplit(marked, '-');
  constexpr std::size_t kParts = 3;
  DateReading reading;
  if (parts.size() != kParts) return reading;
  reading.short_year = Number(parts[0], 2) >= 0;
  if (!reading.short_year && parts[0].size() == kYearDigits) {
    reading.day = DayOf(Number(parts[0], kYearDigits), Number(parts[1], 2),
                        Number(parts[2], 2));
  }
  return reading;
}

DateReading OfNumbers(const std::vector<std::string>& parts) {
  DateReading reading;
  const int last = Number(parts[2], kYearDigits);
  if (parts[0].size() == kYearDigits) {
    reading.day = DayOf(Number(parts[0], kYearDigits), Number(parts[1], 2),
                        Number(parts[2], 2));
    return reading;
  }
  const int first = Number(parts[0], 2);
  const int second = Number(parts[1], 2);
  if (first < 0 || second < 0 || last < 0) return reading;
  reading.short_year = parts[2].size() < kYearDigits;
  if (reading.short_year) return reading;
  reading.month_first = DayOf(last, first, second);
  reading.day_first = DayOf(last, second, first);
  if (reading.month_first == reading.day_first) {
    reading.day = reading.month_first;
    reading.month_first = reading.day_first = std::nullopt;
  }
  return reading;
}

}  // namespace

std::optional<DateOrder> DateOrderOf(absl::string_view word) {
  if (word == "mdy") return DateOrder::kMonthFirst;
  if (word == "dmy") return DateOrder::kDayFirst;
  return std::nullopt;
}

DateOrder DateReading::order() const {
  if (month_first.has_value() == day_first.has_value()) {
    return DateOrder::kUnknown;
  }
  return month_first.has_value() ? DateOrder::kMonthFirst
                                 : DateOrder::kDayFirst;
}

DateReading ReadDate(absl::string_view typed) {
  if (typed.size() > kLongest) return {};
  std::string owned = HalfWidth(typed);
  absl::string_view text = owned;
  for (const absl::string_view midnight :
       {" 00:00:00", "T00:00:00", " 0:00:00", " 00:00", " 0:00"}) {
    if (absl::ConsumeSuffix(&text, midnight)) break;
  }
  if (auto chinese = Chinese(text)) return *chinese;
  if (auto named = WithMonthName(text)) return *named;
  constexpr std::size_t kCompact = 8;
  if (text.size() == kCompact && Number(text, kCompact) >= 0) {
    DateReading reading;
    reading.day =
        DayOf(Number(text.substr(0, 4), 4), Number(text.substr(4, 2), 2),
              Number(text.substr(6), 2));
    return reading;
  }
  for (const char mark : {'-', '/', '.'}) {
    const std::vector<std::string> parts = absl::StrSplit(text, mark);
    constexpr std::size_t kParts = 3;
    if (parts.size() == kParts) return OfNumbers(parts);
  }
  return {};
}

}  // namespace twinaid::client
