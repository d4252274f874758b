// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Checks a CoverPlan without the code that makes it.

#ifndef TWINAID_MATCHER_CHECK_COVER_H_
#define TWINAID_MATCHER_CHECK_COVER_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "matcher/extra_capacity.h"

namespace twinaid::matcher {

// Whether the plan covers every recipient that has a donor, by possible pairs
// alone; whether its numbers are those of its donors; and whether its rivals
// prove that neither fewer extra recipients nor a greater one-to-one pairing
// will do. An index of the plan may be anything.
//
// DATA_LOSS  it does not; the message says where
//
// O(m log m) for m places and pairs together. Thread-safe.
absl::Status CheckCover(std::int32_t places,
                        const std::vector<PossiblePair>& possible,
                        const CoverPlan& plan);

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_CHECK_COVER_H_
