// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/fields.h"

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"

namespace twinaid::convert {

google::protobuf::Duration ToProto(absl::Duration duration) {
  google::protobuf::Duration proto;
  proto.set_seconds(absl::IDivDuration(duration, absl::Seconds(1), &duration));
  proto.set_nanos(static_cast<std::int32_t>(
      absl::IDivDuration(duration, absl::Nanoseconds(1), &duration)));
  return proto;
}

google::protobuf::Timestamp ToProto(absl::Time time) {
  const std::int64_t micros = absl::ToUnixMicros(time);
  std::int64_t seconds = micros / 1'000'000;
  std::int64_t rest = micros % 1'000'000;
  if (rest < 0) {
    rest += 1'000'000;
    --seconds;
  }
  google::protobuf::Timestamp proto;
  proto.set_seconds(seconds);
  proto.set_nanos(static_cast<std::int32_t>(rest * 1000));
  return proto;
}

absl::StatusOr<absl::Time> FromProto(const google::protobuf::Timestamp& time,
                                     absl::string_view field) {
  constexpr std::int64_t kFirst = -62'135'596'800;  // 0001-01-01
  constexpr std::int64_t kLast = 253'402'300'799;   // 9999-12-31
  if (time.seconds() < kFirst || time.seconds() > kLast || time.nanos() < 0 ||
      time.nanos() >= 1'000'000'000) {
    return model::InvalidValue(field, absl::StrCat(time.seconds(), " s"),
                               "a time of the years 1 to 9999",
                               "公元 1 年至 9999 年的时间");
  }
  return absl::FromUnixMicros(time.seconds() * 1'000'000 + time.nanos() / 1000);
}

google::type::Date ToProto(absl::CivilDay day) {
  google::type::Date proto;
  proto.set_year(static_cast<std::int32_t>(day.year()));
  proto.set_month(day.month());
  proto.set_day(day.day());
  return proto;
}

absl::StatusOr<absl::CivilDay> FromProto(const google::type::Date& date,
                                         absl::string_view field) {
  const absl::CivilDay day(date.year(), date.month(), date.day());
  const bool normal = day.year() == date.year() &&
                      day.month() == date.month() && day.day() == date.day();
  if (!normal || date.year() < 1 || date.year() > 9999) {
    return model::InvalidValue(
        field, absl::StrCat(date.year(), "-", date.month(), "-", date.day()),
        "a day of the calendar with year, month and day, 2026-02-28 for "
        "example",
        "包含年、月、日的有效日期，例如 2026-02-28");
  }
  return day;
}

v1::TierPoints ToProto(const model::TierPoints& points) {
  v1::TierPoints proto;
  proto.set_critical(points[0]);
  proto.set_high(points[1]);
  proto.set_medium(points[2]);
  proto.set_low(points[3]);
  return proto;
}

}  // namespace twinaid::convert
