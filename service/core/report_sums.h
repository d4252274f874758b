// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the reports share: who is in scope, and sums that do not overflow.
#ifndef TWINAID_SERVICE_CORE_REPORT_SUMS_H_
#define TWINAID_SERVICE_CORE_REPORT_SUMS_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/reports.h"

namespace twinaid::core {

// The places of a scope; none for every place. NOT_FOUND.
using Places = std::optional<std::set<model::PlaceId>>;
absl::StatusOr<Places> PlacesOf(const View& v, const Scope& scope);

inline bool Has(const Places& places, const model::PlaceId& place) {
  return !places || places->contains(place);
}

// FAILED_PRECONDITION (SUM_TOO_LARGE); `sum` is as it was then.
absl::Status AddTo(model::BaseUnits& sum, model::BaseUnits more,
                   const model::ItemId& item);

// The month of a moment, UTC.
absl::CivilMonth MonthOf(absl::Time time);

// Every need of the places, by name within a place.
absl::Status ForEachNeed(
    const View& v, const Places& places,
    absl::FunctionRef<absl::Status(const model::Need&)> body);

// A match of which something arrived, with the currency and the organizations
// of its need and its offer.
struct Arrived {
  model::Match match;
  std::string currency;
  model::OrganizationId donor;
  model::OrganizationId beneficiary;
};
// Every one that stands on a side within the places, once.
absl::Status ForEachArrived(
    const View& v, const Places& places,
    absl::FunctionRef<absl::Status(const Arrived&)> body);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_REPORT_SUMS_H_
