// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What rounds do not propose together again, and what lifts it.
#ifndef TWINAID_SERVICE_CORE_APART_H_
#define TWINAID_SERVICE_CORE_APART_H_

#include <set>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/core/context.h"
#include "service/model/ids.h"
#include "service/model/match.h"
#include "service/model/names.h"

namespace twinaid::core {

// What a decline with this reason keeps apart.
model::Apart ApartAfter(model::Reason reason);

// Whether rounds of the scheme keep the two places of the match apart: its own
// scheme does, every scheme if it was made by hand.
bool KeepsPlacesApart(const model::Match& match, const model::SchemeId& scheme);

// Whether a round of the scheme may not put the two together.
absl::StatusOr<bool> AreApart(const View& v, const model::NeedName& need,
                              const model::OfferName& offer,
                              const model::SchemeId& scheme);

// What AreApart says of one need with any offer, or of one offer with any need,
// read at once.
template <typename OtherName>
struct KeptApart {
  std::set<OtherName> names;
  std::set<model::PlaceId> places;
  std::set<model::ItemId> items;  // substitutes that the need's side refused
  // `item`: what is offered.
  bool Has(const OtherName& other, const model::ItemId& item) const {
    return names.contains(other) || places.contains(other.parent) ||
           items.contains(item);
  }
};
absl::StatusOr<KeptApart<model::OfferName>> ApartFrom(
    const View& v, const model::NeedName& need, const model::SchemeId& scheme);
absl::StatusOr<KeptApart<model::NeedName>> ApartFrom(
    const View& v, const model::OfferName& offer,
    const model::SchemeId& scheme);

// Lets lapsed pairs be proposed again, after a word of one side: those of the
// need, or of the offer.
absl::Status LiftLapsed(Mutation& m, const model::NeedName& need);
absl::Status LiftLapsed(Mutation& m, const model::OfferName& offer);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_APART_H_
