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
  SmallWorld& Under(const std::string& place, const std::string& parent) {
    for (model::Place& row : input.places) {
      if (row.id.value() == place) {
        row.parent = model::PlaceId::Trusted(parent);
      }
    }
    return *this;
  }
  // How many partners a place may have on a side.
  SmallWorld& Capacities(const std::string& place, int donor, int recipient) {
    for (model::Place& row : input.places) {
      if (row.id.value() != place) continue;
      row.donor_capacity = donor;
      row.recipient_capacity = recipient;
    }
    return *this;
  }
  SmallWorld& Standing(const std::string& donor, const std::string& recipient,
                       bool active = true) {
    StandingPairing standing;
    standing.donor = model::PlaceId::Trusted(donor);
    standing.recipient = model::PlaceId::Trusted(recipient);
    standing.active = active;
    input.standing.push_back(standing);
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
