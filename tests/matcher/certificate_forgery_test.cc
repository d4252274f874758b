// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Forgeries that agree with themselves: all that follows from the change is
// changed too, so that only the one check that is meant can notice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "matcher/certificate_check.h"
#include "matcher/pair_graph.h"
#include "matcher/points.h"
#include "matcher/shelves.h"
#include "matcher/solve.h"
#include "matcher/unmet.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t i) { return static_cast<std::size_t>(i); }

// Makes sums, what is shipped and what is unmet follow.
void Restate(const Instance& instance, Solution& s) {
  Certificate& c = s.certificate;
  c.pairs_total = c.potentials_total = WeightTotal{};
  for (std::size_t i = 0; i < 7; ++i) {
    for (const Pair& p : s.pairs) c.pairs_total[i] += p.weight[i];
    for (const Weight& u : c.donor_potential) c.potentials_total[i] += u[i];
    for (const Weight& v : c.recipient_potential) c.potentials_total[i] += v[i];
  }
  const auto points = PointsPerBaseUnit(instance);
  for (Pair& p : s.pairs) {
    p.shipped = PairValue{};
    for (const Flow& f : s.flows) {
      const Need& need = instance.needs[At(f.need)];
      if (instance.offers[At(f.offer)].place != p.donor) continue;
      p.shipped[At(need.tier)] += f.base_units * points[At(f.need)];
    }
  }
  s.unmet = ListUnmet(
      instance, s.flows,
      FindReasons(instance, Shelves(instance, points), s.pairs, s.flows));
}

// Donors 0 and 1, recipients 2 and 3, one item; every donor has ten units and
// so has every recipient's need. Place 2 needs them more.
Instance Four() {
  Instance instance;
  instance.places = 4;
  instance.items = {{0, 1}};
  for (PlaceIndex p = 0; p < 2; ++p) {
    Offer offer;
    offer.place = p;
    offer.base_units = 10;
    instance.offers.push_back(offer);
    Need need;
    need.place = 2 + p;
    need.tier = static_cast<std::int8_t>(p);
    need.base_units = 10;
    instance.needs.push_back(need);
  }
  instance.ties = {{0, 2, 0, 0, 0, 9}, {0, 3, 0, 0, 0, 1}, {1, 2, 0, 0, 0, 2}};
  return instance;
}

Pair PairOf(const Instance& instance, const Edge& e) {
  Pair pair;
  pair.donor = e.donor;
  pair.recipient = e.recipient;
  pair.tie = e.tie;
  pair.value = e.value;
  pair.weight = WeightOf(instance, e);
  return pair;
}

struct Forgery {
  const char* name;
  const char* message;
  void (*prepare)(Instance&);
  void (*forge)(const Instance&, Solution&);
  bool restate = true;
};

void Nothing(Instance&) {}

// Place 0 alone looks after place 2, with two offers; the second has a lot.
void WithLot(Instance& i) {
  i.ties.resize(1);
  i.offers[1].place = 0;
  i.offers[0].base_units = i.offers[1].base_units = 6;
  i.offers[1].min_lot = 5;
}

// The same, where the first offer expires before the other.
void WithExpiry(Instance& i) {
  i.ties.resize(1);
  i.offers[1].place = 0;
  i.offers[0].expiry = 5;
  i.offers[0].base_units = i.offers[1].base_units = 20;
}

class ForgeryTest : public testing::TestWithParam<Forgery> {};

TEST_P(ForgeryTest, IsFoundOut) {
  Instance instance = Four();
  GetParam().prepare(instance);
  absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_THAT(CheckCertificate(instance, *solution), IsOk());
  GetParam().forge(instance, *solution);
  if (GetParam().restate) Restate(instance, *solution);
  EXPECT_THAT(CheckCertificate(instance, *solution),
              StatusIs(absl::StatusCode::kDataLoss,
                       testing::HasSubstr(GetParam().message)));
}

