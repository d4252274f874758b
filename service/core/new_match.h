// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The checks of CreateMatch by themselves: what a round asks before it makes a
// pairing for a match.
#ifndef TWINAID_SERVICE_CORE_NEW_MATCH_H_
#define TWINAID_SERVICE_CORE_NEW_MATCH_H_

#include "absl/status/status.h"
#include "service/core/assistance.h"

namespace twinaid::core {

// OK if CreateMatch would make the match now; else its error.
absl::Status CheckNewMatch(const View& v, const NewMatch& match);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_NEW_MATCH_H_
