// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who could help whom before anything was given away: what the answers of a
// plan are told from.
#ifndef TWINAID_SERVICE_PLANNING_OUTLOOK_H_
#define TWINAID_SERVICE_PLANNING_OUTLOOK_H_

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/compatibility.h"
#include "service/planning/engine_instance.h"
#include "service/planning/records.h"
#include "service/planning/ties.h"

namespace twinaid::planning {

// All needs and offers of the records (same positions) with what they had at
// the start, over the ties of all allowed rungs, whoever has a slot now. A
// place of capacity zero takes no part on that side. Borrows the input and the
// records, which must outlive it. Thread-safe once built.
class Outlook {
 public:
  // RESOURCE_EXHAUSTED (INSTANCE_TOO_BIG), INVALID_ARGUMENT
  // (INSTANCE_NOT_VALID, REFERENCE_NOT_FOUND).
  static absl::StatusOr<std::unique_ptr<const Outlook>> Make(
      const PlanInput& input, const Records& records);

  const std::vector<PlaceTie>& ties() const { return ties_; }
  const matcher::Instance& instance() const { return engine_.instance; }

  // Positions in ties(), by recipient.
  const std::vector<std::int32_t>& TiesTo(std::int32_t recipient) const {
    return ties_to_[static_cast<std::size_t>(recipient)];
  }
  // The offers of a place in one substitution group, ascending.
  const std::vector<std::int32_t>& OffersOf(std::int32_t place,
                                            std::int32_t group) const;

  // Why the offer cannot serve the need over so many days; kStockUsedUp where
  // it can.
  model::UnmetReason Judge(std::int32_t need, std::int32_t offer,
                           int transit_days) const;

  // Whether some offer of the donor can serve some need of the recipient.
  bool HasValue(const PlaceTie& tie) const;

 private:
  Outlook(const Records& records, std::vector<PlaceTie> ties,
          EngineInstance engine);

  const Records& records_;
  std::vector<PlaceTie> ties_;
  EngineInstance engine_;
  matcher::Compatibility compatibility_;
  std::vector<std::vector<std::int32_t>> ties_to_;
  std::vector<std::vector<std::int32_t>> needs_of_;  // by place
  std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::int32_t>>
      offers_of_;  // by place and group
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_OUTLOOK_H_