// Edges of Four(): 0 is 0 to 2, 1 is 0 to 3, 2 is 1 to 2. Best: 1 and 2.
INSTANTIATE_TEST_SUITE_P(
    Edges, ForgeryTest,
    testing::Values(
        Forgery{"AnEdgeNobodyChoseIsMissing", "tie 0 is no edge", Nothing,
                [](const Instance&, Solution& s) {
                  s.edges.erase(s.edges.begin());
                }},
        Forgery{"AnEdgeNobodyChoseIsWorthLess", "the value of tie 0", Nothing,
                [](const Instance&, Solution& s) { s.edges[0].value[0] -= 1; }},
        Forgery{"AnEdgeWithoutValue", "more edges than ties",
                [](Instance& i) {
                  i.ties.push_back({2, 3, 0, 0, 0, 0});
                },
                [](const Instance&, Solution& s) {
                  Edge edge;
                  edge.tie = 3;
                  edge.donor = 2;
                  edge.recipient = 3;
                  s.edges.push_back(edge);
                }},
        Forgery{"EdgesInAnotherOrder", "edges are not in order", Nothing,
                [](const Instance&, Solution& s) {
                  std::swap(s.edges[0], s.edges[1]);
                }},
        Forgery{"APotentialBeyondAll", "is out of range", Nothing,
                [](const Instance&, Solution& s) {
                  s.certificate.donor_potential[3][0] = std::int64_t{1} << 62;
                },
                false}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Pairs, ForgeryTest,
    testing::Values(
        Forgery{"AWorsePairWithFittingPrices", "worth more than its prices",
                [](Instance& i) { i.ties.resize(2); },
                [](const Instance& i, Solution& s) {
                  const Weight weight = WeightOf(i, s.edges[1]);
                  Pair pair = PairOf(i, s.edges[1]);
                  pair.offer_prices = {{0, {1, std::int64_t{1} << 44}, {}}};
                  s.pairs = {pair};
                  s.flows = {{1, 0, 10, 100}};
                  s.certificate.donor_potential.assign(4, Weight{});
                  s.certificate.recipient_potential.assign(4, Weight{});
                  s.certificate.donor_potential[0] = weight;
                }},
        Forgery{"TwoDonorsOfOnePlace", "place 2 has two donors", Nothing,
                [](const Instance& i, Solution& s) {
                  s.pairs = {PairOf(i, s.edges[0]), PairOf(i, s.edges[2])};
                  s.certificate.recipient_potential.assign(4, Weight{});
                  s.certificate.donor_potential[0] = WeightOf(i, s.edges[0]);
                  s.certificate.donor_potential[1] = WeightOf(i, s.edges[2]);
                }},
        Forgery{"NoPairs", "has a price and no pair", Nothing,
                [](const Instance&, Solution& s) {
                  s.pairs.clear();
                  s.flows.clear();
                }},
        Forgery{"PairsInAnotherOrder", "not in order of the donor", Nothing,
                [](const Instance&, Solution& s) {
                  std::swap(s.pairs[0], s.pairs[1]);
                }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Flows, ForgeryTest,
    testing::Values(
        Forgery{"AFlowOfNothing", "a flow of nothing", WithExpiry,
                [](const Instance&, Solution& s) {
                  s.flows.push_back({0, 1, 0, 100});
                }},
        Forgery{
            "MoreThanTheNeed", "need 0 gets too much", WithExpiry,
            [](const Instance&, Solution& s) { s.flows[0].base_units = 11; }},
        Forgery{"MoreThanTheStock", "offer 0 gives more", WithLot,
                [](const Instance&, Solution& s) {
                  s.flows = {{0, 0, 10, 100}};
                }},
        Forgery{"LessThanTheLot", "below its minimum lot", WithLot,
                [](const Instance&, Solution& s) {
                  s.flows = {{0, 0, 6, 100}, {0, 1, 4, 100}};
                  s.pairs[0].dropped_offers.clear();
                }},
        Forgery{"AnUnmetNeedIsHidden", "an unmet need is not listed", WithLot,
                [](const Instance&, Solution& s) { s.unmet.clear(); }, false},
        Forgery{"DroppedTwice", "not ascending", WithLot,
                [](const Instance&, Solution& s) {
                  s.pairs[0].dropped_offers = {1, 1};
                }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Prices, ForgeryTest,
    testing::Values(
        Forgery{"LessIsSentAndTheLotIsBlamed", "could be covered better",
                WithLot,
                [](const Instance&, Solution& s) {
                  s.flows.clear();
                  s.pairs[0].offer_prices = {{0, {}, {}}};
                }},
        Forgery{"LessIsSentAtAnEmptyPrice", "is no price", WithLot,
                [](const Instance&, Solution& s) {
                  s.flows.clear();
                  s.pairs[0].offer_prices = {{0, {0, 0}, {}}};
                }},
        Forgery{"LessIsSentAtANegativePrice", "is no price", WithLot,
                [](const Instance&, Solution& s) {
                  s.pairs[0].offer_prices = {{0, {0, -1}, {}}};
                }},
        Forgery{"WhatKeepsLongerIsSent", "served with more care", WithExpiry,
                [](const Instance&, Solution& s) {
                  s.flows = {{0, 1, 10, 100}};
                  s.pairs[0].need_prices[0].care = {0, kMaxShelfDays};
                }},
        Forgery{"WhatKeepsLongerAtThePriceOfTheOther", "do not meet",
                WithExpiry,
                [](const Instance&, Solution& s) {
                  s.flows = {{0, 1, 10, 100}};
                }},
        Forgery{"APriceKeepsTheOtherFromGoing", "a care price", WithExpiry,
                [](const Instance&, Solution& s) {
                  s.flows = {{0, 1, 10, 100}};
                  s.pairs[0].need_prices[0].care = {0, kMaxShelfDays};
                  s.pairs[0].offer_prices = {{0, {}, {0, kMaxShelfDays - 5}}};
                }},
        Forgery{"APriceOfSomebodyElse", "of another place", Nothing,
                [](const Instance&, Solution& s) {
                  s.pairs[0].offer_prices.push_back({1, {}, {}});
                }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

}  // namespace
}  // namespace twinaid::matcher
