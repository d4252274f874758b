// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/access/grants.h"

#include <algorithm>
#include <optional>

#include "service/model/status_macros.h"

namespace twinaid::access {
namespace {

// More than any chain of places inside places; the registry allows no circle.
constexpr int kMaxDepth = 64;

template <typename IdType>
bool Contains(const std::vector<IdType>& ids, const IdType& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

absl::StatusOr<bool> IsGranted(const store::ReadTransaction& tx,
                               const model::Principal& principal,
                               const model::PlaceId& place) {
  if (model::IsEverywhere(principal.role) || principal.every_place) return true;
  if (principal.places.empty()) return false;
  model::PlaceId at = place;
  for (int depth = 0; depth < kMaxDepth && !at.empty(); ++depth) {
    if (Contains(principal.places, at)) return true;
    TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Place> row,
                             tx.places().Find(at));
    if (!row) return false;
    at = row->parent;
  }
  return false;
}

bool IsGranted(const model::Principal& principal,
               const model::SchemeId& scheme) {
  return model::IsEverywhere(principal.role) || principal.every_scheme ||
         Contains(principal.schemes, scheme);
}

}  // namespace twinaid::access
