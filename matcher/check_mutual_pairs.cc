// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_mutual_pairs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "matcher/check_mutual.h"

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

constexpr PlaceIndex kAlone = -1;

// An edge with its ends in order.
struct Side {
  PlaceIndex low = 0;
  PlaceIndex high = 0;
  bool upwards = true;  // from the lower place to the higher one
  Weight weight;
};

// Those of one direction side by side, the heaviest first.
bool Before(const Side& a, const Side& b) {
  const auto ends = [](const Side& side) {
    return std::make_tuple(side.low, side.high, side.upwards);
  };
  return ends(a) != ends(b) ? ends(a) < ends(b) : b.weight < a.weight;
}

bool SameEnds(const Side& a, const Side& b) {
  return a.low == b.low && a.high == b.high;
}

Side SideOf(PlaceIndex donor, PlaceIndex recipient, const Weight& weight) {
  return {std::min(donor, recipient), std::max(donor, recipient),
          donor < recipient, weight};
}

// The best edge of each direction, by places.
std::vector<Side> BestSides(const CheckFacts& facts, const Solution& solution) {
  std::vector<Side> sides;
  for (const Edge& edge : solution.edges) {
    sides.push_back(SideOf(
        edge.donor, edge.recipient,
        facts.WeighingOf(edge.value, facts.instance().ties[Pos(edge.tie)])));
  }
  std::sort(sides.begin(), sides.end(), Before);
  sides.erase(std::unique(sides.begin(), sides.end(),
                          [](const Side& a, const Side& b) {
                            return SameEnds(a, b) && a.upwards == b.upwards;
                          }),
              sides.end());
  return sides;
}

std::string CheckTotals(const Certificate& proof, const Solution& solution) {
  WeightTotal weights;
  WeightTotal prices;
  for (std::size_t i = 0; i < weights.digits.size(); ++i) {
    for (const Pair& pair : solution.pairs) weights[i] += pair.weight[i];
    for (const Weight& price : proof.mutual_potential) prices[i] += price[i];
    for (const OddSet<Weight>& set : proof.odd_sets) {
      prices[i] += Int128{set.dual[i]} * ((set.size - 1) / 2);
    }
  }
  if (weights != proof.pairs_total) return "the sum of weights is another";
  if (proof.potentials_total + proof.potentials_total != prices) {
    return "the sum of prices is another";
  }
  return weights == proof.potentials_total ? "" : "the two sums are not equal";
}

}  // namespace

std::string CheckMutualPairs(const CheckFacts& facts,
                             const Solution& solution) {
  const Instance& instance = facts.instance();
  std::vector<PlaceIndex> partner(Pos(instance.places), kAlone);
  std::vector<Side> made;
  for (const Pair& pair : solution.pairs) {
    for (const auto& [place, other] :
         {std::make_pair(pair.donor, pair.recipient),
          std::make_pair(pair.recipient, pair.donor)}) {
      PlaceIndex& now = partner[Pos(place)];
      if (now != kAlone && now != other) {
        return absl::StrCat("place ", place, " has two partners");
      }
      now = other;
    }
    made.push_back(SideOf(pair.donor, pair.recipient, pair.weight));
  }
  std::sort(made.begin(), made.end(), Before);

  std::vector<MutualEdge<Weight>> edges;
  MutualMatching<Weight> matching;
  matching.edge_of_place.assign(Pos(instance.places), -1);
  const std::vector<Side> sides = BestSides(facts, solution);
  std::size_t shown = 0;  // of `made`
  for (std::size_t s = 0; s < sides.size();) {
    const Side& side = sides[s];
    const std::size_t ways =
        s + 1 < sides.size() && SameEnds(side, sides[s + 1]) ? 2 : 1;
    if (ways == 2 || instance.shape == PairShape::kMutualOneWay) {
      MutualEdge<Weight> edge = {side.low, side.high, {}};
      const bool matched = partner[Pos(side.low)] == side.high;
      for (std::size_t k = s; k < s + ways; ++k) {
        edge.weight += sides[k].weight;
        if (!matched) continue;
        if (shown == made.size() || Before(made[shown], sides[k]) ||
            Before(sides[k], made[shown])) {
          return absl::StrCat("places ", side.low, " and ", side.high,
                              " are not paired over their best ties");
        }
        ++shown;
      }
      if (matched) {
        matching.edge_of_place[Pos(side.low)] =
            matching.edge_of_place[Pos(side.high)] =
                static_cast<std::int32_t>(edges.size());
      }
      edges.push_back(edge);
    }
    s += ways;
  }
  if (shown != made.size()) return "a pair helps in one direction only";

  const Certificate& proof = solution.certificate;
  matching.potential = proof.mutual_potential;
  matching.set_places = proof.set_places;
  matching.odd_sets = proof.odd_sets;
  std::string fault = CheckMutual(instance.places, edges, matching);
  return fault.empty() ? CheckTotals(proof, solution) : fault;
}

}  // namespace twinaid::matcher
