// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The place that a request is about, or every place.
#ifndef TWINAID_SERVICE_RPC_SCOPE_H_
#define TWINAID_SERVICE_RPC_SCOPE_H_

#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "service/model/common_errors.h"
#include "service/model/errors.h"
#include "service/model/names.h"
#include "service/rpc/parents.h"

namespace twinaid::rpc {

// None for places/-. INVALID_ARGUMENT about `place`: REQUIRED_FIELD,
// INVALID_NAME.
inline absl::StatusOr<std::optional<model::PlaceId>> ScopeOf(
    const std::string& place) {
  if (place.empty()) return model::RequiredField("place");
  if (place == kAllPlaces) return std::optional<model::PlaceId>();
  auto id = model::ParseName<model::PlaceId>(place);
  if (!id.ok()) return model::ForField(id.status(), "place");
  return std::optional<model::PlaceId>(*std::move(id));
}

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_SCOPE_H_
