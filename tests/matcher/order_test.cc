// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What decides between pairs of equal worth, and what must not decide.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/certificate_check.h"
#include "matcher/solve.h"
#include "tests/matcher/random_instance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

using Ends = std::pair<PlaceIndex, PlaceIndex>;
using Shipment = std::tuple<NeedIndex, OfferIndex, std::int64_t>;

std::size_t At(std::int32_t i) { return static_cast<std::size_t>(i); }

std::vector<std::int32_t> Shuffled(std::size_t size, std::mt19937_64& random) {
  std::vector<std::int32_t> order(size);
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), random);
  return order;
}

std::set<Ends> PairsOf(const Solution& solution) {
  std::set<Ends> pairs;
  for (const Pair& pair : solution.pairs) {
    pairs.insert({pair.donor, pair.recipient});
  }
  return pairs;
}

std::vector<Shipment> ShipmentsOf(const Solution& solution) {
  std::vector<Shipment> shipments;
  for (const Flow& flow : solution.flows) {
    shipments.emplace_back(flow.need, flow.offer, flow.base_units);
  }
  return shipments;
}

TEST(OrderTest, TheNumbersOfPlacesAndTiesDecideNothing) {
  const Shape shape = {12, 6, 40, 40, 60, true};
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(shape);
    std::mt19937_64 random(seed);
    const std::vector<std::int32_t> place =
        Shuffled(At(instance.places), random);
    Instance other = instance;
    for (Need& need : other.needs) need.place = place[At(need.place)];
    for (Offer& offer : other.offers) {
      offer.place = place[At(offer.place)];
      if (offer.directed_to != kNoPlace) {
        offer.directed_to = place[At(offer.directed_to)];
      }
    }
    for (Tie& tie : other.ties) {
      tie.donor = place[At(tie.donor)];
      tie.recipient = place[At(tie.recipient)];
    }
    std::shuffle(other.ties.begin(), other.ties.end(), random);
    std::shuffle(other.substitutes.begin(), other.substitutes.end(), random);

    const absl::StatusOr<Solution> a = Solve(instance);
    const absl::StatusOr<Solution> b = Solve(other);
    ASSERT_THAT(a, IsOk());
    ASSERT_THAT(b, IsOk());
    std::set<Ends> renamed;
    for (const auto& [donor, recipient] : PairsOf(*a)) {
      renamed.insert({place[At(donor)], place[At(recipient)]});
    }
    ASSERT_EQ(PairsOf(*b), renamed);
    ASSERT_EQ(ShipmentsOf(*b), ShipmentsOf(*a));
    ASSERT_EQ(b->certificate.pairs_total, a->certificate.pairs_total);
  }
}

// The caller numbers needs and offers by id; should it not, pairs, coverage
// and worth are the same all the same.
TEST(OrderTest, TheNumbersOfNeedsAndOffersDecideNoPair) {
  const Shape shape = {12, 6, 40, 40, 60, false};
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(shape);
    std::mt19937_64 random(seed);
    Instance other = instance;
    const std::vector<std::int32_t> need =
        Shuffled(instance.needs.size(), random);
    const std::vector<std::int32_t> offer =
        Shuffled(instance.offers.size(), random);
    for (std::size_t i = 0; i < offer.size(); ++i) {
      other.offers[At(offer[i])] = instance.offers[i];
    }
    for (std::size_t i = 0; i < need.size(); ++i) {
      other.needs[At(need[i])] = instance.needs[i];
    }
    for (Exclusion& row : other.exclusions) {
      row = {need[At(row.need)], offer[At(row.offer)]};
    }
    const absl::StatusOr<Solution> a = Solve(instance);
    const absl::StatusOr<Solution> b = Solve(other);
    ASSERT_THAT(a, IsOk());
    ASSERT_THAT(b, IsOk());
    ASSERT_EQ(PairsOf(*b), PairsOf(*a));
    ASSERT_EQ(b->certificate.pairs_total, a->certificate.pairs_total);
  }
}

TEST(OrderTest, ScalingTheLowerTiersNeverChangesTheFirst) {
  const Shape shape = {12, 6, 40, 40, 60, false};
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make(shape);
    Instance scaled = instance;
    for (Need& need : scaled.needs) {
      if (need.tier > 0) need.base_units *= 1000;
    }
    const absl::StatusOr<Solution> a = Solve(instance);
    const absl::StatusOr<Solution> b = Solve(scaled);
    ASSERT_THAT(a, IsOk());
    ASSERT_THAT(b, IsOk());
    ASSERT_EQ(b->certificate.pairs_total[0], a->certificate.pairs_total[0]);
  }
}

// Donors 0 and 1 offer place 2 just the same.
Instance TwoAlike() {
  Instance instance;
  instance.places = 3;
  instance.items = {{0, 1}};
  Need need;
  need.place = 2;
  need.base_units = 10;
  instance.needs = {need};
  Offer offer;
  offer.base_units = 10;
  instance.offers = {offer, offer};
  instance.offers[1].place = 1;
  instance.ties = {{0, 2, 0, 0, 0, 0}, {1, 2, 0, 0, 0, 0}};
  return instance;
}

struct DigitCase {
  const char* name;
  Tie first;
  Tie second;
  PlaceIndex chosen;
};

class DigitTest : public testing::TestWithParam<DigitCase> {};

TEST_P(DigitTest, DecidesBetweenEquals) {
  Instance instance = TwoAlike();
  instance.ties = {GetParam().first, GetParam().second};
  for (int turn = 0; turn < 2; ++turn) {
    const absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_THAT(solution, IsOk());
    EXPECT_THAT(CheckCertificate(instance, *solution), IsOk());
    EXPECT_THAT(PairsOf(*solution),
                testing::ElementsAre(Ends(GetParam().chosen, 2)));
    std::swap(instance.ties[0], instance.ties[1]);
  }
}

// Ties: donor, recipient, transit days, keep, affinity, tie digit.
INSTANTIATE_TEST_SUITE_P(
    Digits, DigitTest,
    testing::Values(
        DigitCase{"TheTieDigitLast", {0, 2, 0, 1, 5, 1}, {1, 2, 0, 1, 5, 2}, 1},
        DigitCase{
            "AffinityBeforeIt", {0, 2, 0, 1, 6, 1}, {1, 2, 0, 1, 5, 2}, 0},
        DigitCase{"KeepBeforeBoth", {0, 2, 0, 1, 0, 1}, {1, 2, 0, 0, 5, 2}, 0}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

TEST(OrderTest, WorthDecidesBeforeAPairThatStands) {
  Instance instance = TwoAlike();
  instance.ties[0].keep = 1;
  instance.offers[1].base_units = 10;
  instance.offers[0].base_units = 9;
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  EXPECT_THAT(PairsOf(*solution), testing::ElementsAre(Ends(1, 2)));
}

}  // namespace
}  // namespace twinaid::matcher
