// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/double_cover.h"

#include <cstddef>
#include <utility>

#include "matcher/assignment.h"
#include "matcher/weight.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// Let u and v be the potentials of the assignment. It and its mirror image
// weigh the same and are proven by the same potentials, since every edge stands
// both ways: so for an assigned edge from a to b, both u_a + v_b and u_b + v_a
// are its weight, and its slack is zero in the sums too. A place that gives to
// nobody has u = 0; in the mirror image it gets from nobody, so v = 0 as well.
// That covers both ends of a path, one of which is left alone where the path
// has an odd number of places.
template <typename W>
class Cover {
 public:
  Cover(std::int32_t places, const std::vector<MutualEdge<W>>& edges)
      : edges_(edges), given_from_(At(places), -1) {
    std::vector<WeightedEdge<W>> both_ways;
    both_ways.reserve(2 * edges.size());
    for (const MutualEdge<W>& edge : edges) {
      both_ways.push_back({edge.a, edge.b, edge.weight});
      both_ways.push_back({edge.b, edge.a, edge.weight});
    }
    assignment_ = Assign(places, both_ways);
    for (PlaceIndex p = 0; p < places; ++p) {
      if (!Gives(p)) continue;
      given_from_[At(Next(p))] = p;
    }
  }

  MutualStart<W> Start() {
    const auto places = static_cast<std::int32_t>(given_from_.size());
    start_.edge_of_place.assign(At(places), -1);
    start_.potential.reserve(At(places));
    for (PlaceIndex p = 0; p < places; ++p) {
      start_.potential.push_back(assignment_.donor_potential[At(p)] +
                                 assignment_.recipient_potential[At(p)]);
    }
    taken_.assign(At(places), false);
    for (PlaceIndex p = 0; p < places; ++p) {
      if (given_from_[At(p)] < 0) TakeByTurns(p, -1);
    }
    for (PlaceIndex p = 0; p < places; ++p) {
      if (!taken_[At(p)]) TakeCycle(p);
    }
    return std::move(start_);
  }

 private:
  std::int32_t EdgeOf(PlaceIndex p) const {
    return assignment_.edge_of_donor[At(p)] / 2;
  }
  bool Gives(PlaceIndex p) const {
    return assignment_.edge_of_donor[At(p)] >= 0;
  }
  PlaceIndex Next(PlaceIndex p) const {
    const MutualEdge<W>& edge = edges_[At(EdgeOf(p))];
    return edge.a == p ? edge.b : edge.a;
  }

  // Matches the first place to the second, the third to the fourth .., until
  // the path ends or comes to `end`.
  void TakeByTurns(PlaceIndex first, PlaceIndex end) {
    bool match = true;
    for (PlaceIndex p = first;; match = !match) {
      taken_[At(p)] = true;
      if (!Gives(p)) return;
      const PlaceIndex next = Next(p);
      if (next == end) return;
      if (match) {
        start_.edge_of_place[At(p)] = EdgeOf(p);
        start_.edge_of_place[At(next)] = EdgeOf(p);
      }
      p = next;
    }
  }

  void TakeCycle(PlaceIndex first) {
    std::int32_t length = 0;
    PlaceIndex least = first;
    PlaceIndex p = first;
    do {
      ++length;
      if (start_.potential[At(p)] < start_.potential[At(least)]) least = p;
      p = Next(p);
    } while (p != first);
    if (length % 2 == 0) {
      TakeByTurns(first, first);
    } else {
      taken_[At(least)] = true;
      TakeByTurns(Next(least), least);
    }
  }

  const std::vector<MutualEdge<W>>& edges_;
  Assignment<W> assignment_;
  std::vector<PlaceIndex> given_from_;  // by place; -1 for none
  std::vector<bool> taken_;
  MutualStart<W> start_;
};

}  // namespace

template <typename W>
MutualStart<W> CoverStart(std::int32_t places,
                          const std::vector<MutualEdge<W>>& edges) {
  return Cover<W>(places, edges).Start();
}

template MutualStart<std::int64_t> CoverStart(
    std::int32_t, const std::vector<MutualEdge<std::int64_t>>&);
template MutualStart<Int128> CoverStart(std::int32_t,
                                        const std::vector<MutualEdge<Int128>>&);
template MutualStart<Weight> CoverStart(std::int32_t,
                                        const std::vector<MutualEdge<Weight>>&);

}  // namespace twinaid::matcher
