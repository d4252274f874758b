// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/core/suggestion_world.h"

#include <algorithm>
#include <functional>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

constexpr int kPlaces = 9;
constexpr int kRows = 14;  // needs, and offers
const std::vector<std::string> kItems = {"masks", "n95", "gowns", "money"};

class Dice {
 public:
  explicit Dice(int seed) : random_(static_cast<std::uint32_t>(seed)) {}
  int Below(int n) {
    return std::uniform_int_distribution<int>(0, n - 1)(random_);
  }
  bool OneIn(int n) { return Below(n) == 0; }
  std::mt19937& engine() { return random_; }

 private:
  std::mt19937 random_;
};

std::string PlaceId(int i) { return absl::StrCat("p", i); }

// Places of which some lie in others, the parents first.
std::vector<model::Place> AnyPlaces(Dice& dice) {
  std::vector<model::Place> places;
  for (int i = 0; i < kPlaces; ++i) {
    places.push_back(City(PlaceId(i)));
    if (i > 2 && !dice.OneIn(3)) {
      places.back().parent = PlaceNamed(PlaceId(dice.Below(3)));
    }
  }
  return places;
}

std::vector<model::SisterLink> AnyLinks(Dice& dice) {
  std::vector<model::SisterLink> links;
  for (int i = 0; i < 7; ++i) {
    const int a = dice.Below(kPlaces);
    const int b = dice.Below(kPlaces);
    model::SisterLink link =
        Sisters(absl::StrCat("tie-", i), PlaceId(a), PlaceId(b));
    link.kind = dice.OneIn(3)   ? model::LinkKind::kFriendlyExchange
                : dice.OneIn(2) ? model::LinkKind::kCounterpartSupport
                                : model::LinkKind::kSisterCity;
    if (dice.OneIn(5)) link.state = model::LinkState::kSuspended;
    link.transit_days = dice.Below(4);
    links.push_back(link);
  }
  return links;
}

model::Need AnyNeed(Dice& dice, int i, absl::CivilDay today) {
  model::Need need = NeedOf(PlaceId(dice.Below(kPlaces)), absl::StrCat("n", i),
                            kItems[static_cast<std::size_t>(dice.Below(4))],
                            1 + dice.Below(6));
  need.urgency = static_cast<model::Urgency>(1 + dice.Below(3));
  if (!dice.OneIn(3)) need.needed_by = today + dice.Below(6);
  if (!dice.OneIn(3)) need.substitutes = model::SubstitutePolicy::kAny;
  if (dice.OneIn(4) && need.item == ItemNamed("masks")) {
    need.substitutes = model::SubstitutePolicy::kListed;
    need.listed_substitutes = {ItemNamed(dice.OneIn(2) ? "n95" : "gowns")};
  }
  if (dice.OneIn(4)) need.min_quality_percent = 85;
  if (!need.currency.empty() && dice.OneIn(3)) need.currency = "USD";
  return need;
}

model::Offer AnyOffer(Dice& dice, int i, absl::CivilDay today) {
  model::Offer offer = OfferOf(
      PlaceId(dice.Below(kPlaces)), absl::StrCat("o", i),
      kItems[static_cast<std::size_t>(dice.Below(4))], 1 + dice.Below(60));
  if (dice.OneIn(4)) offer.available_from = today + dice.Below(3);
  if (dice.OneIn(4)) offer.available_until = today + 2 + dice.Below(3);
  if (dice.OneIn(4)) offer.expires = today + 5 + dice.Below(4);
  if (dice.OneIn(3)) offer.lead_days = dice.Below(3);
  if (dice.OneIn(4)) offer.min_lot = model::Units(1 + dice.Below(4));
  if (dice.OneIn(5)) offer.directed_to = PlaceNamed(PlaceId(dice.Below(9)));
  if (!offer.currency.empty() && dice.OneIn(3)) offer.currency = "USD";
  return offer;
}

model::Scheme AnyScheme(Dice& dice) {
  model::Scheme scheme;
  scheme.id = model::SchemeId::Trusted("s");
  scheme.title_en = "S";
  scheme.policy.rungs = 1 + dice.Below(4);
  if (dice.OneIn(2)) scheme.policy.rungs = 4;
  scheme.confirm_days = 3;
  for (int i = 0; i < kPlaces; ++i) {
    if (i > 0) scheme.participants.push_back(PlaceNamed(PlaceId(i)));
  }
  if (!dice.OneIn(4)) scheme.participants.clear();
  if (dice.OneIn(3)) {
    scheme.third_places = {PlaceNamed(PlaceId(1)), PlaceNamed(PlaceId(4)),
                           PlaceNamed(PlaceId(5))};
  }
  return scheme;
}

}  // namespace

