// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How many days a place may keep silent before its needs and offers rest.
#ifndef TWINAID_SERVICE_CORE_PATIENCE_H_
#define TWINAID_SERVICE_CORE_PATIENCE_H_

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "service/core/participation.h"
#include "service/model/ids.h"
#include "service/model/scheme.h"

namespace twinaid::core {

// Of several schemes: by the one that waits least for the place.
class Patience {
 public:
  explicit Patience(std::vector<model::Scheme> schemes)
      : schemes_(std::move(schemes)) {}

  int DaysOf(const model::PlaceId& place) const {
    std::optional<int> days;
    for (const model::Scheme& scheme : schemes_) {
      if (!TakesPart(scheme, place)) continue;
      days = std::min(days.value_or(scheme.confirm_days), scheme.confirm_days);
    }
    return days.value_or(model::kDefaultConfirmDays);
  }

 private:
  std::vector<model::Scheme> schemes_;
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_PATIENCE_H_
