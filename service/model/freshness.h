// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How long a need or an offer counts without a word of its place.
#ifndef TWINAID_SERVICE_MODEL_FRESHNESS_H_
#define TWINAID_SERVICE_MODEL_FRESHNESS_H_

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace twinaid::model {

// The first civil day (UTC) on which it rests: outside of matching until it is
// confirmed.
inline absl::CivilDay RestsFrom(absl::Time confirm_time, int confirm_days) {
  return absl::ToCivilDay(confirm_time, absl::UTCTimeZone()) + confirm_days;
}

inline bool Rests(absl::Time confirm_time, int confirm_days,
                  absl::CivilDay today) {
  return today >= RestsFrom(confirm_time, confirm_days);
}

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_FRESHNESS_H_
