// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Days as people write them in tables, in both countries.
#ifndef TWINAID_CLIENT_FILES_DATE_H_
#define TWINAID_CLIENT_FILES_DATE_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace twinaid::client {

// Which of the first two numbers of 2/10/2020 is the month.
enum class DateOrder { kUnknown, kMonthFirst, kDayFirst };

// "mdy", "dmy"; nullopt for any other word.
std::optional<DateOrder> DateOrderOf(absl::string_view word);

// What a text may say. Nothing set: it is no day.
struct DateReading {
  std::optional<absl::CivilDay> day;  // sure, whatever the order
  // Of a text whose order has to be known; each if there is such a day.
  std::optional<absl::CivilDay> month_first;
  std::optional<absl::CivilDay> day_first;
  bool short_year = false;  // the year has two digits: nothing else is set

  // The order, where only one makes a day of it.
  DateOrder order() const;
};

// Takes 2020-02-10, 2020/2/10, 2020.2.10, 20200210, 2020年2月10日,
// 10 Feb 2020 and Feb 10, 2020 for sure; 2/10/2020, with /, - or point, in
// either order. Full-width digits and a time of 0:00 behind it, as spreadsheets
// write it, are taken too.
DateReading ReadDate(absl::string_view typed);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_DATE_H_