SuggestionWorld::SuggestionWorld(int seed, int order) {
  Dice dice(seed);
  model::Item masks = Goods("masks", 10);
  masks.substitutes = {{ItemNamed("gowns"), 80, ""},
                       {ItemNamed("n95"), 90, ""}};
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateItem(m, masks, ""); }),
              IsOk());
  model::Item gowns = Goods("gowns");
  gowns.substitutes = {{ItemNamed("masks"), 100, ""}};
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateItem(m, gowns, ""); }),
              IsOk());
  places_ = AnyPlaces(dice);
  for (const model::Place& place : places_) EXPECT_THAT(Add(place), IsOk());
  scheme_ = AnyScheme(dice);
  EXPECT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme_); }),
              IsOk());
  EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  const absl::CivilDay today = DayOf(clock_.Now());
  std::vector<std::function<void()>> rows;
  for (const model::SisterLink& link : AnyLinks(dice)) {
    // A place with itself, or the same tie again, is refused: whichever of two
    // comes first must not depend on the order.
    const bool again = std::any_of(
        links_.begin(), links_.end(), [&](const model::SisterLink& other) {
          return std::minmax(other.place_a, other.place_b) ==
                     std::minmax(link.place_a, link.place_b) &&
                 other.kind == link.kind;
        });
    if (again || link.place_a == link.place_b) continue;
    links_.push_back(link);
    rows.push_back([this, link] { EXPECT_THAT(Add(link), IsOk()); });
  }
  for (int i = 0; i < kRows; ++i) {
    const model::Need need = AnyNeed(dice, i, today + 4);
    const model::Offer offer = AnyOffer(dice, i, today + 4);
    rows.push_back([this, need] { EXPECT_THAT(Add(need), IsOk()); });
    rows.push_back([this, offer] { Add(offer).IgnoreError(); });
  }
  std::shuffle(rows.begin(), rows.end(), Dice(order).engine());
  for (const auto& add : rows) add();
  // Some matches, and of these some noes.
  for (const model::Need& need : needs()) {
    for (const model::Offer& offer : offers()) {
      if (!dice.OneIn(6)) continue;
      const auto match = Add(ByHand(need.name, offer.name, 1 + dice.Below(9)));
      const bool declined = dice.OneIn(2);
      const bool other = dice.OneIn(4);
      if (!match.ok() || !declined) continue;
      EXPECT_THAT(Do([&](Mutation& m) {
                    return DeclineMatch(m, match->id, "",
                                        model::Side::kRecipient, false,
                                        other ? model::Reason::kPrefersOther
                                              : model::Reason::kDuplicate,
                                        "");
                  }),
                  IsOk());
    }
  }
  // Four days on, what was not confirmed rests.
  clock_.Advance(absl::Hours(96));
  for (const model::Need& need : needs()) {
    if (dice.OneIn(5)) continue;
    Do([&](Mutation& m) {
      return ConfirmNeed(m, need.name, "");
    }).IgnoreError();
  }
  for (const model::Offer& offer : offers()) {
    if (dice.OneIn(5)) continue;
    Do([&](Mutation& m) {
      return ConfirmOffer(m, offer.name, "");
    }).IgnoreError();
  }
}

std::vector<model::Need> SuggestionWorld::needs() {
  return See([](const View& v) { return v.tx.needs().List({}, {}, 0); })
      .value();
}
std::vector<model::Offer> SuggestionWorld::offers() {
  return See([](const View& v) { return v.tx.offers().List({}, {}, 0); })
      .value();
}

Suggestions SuggestionWorld::For(const model::NeedName& need, int limit) {
  return See([&](const View& v) {
           return SuggestOffers(v, need, query(limit));
         })
      .value();
}
Suggestions SuggestionWorld::For(const model::OfferName& offer, int limit) {
  return See([&](const View& v) {
           return SuggestNeeds(v, offer, query(limit));
         })
      .value();
}

absl::Status SuggestionWorld::TryMatch(const Suggestion& suggestion) {
  absl::Status made;
  work_
      .Run(caller_,
           [&](Mutation& m) {
             made = CreateMatch(
                        m, ByHand(suggestion.need.name, suggestion.offer.name,
                                  suggestion.quantity.value()))
                        .status();
             return absl::AbortedError("only a try");
           })
      .IgnoreError();
  return made;
}

}  // namespace twinaid::core
