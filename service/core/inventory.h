// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Use cases on needs and offers: the inventory of a place.
#ifndef TWINAID_SERVICE_CORE_INVENTORY_H_
#define TWINAID_SERVICE_CORE_INVENTORY_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "service/core/context.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/offer.h"
#include "service/model/place.h"
#include "service/model/supply_state.h"

namespace twinaid::core {

absl::StatusOr<model::Need> GetNeed(const View& v, const model::NeedName& name);
absl::StatusOr<model::Offer> GetOffer(const View& v,
                                      const model::OfferName& name);

// `need.name.child` may be empty: an id is made. total, closed, tallies and
// meta are set here, whatever came. INVALID_ARGUMENT, ALREADY_EXISTS.
absl::StatusOr<model::Need> CreateNeed(Mutation& m, model::Need need);
absl::StatusOr<model::Offer> CreateOffer(Mutation& m, model::Offer offer);

// Takes the fields that callers set. The item cannot change. Proposals above
// the new quantity, or that no longer fit (item, dates), are withdrawn.
// NOT_FOUND; ABORTED (STALE_ETAG); FAILED_PRECONDITION: closed, or the quantity
// falls below what is covered (need) or committed and dispatched (offer).
absl::StatusOr<model::Need> UpdateNeed(Mutation& m, model::Need need,
                                       absl::string_view etag);
absl::StatusOr<model::Offer> UpdateOffer(Mutation& m, model::Offer offer,
                                         absl::string_view etag);

// Ends a need or offer: its proposals are withdrawn. FAILED_PRECONDITION while
// something is committed or on its way, or it is closed already.
absl::StatusOr<model::Need> WithdrawNeed(Mutation& m,
                                         const model::NeedName& name,
                                         absl::string_view etag,
                                         model::Reason reason,
                                         absl::string_view note);
absl::StatusOr<model::Offer> WithdrawOffer(Mutation& m,
                                           const model::OfferName& name,
                                           absl::string_view etag,
                                           model::Reason reason,
                                           absl::string_view note);

// Stock that changed: a new quantity, or a change of it; exactly one.
struct Adjustment {
  std::optional<model::Units> quantity;
  std::optional<model::Units> delta;
  model::Reason reason = model::Reason::kNone;
  std::string note;
};
absl::StatusOr<model::Offer> AdjustOffer(Mutation& m,
                                         const model::OfferName& name,
                                         absl::string_view etag,
                                         const Adjustment& adjustment);

// Says that it still stands: it does not rest any more, and what lapsed of it
// may be proposed again. NOT_FOUND; ABORTED; FAILED_PRECONDITION: closed.
// Creating, changing and adjusting say so too.
absl::StatusOr<model::Need> ConfirmNeed(Mutation& m,
                                        const model::NeedName& name,
                                        absl::string_view etag);
absl::StatusOr<model::Offer> ConfirmOffer(Mutation& m,
                                          const model::OfferName& name,
                                          absl::string_view etag);

// Closes as EXPIRED those of the rows that are past their day (needed_by,
// available_until, expires), with nothing committed, and withdraws their
// proposals. Returns how many were closed; the others are passed over. What is
// due is found by SweepExpiries.
absl::StatusOr<int> ExpireThese(Mutation& m,
                                absl::Span<const model::NeedName> names);
absl::StatusOr<int> ExpireThese(Mutation& m,
                                absl::Span<const model::OfferName> names);

// One place's page: what it needs, offers, has promised and expects.
struct Inventory {
  model::Place place;
  std::vector<model::Need> needs;
  std::vector<model::Offer> offers;
  std::vector<model::Match> promised;  // live matches it gives
  std::vector<model::Match> expected;  // live matches it receives
};
absl::StatusOr<Inventory> GetInventory(const View& v, const model::PlaceId& id);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_INVENTORY_H_
