// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a place can give, and how much of it is promised.
#ifndef TWINAID_SERVICE_MODEL_OFFER_H_
#define TWINAID_SERVICE_MODEL_OFFER_H_

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

enum class OfferState {
  kOpen = 1,
  kCommitted,
  kExhausted,
  kWithdrawn,
  kExpired
};

struct OfferTallies {
  BaseUnits proposed;
  BaseUnits committed;
  BaseUnits dispatched;  // for good: what is lost on the way stays here
  friend bool operator==(const OfferTallies&, const OfferTallies&) = default;
};

struct Offer {
  using Key = OfferName;

  OfferName name;
  ItemId item;
  Units quantity;
  BaseUnits total;
  std::optional<absl::CivilDay> available_from;
  std::optional<absl::CivilDay> available_until;
  std::optional<absl::CivilDay> expires;  // last day the goods are good
  std::optional<Units> min_lot;           // least to ship in one match
  int lead_days = 0;                      // 0 to 3650
  PlaceId directed_to;                    // empty: to anybody
  std::string currency;
  OrganizationId donor;
  std::vector<std::string> certificates;
  std::string note;
  std::string note_language;
  Closed closed = Closed::kNo;
  absl::Time confirm_time;  // when its place last spoke of it; set by core
  OfferTallies tallies;
  Meta meta;

  const Key& key() const { return name; }
  // What can still be promised; zero for a closed offer.
  BaseUnits available() const {
    return closed == Closed::kNo ? total - tallies.proposed -
                                       tallies.committed - tallies.dispatched
                                 : BaseUnits(0);
  }
  OfferState state() const;

  friend bool operator==(const Offer&, const Offer&) = default;
};

// INVALID_ARGUMENT with the field path. Looks at the offer and its item only.
absl::Status Validate(const Offer& offer, const Item& item);

// INTERNAL (BROKEN_INVARIANT): a tally is negative, or the offer over-promised.
absl::Status CheckInvariants(const Offer& offer);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_OFFER_H_
