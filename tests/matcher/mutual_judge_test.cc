// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// CheckMutual against the words of mutual.h, taken literally, on proofs that
// were changed at random.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "matcher/check_mutual.h"
#include "matcher/mutual.h"
#include "tests/matcher/mutual_graph.h"

namespace twinaid::matcher {
namespace {

using Edge = MutualEdge<std::int64_t>;
using Matching = MutualMatching<std::int64_t>;
using Set = OddSet<std::int64_t>;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

bool PlacesAreRight(std::int32_t places, const std::vector<Edge>& edges,
                    const Matching& m) {
  if (m.edge_of_place.size() != At(places)) return false;
  if (m.potential.size() != At(places)) return false;
  for (PlaceIndex p = 0; p < places; ++p) {
    const std::int32_t e = m.edge_of_place[At(p)];
    if (m.potential[At(p)] < 0) return false;
    if (e == -1 && m.potential[At(p)] != 0) return false;
    if (e == -1) continue;
    if (e < 0 || At(e) >= edges.size()) return false;
    if (edges[At(e)].a != p && edges[At(e)].b != p) return false;
    if (m.edge_of_place[At(edges[At(e)].a)] != e) return false;
    if (m.edge_of_place[At(edges[At(e)].b)] != e) return false;
  }
  return true;
}

// Each with its members; false if there is a set that is none.
bool SetsAreRight(std::int32_t places, const Matching& m,
                  std::vector<std::set<PlaceIndex>>& members) {
  std::set<PlaceIndex> listed;
  for (const PlaceIndex p : m.set_places) {
    if (p < 0 || p >= places || !listed.insert(p).second) return false;
  }
  const auto count = static_cast<std::int64_t>(m.set_places.size());
  for (const Set& set : m.odd_sets) {
    if (set.size < 3 || set.size % 2 == 0 || set.dual <= 0) return false;
    if (set.first < 0 || std::int64_t{set.first} + set.size > count) {
      return false;
    }
    const auto begin = m.set_places.begin() + set.first;
    members.emplace_back(begin, begin + set.size);
  }
  for (std::size_t j = 1; j < members.size(); ++j) {
    const Set& b = m.odd_sets[j];
    if (std::make_pair(m.odd_sets[j - 1].first, -m.odd_sets[j - 1].size) >=
        std::make_pair(b.first, -b.size)) {
      return false;
    }
    for (std::size_t i = 0; i < j; ++i) {
      std::size_t common = 0;
      for (const PlaceIndex p : members[j]) common += members[i].count(p);
      if (common != 0 && common != members[j].size()) return false;
    }
  }
  return true;
}

bool IsProvenLiterally(std::int32_t places, const std::vector<Edge>& edges,
                       const Matching& m) {
  std::vector<std::set<PlaceIndex>> members;
  if (!PlacesAreRight(places, edges, m)) return false;
  if (!SetsAreRight(places, m, members)) return false;
  std::vector<std::int32_t> inside(members.size(), 0);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const Edge& edge = edges[e];
    const bool matched =
        m.edge_of_place[At(edge.a)] == static_cast<std::int32_t>(e);
    std::int64_t price = m.potential[At(edge.a)] + m.potential[At(edge.b)];
    for (std::size_t s = 0; s < members.size(); ++s) {
      if (members[s].count(edge.a) == 0 || members[s].count(edge.b) == 0) {
        continue;
      }
      price += m.odd_sets[s].dual;
      inside[s] += matched ? 1 : 0;
    }
    if (price < 2 * edge.weight) return false;
    if (matched && price != 2 * edge.weight) return false;
  }
  for (std::size_t s = 0; s < members.size(); ++s) {
    if (inside[s] != (m.odd_sets[s].size - 1) / 2) return false;
  }
  return true;
}

// Changes one thing, mostly by little.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  void Change(std::int32_t places, std::vector<Edge>& edges, Matching& m) {
    const auto e = static_cast<std::int32_t>(edges.size());
    switch (Below(12)) {
      case 0:
        m.potential[Pick(m.potential)] += Step();
        break;
      case 1:  // along an edge, as an alternating search does
      {
        const Edge& edge = edges[Pick(edges)];
        const std::int64_t step = Step();
        m.potential[At(edge.a)] += step;
        m.potential[At(edge.b)] -= step;
        break;
      }
      case 2:
        m.edge_of_place[Pick(m.edge_of_place)] = Below(e + 2) - 1;
        break;
      case 3: {
        const std::int32_t chosen = Below(e);
        const Edge& edge = edges[At(chosen)];
        m.edge_of_place[At(edge.a)] = m.edge_of_place[At(edge.b)] = chosen;
        break;
      }
      case 4: {
        const Edge& edge = edges[Pick(edges)];
        m.edge_of_place[At(edge.a)] = m.edge_of_place[At(edge.b)] = -1;
        break;
      }
      case 5:
        edges[Pick(edges)].weight =
            std::max<std::int64_t>(1, edges[Pick(edges)].weight + Step());
        break;
      case 6: {  // from the potentials of a set's members to its dual
        if (m.odd_sets.empty()) break;
        Set& set = m.odd_sets[Pick(m.odd_sets)];
        const std::int64_t step = Step();
        set.dual += 2 * step;
        for (std::int32_t i = 0; i < set.size; ++i) {
          const std::size_t at = At(set.first) + At(i);
          if (set.first >= 0 && at < m.set_places.size() &&
              m.set_places[at] >= 0 && m.set_places[at] < places) {
            m.potential[At(m.set_places[at])] -= step;
          }
        }
        break;
      }
      case 7:
        if (!m.odd_sets.empty()) m.odd_sets[Pick(m.odd_sets)].dual += Step();
        break;
      case 8:
        if (!m.odd_sets.empty()) {
          Set& set = m.odd_sets[Pick(m.odd_sets)];
          (Below(2) == 0 ? set.first : set.size) +=
              static_cast<std::int32_t>(Step());
        }
        break;
      case 9:
        if (!m.set_places.empty()) {
          std::swap(m.set_places[Pick(m.set_places)],
                    m.set_places[Pick(m.set_places)]);
        }
        break;
      case 10:
        if (!m.set_places.empty()) {
          m.set_places[Pick(m.set_places)] = Below(places + 2) - 1;
        }
        break;
      default:
        if (!m.odd_sets.empty() && Below(2) == 0) {
          m.odd_sets.erase(m.odd_sets.begin() +
                           Below(static_cast<std::int32_t>(m.odd_sets.size())));
        } else {
          const auto at = static_cast<std::ptrdiff_t>(
              Below(static_cast<std::int32_t>(m.odd_sets.size()) + 1));
          const std::int32_t first = Below(places);
          m.odd_sets.insert(m.odd_sets.begin() + at,
                            Set{first, 3 + 2 * Below(2), 1 + Below(4)});
        }
    }
  }

  std::int32_t Below(std::int32_t n) {
    return static_cast<std::int32_t>(random_() % static_cast<std::uint64_t>(n));
  }

 private:
  template <typename T>
  std::size_t Pick(const std::vector<T>& rows) {
    return At(Below(static_cast<std::int32_t>(rows.size())));
  }
  std::int64_t Step() {
    const std::int64_t step = 1 + Below(3);
    return Below(2) == 0 ? step : -step;
  }

  std::mt19937_64 random_;
};

