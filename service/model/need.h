// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a place asks for, and how far it is covered.
#ifndef TWINAID_SERVICE_MODEL_NEED_H_
#define TWINAID_SERVICE_MODEL_NEED_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/model/ids.h"
#include "service/model/item.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/quantity.h"
#include "service/model/supply_state.h"

namespace twinaid::model {

enum class Urgency { kCritical = 1, kHigh, kMedium, kLow };
enum class SubstitutePolicy { kNone = 1, kAny, kListed };
enum class NeedState {
  kOpen = 1,
  kPartiallyCovered,
  kCovered,
  kFulfilled,
  kWithdrawn,
  kExpired
};

struct NeedTallies {
  BaseUnits proposed;
  BaseUnits committed;
  BaseUnits in_transit;
  BaseUnits received;
  friend bool operator==(const NeedTallies&, const NeedTallies&) = default;
};

struct Need {
  using Key = NeedName;

  NeedName name;
  ItemId item;
  Units quantity;   // in the item's unit; minor units for money
  BaseUnits total;  // quantity times base content; set by core
  Urgency urgency = Urgency::kMedium;
  std::optional<absl::CivilDay> needed_by;
  SubstitutePolicy substitutes = SubstitutePolicy::kNone;
  std::vector<ItemId> listed_substitutes;  // with kListed only
  int min_quality_percent = 0;
  std::string currency;        // ISO 4217, exactly for items of money
  OrganizationId beneficiary;  // may be empty
  std::string note;
  std::string note_language;  // BCP 47, may be empty
  Closed closed = Closed::kNo;
  absl::Time confirm_time;  // when its place last spoke of it; set by core
  NeedTallies tallies;
  Meta meta;

  const Key& key() const { return name; }
  BaseUnits covered() const {
    return tallies.committed + tallies.in_transit + tallies.received;
  }
  BaseUnits outstanding() const { return total - covered(); }
  // What a round may still propose; zero for a closed need.
  BaseUnits open_to_matching() const {
    return closed == Closed::kNo ? outstanding() - tallies.proposed
                                 : BaseUnits(0);
  }
  NeedState state() const;

  friend bool operator==(const Need&, const Need&) = default;
};

// INVALID_ARGUMENT with the field path. Looks at the need and its item only;
// sets nothing.
absl::Status Validate(const Need& need, const Item& item);

// INTERNAL (BROKEN_INVARIANT): a tally is negative, or the need over-covered.
absl::Status CheckInvariants(const Need& need);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_NEED_H_
