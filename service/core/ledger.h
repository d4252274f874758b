// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ledger: one event for each change, in the change's own transaction.
#ifndef TWINAID_SERVICE_CORE_LEDGER_H_
#define TWINAID_SERVICE_CORE_LEDGER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/event.h"

namespace twinaid::core {

// Appends an event. `details` holds words and numbers only; `note`, if not
// empty, enters as a salted digest under "note_sha256" with its "note_salt".
absl::Status Record(Mutation& m, absl::string_view type,
                    absl::string_view resource,
                    std::vector<model::PlaceId> places,
                    std::map<std::string, std::string> details,
                    absl::string_view note = "");

// What VerifyLedger found.
struct LedgerVerdict {
  std::int64_t events = 0;      // read
  std::string head_hash;        // of the last event
  std::int64_t broken_seq = 0;  // first event that does not fit; 0: none
};

// Recomputes the hash chain from the first event. O(events).
absl::StatusOr<LedgerVerdict> VerifyLedger(const View& v);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_LEDGER_H_
