// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which kinds of place a sister link joins.
#ifndef TWINAID_SERVICE_CORE_SISTER_LINKS_H_
#define TWINAID_SERVICE_CORE_SISTER_LINKS_H_

#include "absl/status/status.h"
#include "service/model/place.h"
#include "service/model/sister_link.h"

namespace twinaid::core {

// sister_city joins cities, municipalities, prefectures, counties and
// districts; sister_province_state joins provinces, states and municipalities;
// the other kinds join any two places. INVALID_ARGUMENT (LINK_KIND_MISMATCH).
absl::Status CheckKinds(model::LinkKind kind, const model::Place& a,
                        const model::Place& b);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_SISTER_LINKS_H_
