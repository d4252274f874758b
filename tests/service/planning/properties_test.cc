// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What holds for every plan. The seed of an input is its number.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <utility>

#include "tests/service/planning/plan_text.h"
#include "tests/service/planning/random_input.h"

namespace twinaid::planning {
namespace {

using PlacePair = std::pair<model::PlaceId, model::PlaceId>;

constexpr unsigned kInputs = 300;

template <typename Check>
void ForEveryInput(Check check) {
  for (unsigned seed = 1; seed <= kInputs; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    check(RandomInput(seed), seed);
    if (testing::Test::HasFailure()) return;
  }
}

std::set<PlacePair> Standing(const PlanInput& input, bool active) {
  std::set<PlacePair> pairs;
  for (const StandingPairing& standing : input.standing) {
    if (standing.active == active) {
      pairs.emplace(standing.donor, standing.recipient);
    }
  }
  return pairs;
}

TEST(PlanProperties, TheSameBytesForAnyOrderAndAnyNumberOfThreads) {
  ForEveryInput([](const PlanInput& input, unsigned seed) {
    std::mt19937 random(seed);
    const std::string text = TextOf(PlanOf(input));
    EXPECT_EQ(TextOf(PlanOf(input)), text);
    PlanInput other = Shuffled(input, random);
    other.threads = 3;
    EXPECT_EQ(TextOf(PlanOf(other)), text);
  });
}

TEST(PlanProperties, NoStockIsPromisedTwiceAndNothingIsLost) {
  ForEveryInput([](const PlanInput& input, unsigned) {
    const Plan plan = PlanOf(input);
    std::map<model::NeedName, std::int64_t> got;
    std::map<model::OfferName, std::int64_t> given;
    for (const PlannedMatch& match : plan.matches) {
      EXPECT_GT(match.quantity.value(), 0);
      got[match.need] += match.quantity.value();
      given[match.offer] += match.quantity.value();
    }
    for (const model::Offer& offer : input.offers) {
      EXPECT_LE(given[offer.name], offer.available().value());
    }
    std::map<model::NeedName, std::int64_t> unmet;
    for (const PlannedUnmet& row : plan.unmet) {
      EXPECT_GT(row.quantity.value(), 0);
      unmet[row.need] = row.quantity.value();
    }
    for (const model::Need& need : input.needs) {
      EXPECT_EQ(got[need.name] + unmet[need.name],
                need.open_to_matching().value());
    }
  });
}

TEST(PlanProperties, GoodsFlowInPairingsThatStandOnceEach) {
  ForEveryInput([](const PlanInput& input, unsigned) {
    const Plan plan = PlanOf(input);
    std::set<PlacePair> pairs;
    std::set<PlacePair> shipping;
    for (const PlannedPairing& pairing : plan.pairings) {
      EXPECT_TRUE(pairs.emplace(pairing.donor, pairing.recipient).second);
    }
    for (const PlannedMatch& match : plan.matches) {
      if (match.pooled) continue;
      shipping.emplace(match.offer.parent, match.need.parent);
    }
    EXPECT_EQ(pairs, shipping);
  });
}

TEST(PlanProperties, NobodyGetsMorePartnersThanItsSlots) {
  ForEveryInput([](const PlanInput& input, unsigned) {
    const bool fixed = input.policy.keep == model::Keep::kFixed;
    std::map<model::PlaceId, int> given;
    std::map<model::PlaceId, int> asked;
    for (const StandingPairing& standing : input.standing) {
      if (standing.active && !fixed) continue;
      ++given[standing.donor];
      ++asked[standing.recipient];
    }
    // Who stands beyond its capacity stays; nobody is added.
    const auto held_given = given;
    const auto held_asked = asked;
    for (const PlannedPairing& pairing : PlanOf(input).pairings) {
      if (pairing.standing && fixed) continue;
      ++given[pairing.donor];
      ++asked[pairing.recipient];
    }
    const auto held = [](const auto& map, const model::PlaceId& id) {
      const auto it = map.find(id);
      return it == map.end() ? 0 : it->second;
    };
    for (const model::Place& place : input.places) {
      EXPECT_LE(
          given[place.id],
          std::max(held(held_given, place.id),
                   place.donor_capacity.value_or(input.policy.donor_capacity)));
      EXPECT_LE(asked[place.id],
                std::max(held(held_asked, place.id),
                         place.recipient_capacity.value_or(
                             input.policy.recipient_capacity)));
    }
  });
}

TEST(PlanProperties, StandingPairingsAreLocked) {
  ForEveryInput([](PlanInput input, unsigned) {
    input.policy.keep = model::Keep::kFixed;
    const Plan plan = PlanOf(input);
    const std::set<PlacePair> active = Standing(input, true);
    const std::set<PlacePair> waiting = Standing(input, false);
    for (const PlannedPairing& pairing : plan.pairings) {
      const PlacePair pair{pairing.donor, pairing.recipient};
      EXPECT_EQ(pairing.standing, active.contains(pair));
      EXPECT_FALSE(waiting.contains(pair));
    }
    // What they ship does not depend on who else is there to be paired.
    PlanInput alone = input;
    alone.links.clear();
    alone.policy.rungs = 1;
    const Plan only = PlanOf(alone);
    ASSERT_LE(only.pairings.size(), plan.pairings.size());
    std::map<PlacePair, model::TierPoints> values;
    for (const PlannedPairing& pairing : plan.pairings) {
      values[{pairing.donor, pairing.recipient}] = pairing.value;
    }
    for (const PlannedPairing& pairing : only.pairings) {
      EXPECT_EQ(values.at({pairing.donor, pairing.recipient}), pairing.value);
    }
  });
}

TEST(PlanProperties, KeepingTiesCostsNoValue) {
  ForEveryInput([](PlanInput input, unsigned) {
    input.policy.keep = model::Keep::kTies;
    std::erase_if(input.standing, [](const StandingPairing& s) {
      return !s.active;  // proposals hold slots
    });
    // On a link of its own, that an unpaired one would be on as well.
    for (StandingPairing& standing : input.standing) {
      model::SisterLink link;
      link.id = model::SisterLinkId::Trusted(
          "s" + std::to_string(input.links.size()));
      link.place_a = standing.donor;
      link.place_b = standing.recipient;
      input.links.push_back(link);
      standing.link = link.id;
    }
    PlanInput anew = input;
    anew.standing.clear();
    const auto kept = PlanOf(input).certificate[0].primal;
    const auto free = PlanOf(anew).certificate[0].primal;
    ASSERT_EQ(kept.size(), free.size());
    for (std::size_t tier = 0; tier < 4; ++tier) {
      EXPECT_EQ(kept[tier], free[tier]);
    }
  });
}

TEST(PlanProperties, ClosedOffersDoSomethingElse) {
  ForEveryInput([](const PlanInput& input, unsigned) {
    for (const PlannedUnmet& unmet : PlanOf(input).unmet) {
      EXPECT_EQ(unmet.reason == model::UnmetReason::kStockUsedUp,
                unmet.closed_offers > 0);
      for (const model::ClosedOffer& closed : unmet.closed) {
        std::int64_t serves = 0;
        for (const auto& row : closed.serves) serves += row.quantity.value();
        EXPECT_GT(serves, 0);
        EXPECT_LE(serves, closed.available.value());
      }
    }
  });
}

}  // namespace
}  // namespace twinaid::planning
