// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/planning/random_input.h"

#include <algorithm>
#include <string>

#include "tests/service/planning/small_world.h"

namespace twinaid::planning {
namespace {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  PlanInput Make() {
    world_.Item("mask").Item("gown").Item("suit");
    world_.input.items[1].substitutes = {
        {model::ItemId::Trusted("suit"), 80, ""}};
    places_ = 4 + Below(6);
    for (int i = 0; i < places_; ++i) AddPlace(i);
    const int links = Below(3 * places_);
    for (int i = 0; i < links; ++i) AddLink();
    const int records = 4 + Below(20);
    for (int i = 0; i < records; ++i) AddNeed();
    for (int i = 0; i < records; ++i) AddOffer();
    const int standing = Below(4);
    for (int i = 0; i < standing; ++i) AddStanding();
    SetPolicy();
    return world_.input;
  }

 private:
  int Below(int bound) {
    return static_cast<int>(random_() % static_cast<unsigned>(bound));
  }
  bool OneIn(int times) { return Below(times) == 0; }
  std::string Any() { return "p" + std::to_string(Below(places_)); }
  std::string AnyItem() {
    static const char* const kItems[] = {"mask", "gown", "suit"};
    return kItems[Below(3)];
  }

  void AddPlace(int i) {
    world_.Place("p" + std::to_string(i));
    model::Place& place = world_.input.places.back();
    if (i > 0 && OneIn(3)) {
      place.parent = model::PlaceId::Trusted("p" + std::to_string(Below(i)));
    }
    if (OneIn(4)) place.donor_capacity = Below(4);
    if (OneIn(4)) place.recipient_capacity = Below(4);
  }

  void AddLink() {
    const std::string a = Any();
    const std::string b = Any();
    if (a == b) return;
    world_.Link(a, b,
                OneIn(2) ? model::LinkKind::kSisterCity
                         : model::LinkKind::kFriendlyExchange);
    model::SisterLink& link = world_.input.links.back();
    link.id = model::SisterLinkId::Trusted(
        "l" + std::to_string(world_.input.links.size()));
    link.transit_days = Below(6);
    if (OneIn(8)) link.state = model::LinkState::kSuspended;
  }

  void AddNeed() {
    world_.Need(Any(), AnyItem(), 1 + Below(100),
                static_cast<model::Urgency>(1 + Below(4)));
    model::Need& need = world_.input.needs.back();
    if (OneIn(3)) need.needed_by = world_.input.as_of + Below(10);
    if (OneIn(2)) need.substitutes = model::SubstitutePolicy::kAny;
  }

  void AddOffer() {
    world_.Offer(Any(), AnyItem(), 1 + Below(120));
    model::Offer& offer = world_.input.offers.back();
    offer.lead_days = Below(4);
    if (OneIn(5)) offer.min_lot = model::Units(1 + Below(40));
    if (OneIn(8)) offer.directed_to = model::PlaceId::Trusted(Any());
    if (OneIn(8)) {
      world_.input.declined.push_back({world_.input.needs[0].name, offer.name});
    }
  }

  void AddStanding() {
    const std::string donor = Any();
    const std::string recipient = Any();
    for (const StandingPairing& known : world_.input.standing) {
      if (known.donor.value() == donor &&
          known.recipient.value() == recipient) {
        return;
      }
    }
    if (donor != recipient) world_.Standing(donor, recipient, !OneIn(3));
  }

  void SetPolicy() {
    model::Policy& policy = world_.input.policy;
    policy.rungs = 1 + Below(4);
    policy.donor_capacity = 1 + Below(3);
    policy.recipient_capacity = 1 + Below(3);
    if (OneIn(3)) policy.tiers = model::Tiers::kWeighted;
    if (OneIn(3)) policy.keep = model::Keep::kTies;
    policy.pool = static_cast<model::Pool>(1 + Below(3));
    if (OneIn(3)) policy.shape = model::Shape::kMutual;
    policy.allow_one_way = policy.shape == model::Shape::kMutual && OneIn(2);
    world_.input.seed = Below(1000);
  }

  std::mt19937 random_;
  SmallWorld world_;
  int places_ = 0;
};

}  // namespace

PlanInput RandomInput(unsigned seed) { return Maker(seed).Make(); }

PlanInput Shuffled(PlanInput input, std::mt19937& random) {
  std::shuffle(input.places.begin(), input.places.end(), random);
  std::shuffle(input.links.begin(), input.links.end(), random);
  std::shuffle(input.items.begin(), input.items.end(), random);
  std::shuffle(input.needs.begin(), input.needs.end(), random);
  std::shuffle(input.offers.begin(), input.offers.end(), random);
  std::shuffle(input.declined.begin(), input.declined.end(), random);
  std::shuffle(input.standing.begin(), input.standing.end(), random);
  return input;
}

}  // namespace twinaid::planning
