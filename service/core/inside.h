// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A place and what lies inside it.
#ifndef TWINAID_SERVICE_CORE_INSIDE_H_
#define TWINAID_SERVICE_CORE_INSIDE_H_

#include <vector>

#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/ids.h"

namespace twinaid::core {

// The place first, then all that lie inside it, over any number of steps.
// NOT_FOUND.
absl::StatusOr<std::vector<model::PlaceId>> WithInside(
    const View& v, const model::PlaceId& place);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_INSIDE_H_
