// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether a scheme has a place among those it serves or is served by.
#ifndef TWINAID_SERVICE_CORE_PARTICIPATION_H_
#define TWINAID_SERVICE_CORE_PARTICIPATION_H_

#include <algorithm>
#include <vector>

#include "service/model/ids.h"
#include "service/model/scheme.h"

namespace twinaid::core {

// Third places take part whether the participants name them or not.
// O(log n).
inline bool TakesPart(const model::Scheme& scheme,
                      const model::PlaceId& place) {
  const auto among = [&](const std::vector<model::PlaceId>& places) {
    return std::binary_search(places.begin(), places.end(), place);
  };
  return scheme.participants.empty() || among(scheme.participants) ||
         among(scheme.third_places);
}

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_PARTICIPATION_H_
