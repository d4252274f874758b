// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The place that needs and offers of a request belong to.
#ifndef TWINAID_SERVICE_RPC_PARENTS_H_
#define TWINAID_SERVICE_RPC_PARENTS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/core/registry.h"
#include "service/model/common_errors.h"
#include "service/model/errors.h"
#include "service/model/names.h"

namespace twinaid::rpc {

inline constexpr char kAllPlaces[] = "places/-";

// INVALID_NAME about `parent`.
inline absl::StatusOr<model::PlaceId> PlaceOf(const std::string& parent) {
  auto id = model::ParseName<model::PlaceId>(parent);
  if (!id.ok()) return model::ForField(id.status(), "parent");
  return id;
}

// Narrows a list of needs or offers to its parent, places/- leaves it.
// NOT_FOUND: no such place; INVALID_FILTER: the filter names another place.
template <typename Request, typename Query>
absl::Status NarrowToParent(const core::View& view, const Request& request,
                            Query& query) {
  if (request.parent() == kAllPlaces) return absl::OkStatus();
  const auto place = PlaceOf(request.parent());
  if (!place.ok()) return place.status();
  const auto row = core::GetPlace(view, *place);
  if (!row.ok()) return row.status();
  if (query.place && *query.place != *place) {
    return model::InvalidFilter(
        request.filter(), "it names another place than parent",
        "其中的地方与 parent 不同", "place = P under places/- only");
  }
  query.place = *place;
  return absl::OkStatus();
}

// Gives requests of a batch without a parent that of the batch.
// INVALID_VALUE: one names another place than the batch.
template <typename Batch>
absl::Status GiveParent(Batch& batch) {
  for (int i = 0; i < batch.requests_size(); ++i) {
    auto* request = batch.mutable_requests(i);
    if (batch.parent() == kAllPlaces || batch.parent().empty()) continue;
    if (request->parent().empty()) request->set_parent(batch.parent());
    if (request->parent() == batch.parent()) continue;
    return model::InvalidValue(
        absl::StrCat("requests[", i, "].parent"), request->parent(),
        absl::StrCat(batch.parent(),
                     ", the parent of the batch, or a batch "
                     "under places/-"),
        absl::StrCat(batch.parent(), "（整批的上级），或使用 places/- 的批次"));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_PARENTS_H_
