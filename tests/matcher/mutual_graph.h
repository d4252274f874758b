// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Graphs to match, from a seed, and the heaviest matching of small ones.
#ifndef TWINAID_TESTS_MATCHER_MUTUAL_GRAPH_H_
#define TWINAID_TESTS_MATCHER_MUTUAL_GRAPH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "matcher/mutual.h"

namespace twinaid::matcher {

// Weights of one digit; others are made from them.
struct MutualGraph {
  std::int32_t places = 0;
  std::vector<MutualEdge<std::int64_t>> edges;
};

class RandomMutualGraph {
 public:
  explicit RandomMutualGraph(std::uint64_t seed) : random_(seed) {}

  std::int64_t Below(std::int64_t n) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n));
  }

  // Weights 1 .. top; edges may repeat.
  MutualGraph Sparse(std::int32_t places, int edges, std::int64_t top) {
    MutualGraph graph{places, {}};
    for (int i = 0; i < edges; ++i) {
      Add(&graph, Place(places), Place(places), 1 + Below(top));
    }
    return graph;
  }

  // Cliques of odd sizes 3 .. 9 with weights near each other, joined by a few
  // lighter edges: many odd cycles are tight at once.
  MutualGraph Cliques(std::int32_t places, std::int64_t top,
                      std::int64_t spread) {
    MutualGraph graph{places, {}};
    for (std::int32_t first = 0; first < places;) {
      const std::int32_t size =
          std::min(places - first, static_cast<std::int32_t>(3 + 2 * Below(4)));
      for (std::int32_t a = first; a < first + size; ++a) {
        for (std::int32_t b = a + 1; b < first + size; ++b) {
          Add(&graph, a, b, top + Below(spread + 1));
        }
      }
      first += size;
    }
    for (std::int32_t i = 0; i < places; ++i) {
      Add(&graph, Place(places), Place(places), 1 + Below(top));
    }
    return graph;
  }

  // Weights fall with the level at which two places part in a tree of ternary
  // splits: odd sets nest in odd sets.
  MutualGraph Nested(std::int32_t places, std::int64_t step,
                     std::int64_t spread) {
    MutualGraph graph{places, {}};
    for (std::int32_t a = 0; a < places; ++a) {
      for (std::int32_t b = a + 1; b < places; ++b) {
        std::int64_t level = 8;
        for (std::int32_t x = a, y = b; x != y; x /= 3, y /= 3) --level;
        if (Below(4) != 0) {
          Add(&graph, a, b,
              std::max<std::int64_t>(level, 1) * step + Below(spread + 1));
        }
      }
    }
    return graph;
  }

  // Places in the unit square, each joined to some of its nearest by a grid;
  // the nearer, the heavier. Triangles abound.
  MutualGraph Geometric(std::int32_t places, int edges, std::int64_t top) {
    MutualGraph graph{places, {}};
    constexpr std::int64_t kSide = 1 << 20;
    std::vector<std::int64_t> x, y;
    std::int64_t cells = 1;
    while ((cells + 1) * (cells + 1) * 4 <= places) ++cells;
    std::vector<std::vector<std::int32_t>> in(
        static_cast<std::size_t>(cells * cells));
    const auto cell = [&](std::int64_t i, std::int64_t j) {
      return static_cast<std::size_t>(i * cells + j);
    };
    for (std::int32_t p = 0; p < places; ++p) {
      x.push_back(Below(kSide));
      y.push_back(Below(kSide));
      in[cell(x.back() * cells / kSide, y.back() * cells / kSide)].push_back(p);
    }
    while (static_cast<int>(graph.edges.size()) < edges) {
      const std::int32_t a = Place(places);
      const auto at = static_cast<std::size_t>(a);
      const std::int64_t i = x[at] * cells / kSide + Below(3) - 1;
      const std::int64_t j = y[at] * cells / kSide + Below(3) - 1;
      if (i < 0 || j < 0 || i >= cells || j >= cells) continue;
      const std::vector<std::int32_t>& near = in[cell(i, j)];
      if (near.empty()) continue;
      const std::int32_t b = near[static_cast<std::size_t>(
          Below(static_cast<std::int64_t>(near.size())))];
      const std::int64_t dx = x[at] - x[static_cast<std::size_t>(b)];
      const std::int64_t dy = y[at] - y[static_cast<std::size_t>(b)];
      const std::int64_t reach = 8 * (kSide / cells) * (kSide / cells);
      Add(&graph, a, b,
          std::max<std::int64_t>(1, top - top * (dx * dx + dy * dy) / reach));
    }
    return graph;
  }

 private:
  std::int32_t Place(std::int32_t places) {
    return static_cast<std::int32_t>(Below(places));
  }

  static void Add(MutualGraph* graph, std::int32_t a, std::int32_t b,
                  std::int64_t weight) {
    if (a != b) graph->edges.push_back({a, b, weight});
  }

  std::mt19937_64 random_;
};

// The greatest weight of a matching, over all sets of places by turns.
// Time O(2^n m).
template <typename W>
W BruteForceWeight(std::int32_t places,
                   const std::vector<MutualEdge<W>>& edges) {
  std::vector<W> best(std::size_t{1} << places, W{});
  for (std::size_t free = 1; free < best.size(); ++free) {
    // The lowest free place stays alone, or takes one of its edges.
    std::size_t lowest = 0;
    while ((free >> lowest & 1U) == 0) ++lowest;
    best[free] = best[free & (free - 1)];
    for (const MutualEdge<W>& edge : edges) {
      const std::size_t a = std::size_t{1} << edge.a;
      const std::size_t b = std::size_t{1} << edge.b;
      if ((a | b) == ((a | b) & free) && ((a | b) >> lowest & 1U) != 0) {
        best[free] = std::max(best[free], best[free & ~(a | b)] + edge.weight);
      }
    }
  }
  return best.back();
}

template <typename W>
W WeightOf(const std::vector<MutualEdge<W>>& edges,
           const MutualMatching<W>& matching) {
  W total{};
  for (std::size_t p = 0; p < matching.edge_of_place.size(); ++p) {
    const std::int32_t e = matching.edge_of_place[p];
    if (e < 0) continue;
    const MutualEdge<W>& edge = edges[static_cast<std::size_t>(e)];
    if (static_cast<std::size_t>(edge.a) == p) total = total + edge.weight;
  }
  return total;
}

// Every price the same, nobody matched: the start that asks most of a search.
template <typename W>
std::vector<W> FlatPotentials(std::int32_t places,
                              const std::vector<MutualEdge<W>>& edges) {
  W top{};
  for (const MutualEdge<W>& edge : edges) top = std::max(top, edge.weight);
  return std::vector<W>(static_cast<std::size_t>(places), top);
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_MUTUAL_GRAPH_H_
