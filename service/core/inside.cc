// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/inside.h"

#include <cstddef>
#include <optional>

#include "service/core/rows.h"

namespace twinaid::core {

absl::StatusOr<std::vector<model::PlaceId>> WithInside(
    const View& v, const model::PlaceId& place) {
  TWINAID_RETURN_IF_ERROR(Require(v.tx.places(), place).status());
  std::vector<model::PlaceId> all = {place};
  for (std::size_t i = 0; i < all.size(); ++i) {
    store::PlaceQuery inside;
    inside.parent = all[i];
    TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Place> children,
                             v.tx.places().List(inside, std::nullopt, 0));
    for (const model::Place& child : children) all.push_back(child.id);
  }
  return all;
}

}  // namespace twinaid::core
