// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the inventory and the matches come to.
//
// Each report is of a place and the places inside it, or of every place without
// one, as the snapshot has it. Quantities are base units. All return NOT_FOUND
// for an unknown place and FAILED_PRECONDITION (SUM_TOO_LARGE) where a sum is
// beyond 64 bits. Time and memory: linear in the needs and matches of these
// places.
#ifndef TWINAID_SERVICE_CORE_REPORTS_H_
#define TWINAID_SERVICE_CORE_REPORTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/context.h"
#include "service/model/ids.h"
#include "service/model/item.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/quantity.h"

namespace twinaid::core {

// None: every place.
using Scope = std::optional<model::PlaceId>;

struct CoverageRow {
  model::PlaceId place;
  model::ItemId item;
  std::string currency;
  std::int64_t needs = 0;  // closed ones without a receipt left out
  std::int64_t needs_fulfilled = 0;
  model::BaseUnits needed;  // of a closed need: what it received
  model::BaseUnits proposed;
  model::BaseUnits committed;
  model::BaseUnits in_transit;
  model::BaseUnits received;

  model::BaseUnits outstanding() const {
    return needed - committed - in_transit - received;
  }
  // Rounded down: 1000 only where nothing is outstanding.
  int covered_permille() const;
};
// By place, item and currency.
absl::StatusOr<std::vector<CoverageRow>> ReportCoverage(const View& v,
                                                        const Scope& scope);

struct OpenNeed {
  model::Need need;
  int silent_days = 0;  // whole days since its place last spoke of it
  bool rests = false;   // by the scheme that waits least for its place
};
// Needs that are not closed, with something outstanding: the longest silence
// first, then by name. Only from `silent_days` on.
absl::StatusOr<std::vector<OpenNeed>> ReportOpenNeeds(const View& v,
                                                      const Scope& scope,
                                                      int silent_days);

struct Delivery {
  absl::CivilMonth month;  // UTC
  model::ItemId item;      // as given
  std::string currency;
  std::int64_t matches = 0;
  model::BaseUnits received;
};
// What these places received: the newest month first, then by item, currency.
absl::StatusOr<std::vector<Delivery>> ReportDeliveries(const View& v,
                                                       const Scope& scope);

struct Balance {
  model::PlaceId place;
  model::PlaceId partner;
  model::SisterLinkId link;  // the closest kind; empty: none joins them
  absl::CivilMonth month;    // UTC
  model::ItemId item;        // as given
  model::Category category = model::Category::kSupplies;
  std::string currency;
  model::BaseUnits given;     // arrived at the partner
  model::BaseUnits received;  // arrived from the partner
};
// What went each way between the place itself (not those inside it) and others;
// of every place each two once, the first by name as `place`. By place,
// partner, month, item and currency.
absl::StatusOr<std::vector<Balance>> ReportBalances(
    const View& v, const Scope& scope,
    const std::optional<model::PlaceId>& partner);

// A match of which something arrived.
struct Donation {
  model::Match match;
  model::OrganizationId donor;        // empty: the place at large
  model::OrganizationId beneficiary;  // likewise
  std::string currency;
  model::BaseUnits quantity;  // arrived
  absl::Time received_time;   // of the last that arrived
};
struct DonationWish {
  model::Side side = model::Side::kBoth;  // on which the places stand
  std::optional<model::ItemId> item;      // as given
  std::optional<absl::CivilDay> since;    // UTC, inclusive
  std::optional<absl::CivilDay> until;    // UTC, inclusive
};
// The oldest first, then by match.
absl::StatusOr<std::vector<Donation>> ReportDonations(const View& v,
                                                      const Scope& scope,
                                                      const DonationWish& wish);

// What one place gives to another within a scheme, of one item.
struct Contribution {
  model::PlaceId donor;
  // Those of its sister places that serve the same place within the scheme.
  std::vector<model::PlaceId> together_with;
  model::PlaceId recipient;
  model::ItemId item;  // as given
  std::string currency;
  std::int64_t matches = 0;  // that came to nothing left out
  model::BaseUnits proposed;
  model::BaseUnits committed;
  model::BaseUnits in_transit;
  model::BaseUnits received;
};
// By donor, recipient, item and currency. NOT_FOUND also for the scheme.
absl::StatusOr<std::vector<Contribution>> ReportContributions(
    const View& v, const model::SchemeId& scheme,
    const std::optional<model::PlaceId>& donor);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_REPORTS_H_
