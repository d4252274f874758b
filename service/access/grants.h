// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether a place or a scheme is among what a principal is granted.
#ifndef TWINAID_SERVICE_ACCESS_GRANTS_H_
#define TWINAID_SERVICE_ACCESS_GRANTS_H_

#include "absl/status/statusor.h"
#include "service/model/principal.h"
#include "service/store/store.h"

namespace twinaid::access {

// The place, or one that it lies in, is granted. A place that does not exist
// lies in nothing. One read by key for each place above it.
absl::StatusOr<bool> IsGranted(const store::ReadTransaction& tx,
                               const model::Principal& principal,
                               const model::PlaceId& place);

bool IsGranted(const model::Principal& principal,
               const model::SchemeId& scheme);

}  // namespace twinaid::access

#endif  // TWINAID_SERVICE_ACCESS_GRANTS_H_
