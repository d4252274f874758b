// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Enums of the contract and of the domain have the same numbers; the contract
// adds 0 for "not said". A test compares every name.
#ifndef TWINAID_SERVICE_CONVERT_ENUMS_H_
#define TWINAID_SERVICE_CONVERT_ENUMS_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/model/checks.h"

namespace twinaid::convert {

// ToEnum<v1::Place::Kind>(place.kind).
template <typename Proto, typename Model>
Proto ToEnum(Model value) {
  return static_cast<Proto>(static_cast<int>(value));
}

// INVALID_ARGUMENT: REQUIRED_FIELD for 0, INVALID_VALUE for a number that this
// release does not know.
template <typename Model, typename Proto>
absl::StatusOr<Model> FromEnum(Proto value, absl::string_view field) {
  const auto converted = static_cast<Model>(static_cast<int>(value));
  const absl::Status status = model::CheckEnum(converted, field);
  if (!status.ok()) return status;
  return converted;
}

// The same, where 0 means `unset`.
template <typename Model, typename Proto>
absl::StatusOr<Model> FromEnumOr(Proto value, Model unset,
                                 absl::string_view field) {
  if (static_cast<int>(value) == 0) return unset;
  return FromEnum<Model>(value, field);
}

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_ENUMS_H_
