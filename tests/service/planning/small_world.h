// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Inputs of plans in few words.
#ifndef TWINAID_TESTS_SERVICE_PLANNING_SMALL_WORLD_H_
#define TWINAID_TESTS_SERVICE_PLANNING_SMALL_WORLD_H_

#include <cstdint>
#include <string>

#include "service/planning/plan.h"

namespace twinaid::planning {

class SmallWorld {
 public:
  PlanInput input;

  SmallWorld() {
    input.policy.rungs = 2;
    input.as_of = absl::CivilDay(2020, 3, 1);
  }

  SmallWorld& Place(const std::string& id) {
    model::Place place;
    place.id = model::PlaceId::Trusted(id);
    place.name_en = id;
    input.places.push_back(place);
    return *this;
  }
  SmallWorld& Item(const std::string& id) {
    model::Item item;
    item.id = model::ItemId::Trusted(id);
    item.name_en = id;
    input.items.push_back(item);
    return *this;
  }
  SmallWorld& Link(const std::string& a, const std::string& b,
                   model::LinkKind kind = model::LinkKind::kSisterCity) {
    model::SisterLink link;
    link.id = model::SisterLinkId::Trusted(a + "-" + b);
    link.place_a = model::PlaceId::Trusted(a);
    link.place_b = model::PlaceId::Trusted(b);
    link.kind = kind;
    input.links.push_back(link);
    return *this;
  }
  SmallWorld& Need(const std::string& place, const std::string& item,
                   std::int64_t quantity,
                   model::Urgency urgency = model::Urgency::kMedium) {
    model::Need need;
    need.name = {model::PlaceId::Trusted(place),
                 model::NeedId::Trusted(item + "-" +
                                        std::to_string(input.needs.size()))};
    need.item = model::ItemId::Trusted(item);
    need.quantity = model::Units(quantity);
    need.total = model::BaseUnits(quantity);
    need.urgency = urgency;
    input.needs.push_back(need);
    return *this;
  }
  SmallWorld& Offer(const std::string& place, const std::string& item,
                    std::int64_t quantity) {
    model::Offer offer;
    offer.name = {model::PlaceId::Trusted(place),
                  model::OfferId::Trusted(item + "-" +
                                          std::to_string(input.offers.size()))};
    offer.item = model::ItemId::Trusted(item);
    offer.quantity = model::Units(quantity);
    offer.total = model::BaseUnits(quantity);
    input.offers.push_back(offer);
    return *this;
  }
};

}  // namespace twinaid::planning

#endif  // TWINAID_TESTS_SERVICE_PLANNING_SMALL_WORLD_H_
