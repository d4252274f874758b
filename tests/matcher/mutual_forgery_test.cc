// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every way to forge the pairs and potentials of a mutual proof that we could
// name; each is found by its own fault. For odd sets,
// mutual_set_forgery_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "matcher/weight.h"
#include "tests/matcher/mutual_forgery.h"

namespace twinaid::matcher {
namespace {

bool Tight(const MutualEdges& edges, const MutualProof& m, std::int32_t e) {
  const auto& edge = edges[At(e)];
  std::int64_t price = m.potential[At(edge.a)] + m.potential[At(edge.b)];
  for (const OddSet<std::int64_t>& set : m.odd_sets) {
    const auto begin = m.set_places.begin() + set.first;
    const auto has = [&](PlaceIndex place) {
      return std::find(begin, begin + set.size, place) != begin + set.size;
    };
    if (has(edge.a) && has(edge.b)) price += set.dual;
  }
  return price == 2 * edge.weight;
}

// The first place that has a partner, which has a higher index.
PlaceIndex LowerOfAPair(const MutualEdges& edges, const MutualProof& m) {
  for (std::size_t p = 0; p < m.edge_of_place.size(); ++p) {
    if (m.edge_of_place[p] < 0) continue;
    const auto& edge = edges[At(m.edge_of_place[p])];
    if (At(std::min(edge.a, edge.b)) == p) return static_cast<PlaceIndex>(p);
  }
  return kNoPlace;
}
PlaceIndex PartnerOf(const MutualEdges& edges, const MutualProof& m,
                     PlaceIndex place) {
  const auto& edge = edges[At(m.edge_of_place[At(place)])];
  return edge.a == place ? edge.b : edge.a;
}

class MutualForgeryTest : public testing::TestWithParam<MutualForgery> {};

TEST_P(MutualForgeryTest, IsFoundOut) { ExpectFoundOut(GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Pairs, MutualForgeryTest,
    testing::Values(
        MutualForgery{"OfWhichOneDoesNotKnow", " is not",
                      [](MutualEdges& edges, MutualProof& m) {
                        const PlaceIndex p = LowerOfAPair(edges, m);
                        m.edge_of_place[At(PartnerOf(edges, m, p))] = -1;
                        return true;
                      }},
        MutualForgery{"OfWhichOneHasAnother", " is not",
                      [](MutualEdges& edges, MutualProof& m) {
                        const PlaceIndex p = LowerOfAPair(edges, m);
                        const PlaceIndex partner = PartnerOf(edges, m, p);
                        for (std::size_t e = 0; e < edges.size(); ++e) {
                          if (edges[e].a != partner && edges[e].b != partner)
                            continue;
                          if (edges[e].a == p || edges[e].b == p) continue;
                          m.edge_of_place[At(partner)] =
                              static_cast<std::int32_t>(e);
                          return true;
                        }
                        return false;
                      }},
        MutualForgery{"OverNoEdge", "which does not exist",
                      [](MutualEdges& edges, MutualProof& m) {
                        m.edge_of_place[0] =
                            static_cast<std::int32_t>(edges.size());
                        return true;
                      }},
        MutualForgery{"OverAnEdgeBelowNone", "which does not exist",
                      [](MutualEdges&, MutualProof& m) {
                        m.edge_of_place[0] = -2;
                        return true;
                      }},
        MutualForgery{"OverAnEdgeOfOthers", "does not reach it",
                      [](MutualEdges& edges, MutualProof& m) {
                        for (std::size_t e = 0; e < edges.size(); ++e) {
                          if (edges[e].a == 0 || edges[e].b == 0) continue;
                          m.edge_of_place[0] = static_cast<std::int32_t>(e);
                          return true;
                        }
                        return false;
                      }},
        // Both know, nobody is left out, and it is worse.
        MutualForgery{
            "OfTwoWhoChangedPartners", "",
            [](MutualEdges& edges, MutualProof& m) {
              const PlaceIndex a = LowerOfAPair(edges, m);
              const PlaceIndex b = PartnerOf(edges, m, a);
              for (std::size_t e = 0; e < edges.size(); ++e) {
                for (std::size_t f = 0; f < edges.size(); ++f) {
                  const PlaceIndex c = edges[e].b, d = edges[f].b;
                  if (edges[e].a != a || edges[f].a != b || c == d ||
                      m.edge_of_place[At(c)] < 0 || c == b || d == a ||
                      PartnerOf(edges, m, c) != d ||
                      edges[e].weight + edges[f].weight >=
                          edges[At(m.edge_of_place[At(a)])].weight +
                              edges[At(m.edge_of_place[At(c)])].weight) {
                    continue;
                  }
                  m.edge_of_place[At(a)] = m.edge_of_place[At(c)] =
                      static_cast<std::int32_t>(e);
                  m.edge_of_place[At(b)] = m.edge_of_place[At(d)] =
                      static_cast<std::int32_t>(f);
                  return true;
                }
              }
              return false;
            }},
        MutualForgery{
            "DissolvedAtAPrice", "no partner but a potential above zero",
            [](MutualEdges& edges, MutualProof& m) {
              const PlaceIndex p = LowerOfAPair(edges, m);
              const PlaceIndex partner = PartnerOf(edges, m, p);
              m.edge_of_place[At(p)] = m.edge_of_place[At(partner)] = -1;
              return m.potential[At(p)] > 0 || m.potential[At(partner)] > 0;
            }},
        MutualForgery{"DissolvedForNothing", "",
                      [](MutualEdges& edges, MutualProof& m) {
                        const PlaceIndex p = LowerOfAPair(edges, m);
                        const PlaceIndex partner = PartnerOf(edges, m, p);
                        m.edge_of_place[At(p)] = m.edge_of_place[At(partner)] =
                            -1;
                        m.potential[At(p)] = m.potential[At(partner)] = 0;
                        return true;
                      }},
        MutualForgery{"OverTheLighterOfTwoEdges", "matched but weighs less",
                      [](MutualEdges& edges, MutualProof& m) {
                        const PlaceIndex p = LowerOfAPair(edges, m);
                        const PlaceIndex partner = PartnerOf(edges, m, p);
                        auto edge = edges[At(m.edge_of_place[At(p)])];
                        --edge.weight;
                        m.edge_of_place[At(p)] = m.edge_of_place[At(partner)] =
                            static_cast<std::int32_t>(edges.size());
                        edges.push_back(edge);
                        return true;
                      }},
        MutualForgery{"ThatAHeavierEdgeWouldBeat",
                      "weighs more than its prices",
                      [](MutualEdges& edges, MutualProof& m) {
                        const PlaceIndex p = LowerOfAPair(edges, m);
                        auto edge = edges[At(m.edge_of_place[At(p)])];
                        ++edge.weight;
                        edges.push_back(edge);
                        return true;
                      }},
        MutualForgery{"ThatNeedAnEdgeThatWasDropped", "which does not exist",
                      [](MutualEdges& edges, MutualProof& m) {
                        const auto last =
                            static_cast<std::int32_t>(edges.size()) - 1;
                        edges.pop_back();
                        return m.edge_of_place[At(0)] == last ||
                               std::count(m.edge_of_place.begin(),
                                          m.edge_of_place.end(), last) > 0;
                      }},
        MutualForgery{"OfFewerPlaces", "is not one of",
                      [](MutualEdges&, MutualProof& m) {
                        m.edge_of_place.pop_back();
                        return true;
                      }},
        MutualForgery{"OfMorePlaces", "is not one of",
                      [](MutualEdges&, MutualProof& m) {
                        m.edge_of_place.push_back(-1);
                        return true;
                      }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Potentials, MutualForgeryTest,
    testing::Values(
        MutualForgery{"BelowZero", "potential below zero",
                      [](MutualEdges&, MutualProof& m) {
                        m.potential[0] = -1;
                        return true;
                      }},
        MutualForgery{"OfAPartnerByOneMore", "matched but weighs less",
                      [](MutualEdges& edges, MutualProof& m) {
                        ++m.potential[At(LowerOfAPair(edges, m))];
                        return true;
                      }},
        MutualForgery{"OfAPartnerByOneLess", "weighs more than its prices",
                      [](MutualEdges& edges, MutualProof& m) {
                        std::int64_t& price =
                            m.potential[At(LowerOfAPair(edges, m))];
                        return price-- > 0;
                      }},
        MutualForgery{"OfAPlaceWithoutAPartner", "no partner but",
                      [](MutualEdges&, MutualProof& m) {
                        for (std::size_t p = 0; p < m.edge_of_place.size();
                             ++p) {
                          if (m.edge_of_place[p] >= 0) continue;
                          m.potential[p] = 1;
                          return true;
                        }
                        return false;
                      }},
        // Half a unit from one partner to the other: their own edge and the sum
        // stay as they are, another tight edge does not.
        MutualForgery{"OfTheOtherParity", "weighs more than its prices",
                      [](MutualEdges& edges, MutualProof& m) {
                        for (std::size_t i = 0; i < edges.size(); ++i) {
                          const auto e = static_cast<std::int32_t>(i);
                          const PlaceIndex b = edges[i].a;
                          if (!Tight(edges, m, e) ||
                              m.edge_of_place[At(b)] < 0) {
                            continue;
                          }
                          const PlaceIndex a = PartnerOf(edges, m, b);
                          if (edges[i].b == a || m.potential[At(b)] == 0)
                            continue;
                          --m.potential[At(b)];
                          ++m.potential[At(a)];
                          return true;
                        }
                        return false;
                      }},
        MutualForgery{"ThatWereNotDoubled", "weighs more than its prices",
                      [](MutualEdges&, MutualProof& m) {
                        for (std::int64_t& price : m.potential) price /= 2;
                        for (OddSet<std::int64_t>& set : m.odd_sets) {
                          set.dual = std::max<std::int64_t>(1, set.dual / 2);
                        }
                        return true;
                      }},
        MutualForgery{"OfFewerPlaces", "is not one of",
                      [](MutualEdges&, MutualProof& m) {
                        m.potential.pop_back();
                        return true;
                      }},
        MutualForgery{"OfMorePlaces", "is not one of",
                      [](MutualEdges&, MutualProof& m) {
                        m.potential.push_back(0);
                        return true;
                      }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

// In digits: what is taken from one cannot be made up for in a lower one.
TEST(MutualForgeryOfDigits, IsFoundOut) {
  constexpr std::int64_t kMuch = std::int64_t{1} << 40;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(seed);
    const MutualGraph graph = random.Cliques(15, 6, 2);
    std::vector<MutualEdge<Weight>> edges;
    for (const auto& edge : graph.edges) {
      Weight weight;
      weight[1] = edge.weight;
      weight[6] = random.Below(1000);
      edges.push_back({edge.a, edge.b, weight});
    }
    const auto matching = MatchMutual(graph.places, edges);
    ASSERT_EQ(CheckMutual(graph.places, edges, matching), "");
    for (std::size_t p = 0; p < matching.potential.size(); ++p) {
      if (matching.edge_of_place[p] < 0 || matching.potential[p][1] == 0) {
        continue;
      }
      auto forged = matching;
      --forged.potential[p][1];
      forged.potential[p][6] += kMuch;
      ASSERT_THAT(CheckMutual(graph.places, edges, forged),
                  testing::HasSubstr("weighs more than its prices"));
    }
    for (std::size_t s = 0; s < matching.odd_sets.size(); ++s) {
      auto forged = matching;
      --forged.odd_sets[s].dual[1];
      forged.odd_sets[s].dual[6] += kMuch;
      ASSERT_NE(CheckMutual(graph.places, edges, forged), "");
    }
  }
}

}  // namespace
}  // namespace twinaid::matcher
