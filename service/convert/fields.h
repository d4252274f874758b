// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Fields that several resources share: days, times, names, what is recorded of
// each resource.
#ifndef TWINAID_SERVICE_CONVERT_FIELDS_H_
#define TWINAID_SERVICE_CONVERT_FIELDS_H_

#include <google/protobuf/duration.pb.h>
#include <google/protobuf/repeated_ptr_field.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/type/date.pb.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/model/errors.h"
#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/round.h"
#include "twinaid/v1/common.pb.h"

namespace twinaid::convert {

google::protobuf::Timestamp ToProto(absl::Time time);
// Precondition: finite. Rounded to nanoseconds, toward zero.
google::protobuf::Duration ToProto(absl::Duration duration);
// INVALID_VALUE outside of the years 1 to 9999.
absl::StatusOr<absl::Time> FromProto(const google::protobuf::Timestamp& time,
                                     absl::string_view field);

google::type::Date ToProto(absl::CivilDay day);
// INVALID_VALUE: no day of the calendar, or one without year, month or day.
absl::StatusOr<absl::CivilDay> FromProto(const google::type::Date& date,
                                         absl::string_view field);

v1::TierPoints ToProto(const model::TierPoints& points);

// The name of an id, "" for an empty one.
template <typename Tag>
std::string NameOrEmpty(const model::Id<Tag>& id) {
  return id.empty() ? "" : model::ToName(id);
}
template <typename Parent, typename Child>
std::string NameOrEmpty(const model::NestedName<Parent, Child>& name) {
  return name.empty() ? "" : name.ToString();
}

// The id in a top-level name that may be empty. INVALID_NAME about `field`.
template <typename IdType>
absl::StatusOr<IdType> FromName(absl::string_view name,
                                absl::string_view field) {
  if (name.empty()) return IdType();
  auto id = model::ParseName<IdType>(name);
  if (!id.ok()) return model::ForField(id.status(), field);
  return id;
}

// A nested name that may be empty. INVALID_NAME about `field`.
template <typename Name>
absl::StatusOr<Name> FromNestedName(absl::string_view name,
                                    absl::string_view field) {
  if (name.empty()) return Name();
  auto parsed = Name::Parse(name);
  if (!parsed.ok()) return model::ForField(parsed.status(), field);
  return parsed;
}

// Ids in a list of names; INVALID_NAME about `field[i]`.
template <typename IdType>
absl::StatusOr<std::vector<IdType>> FromNames(
    const google::protobuf::RepeatedPtrField<std::string>& names,
    absl::string_view field) {
  std::vector<IdType> ids;
  for (int i = 0; i < names.size(); ++i) {
    auto id = model::ParseName<IdType>(names[i]);
    if (!id.ok()) {
      return model::ForField(id.status(), absl::StrCat(field, "[", i, "]"));
    }
    ids.push_back(*std::move(id));
  }
  return ids;
}

// Sets create_time, update_time and etag.
template <typename Message>
void SetMeta(absl::string_view name, const model::Meta& meta,
             Message& message) {
  *message.mutable_create_time() = ToProto(meta.create_time);
  *message.mutable_update_time() = ToProto(meta.update_time);
  message.set_etag(model::EtagOf(name, meta));
}

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_FIELDS_H_
