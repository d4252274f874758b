// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The ledger: one event for each change, in the change's own transaction.
#ifndef TWINAID_SERVICE_CORE_LEDGER_H_
#define TWINAID_SERVICE_CORE_LEDGER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/event.h"

namespace twinaid::core {

// Appends an event, and with it the notices of it that m.notices asks for (see
// notices.h). `details` holds words and numbers only; `note`, if not
// empty, enters as a salted digest under "note_sha256" with its "note_salt".
absl::Status Record(Mutation& m, absl::string_view type,
                    absl::string_view resource,
                    std::vector<model::PlaceId> places,
                    std::map<std::string, std::string> details,
                    absl::string_view note = "");

// A link of the chain, kept elsewhere.
struct LedgerHead {
  std::int64_t seq = 0;  // 0: of an empty ledger
  std::string hash;
};

// The newest link.
absl::StatusOr<LedgerHead> GetLedgerHead(const View& v);

// What VerifyLedger found.
struct LedgerVerdict {
  std::int64_t events = 0;      // read
  std::string head_hash;        // of the last event
  std::int64_t broken_seq = 0;  // first event that does not fit; 0: none
  bool kept_found = false;      // the kept head is a link of the ledger
};

// Recomputes the hash chain from the first event and, with `kept`, looks
// whether that head is in it: without, a ledger that was cut off, or written
// anew as a whole, has no fault. O(events).
absl::StatusOr<LedgerVerdict> VerifyLedger(
    const View& v, const std::optional<LedgerHead>& kept = std::nullopt);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_LEDGER_H_
