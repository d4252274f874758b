// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/periods.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/picture/numbers.h"

namespace twinaid::picture {
namespace {

constexpr std::int64_t kMostDays = 31;
constexpr std::int64_t kMostMonths = 36;

Words YearText(absl::CivilYear year) {
  return {absl::StrCat(year.year()), absl::StrCat(year.year(), "年")};
}

// Counts moves by a unit of civil time.
template <typename Unit>
std::vector<Period> Counted(const std::vector<Move>& moves, Unit first,
                            Unit last, Words (*name)(Unit),
                            Words (*axis_name)(Unit)) {
  std::vector<Period> periods;
  for (Unit unit = first; unit <= last; ++unit) {
    periods.push_back({name(unit), axis_name(unit), {}});
  }
  for (const Move& move : moves) {
    if (move.step == Step::kEnded) continue;
    Period& period = periods[static_cast<std::size_t>(Unit(move.day) - first)];
    ++period.counts[static_cast<std::size_t>(move.step)];
  }
  return periods;
}

}  // namespace

std::vector<Period> PeriodsOf(const std::vector<Move>& moves) {
  bool any = false;
  absl::CivilDay first;
  absl::CivilDay last;
  for (const Move& move : moves) {
    if (move.step == Step::kEnded) continue;
    first = any ? std::min(first, move.day) : move.day;
    last = any ? std::max(last, move.day) : move.day;
    any = true;
  }
  if (!any) return {};
  if (last - first < kMostDays) {
    return Counted(moves, first, last, &DayText, &ShortDay);
  }
  const absl::CivilMonth first_month(first);
  const absl::CivilMonth last_month(last);
  if (last_month - first_month < kMostMonths) {
    return Counted(moves, first_month, last_month, &MonthText, &ShortMonth);
  }
  return Counted(moves, absl::CivilYear(first), absl::CivilYear(last),
                 &YearText, &YearText);
}

}  // namespace twinaid::picture
