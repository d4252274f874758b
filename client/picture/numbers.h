// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Numbers and days as the readers of each language expect them.
#ifndef TWINAID_CLIENT_PICTURE_NUMBERS_H_
#define TWINAID_CLIENT_PICTURE_NUMBERS_H_

#include <string>

#include "absl/numeric/int128.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "client/picture/words.h"

namespace twinaid::picture {

// "1,350,400": exact, the same for both.
std::string Grouped(absl::int128 number);

// Rounded to be taken in at a glance, exact below 10,000 (below 100,000 in
// English): "1.35 million", "135.04 万".
Words Rounded(absl::int128 number);

// A quantity; of money in major units with its currency: "12,345.50 CNY",
// "12,345.50 元". Exact.
Words Amount(absl::int128 quantity, absl::string_view currency);

// "37.5%"; a share that is not the whole never reads 100.0%, one that is not
// nothing never 0.0%. Precondition: 0 <= part <= whole; 0 of 0 is 100%.
std::string Percent(double part, double whole);

// "10 February 2026", "2026年2月10日".
Words DayText(absl::CivilDay day);
// "February 2026", "2026年2月".
Words MonthText(absl::CivilMonth month);
// "10 Feb", "2月10日"; for axes.
Words ShortDay(absl::CivilDay day);
// "Feb 26", "26年2月".
Words ShortMonth(absl::CivilMonth month);

// A length for SVG: at most one decimal, "12.5", "12".
std::string Length(double length);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_NUMBERS_H_