TEST(MutualJudge, AcceptsWhatTheWordsAcceptAndNothingThatIsNotHeaviest) {
  int accepted = 0;
  int with_sets = 0;
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomMutualGraph random(seed);
    MutualGraph graph = seed % 3 == 0   ? random.Nested(9, 3, 1)
                        : seed % 3 == 1 ? random.Cliques(9, 3, 1)
                                        : random.Sparse(8, 14, 3);
    if (graph.edges.empty()) continue;
    const Matching matching = MatchMutual(graph.places, graph.edges);
    Mutator mutator(seed);
    for (int i = 0; i < 40; ++i) {
      auto edges = graph.edges;
      Matching changed = matching;
      for (int k = 1 + mutator.Below(3); k > 0; --k) {
        mutator.Change(graph.places, edges, changed);
      }
      const std::string fault = CheckMutual(graph.places, edges, changed);
      ASSERT_EQ(fault.empty(), IsProvenLiterally(graph.places, edges, changed))
          << "change " << i << ": " << fault;
      if (!fault.empty()) {
        ++refused;
        continue;
      }
      ++accepted;
      with_sets += changed.odd_sets.empty() ? 0 : 1;
      ASSERT_EQ(WeightOf(edges, changed),
                BruteForceWeight(graph.places, edges));
    }
  }
  EXPECT_GT(refused, 50000);
  EXPECT_GT(accepted, 1000);
  EXPECT_GT(with_sets, 100);
}

}  // namespace
}  // namespace twinaid::matcher
