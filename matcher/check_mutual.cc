// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_mutual.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/weight.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// A weight in 128 bits a digit.
template <typename W>
struct Digits;
template <>
struct Digits<std::int64_t> {
  static constexpr std::size_t kCount = 1;
  static Int128 Of(std::int64_t w, std::size_t /*i*/) { return w; }
};
template <>
struct Digits<Int128> {
  static constexpr std::size_t kCount = 1;
  static Int128 Of(Int128 w, std::size_t /*i*/) { return w; }
};
template <>
struct Digits<Weight> {
  static constexpr std::size_t kCount =
      std::tuple_size_v<decltype(Weight::digits)>;
  static Int128 Of(const Weight& w, std::size_t i) { return w[i]; }
};

template <typename W>
using Sum = std::array<Int128, Digits<W>::kCount>;

template <typename W>
void Add(Sum<W>* sum, const W& w, Int128 times) {
  for (std::size_t i = 0; i < sum->size(); ++i) {
    (*sum)[i] += times * Digits<W>::Of(w, i);
  }
}

// -1, 0 or 1, by the first digit that is not zero.
template <typename W>
int Sign(const W& w) {
  for (std::size_t i = 0; i < Digits<W>::kCount; ++i) {
    const Int128 digit = Digits<W>::Of(w, i);
    if (digit != 0) return digit < 0 ? -1 : 1;
  }
  return 0;
}

// The odd sets as a forest: each inside its parent.
template <typename W>
class SetForest {
 public:
  SetForest(std::int32_t places, const std::vector<OddSet<W>>& sets)
      : sets_(sets),
        innermost_(At(places), -1),
        parent_(sets.size(), -1),
        jump_(sets.size(), -1),
        depth_(sets.size(), 0),
        entered_(sets.size(), 0),
        inside_(sets.size(), 1),
        duals_(sets.size(), Sum<W>{}) {}

  // Returns the first fault.
  std::string Build() {
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      if (std::string fault = CheckSet(s); !fault.empty()) return fault;
    }
    std::vector<std::size_t> order(sets_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) {
                       return sets_[a].places.size() > sets_[b].places.size();
                     });
    for (const std::size_t s : order) {
      if (std::string fault = Nest(s); !fault.empty()) return fault;
    }
    for (auto s = order.rbegin(); s != order.rend(); ++s) {
      if (parent_[*s] >= 0) inside_[At(parent_[*s])] += inside_[*s];
    }
    // Numbers each set so that those inside it follow it without a gap.
    std::int32_t top = 0;
    std::vector<std::int32_t> next(sets_.size());
    for (const std::size_t s : order) {
      std::int32_t& number = parent_[s] < 0 ? top : next[At(parent_[s])];
      entered_[s] = number;
      next[s] = number + 1;
      number += inside_[s];
    }
    return "";
  }

  // The innermost set with both places, -1 for none.
  std::int32_t SetWith(PlaceIndex a, PlaceIndex b) const {
    std::int32_t s = innermost_[At(a)];
    const std::int32_t inner = innermost_[At(b)];
    if (s == inner || s < 0 || inner < 0) return s == inner ? s : -1;
    // Up by steps of parents, or by jumps where those do not go too far.
    while (s >= 0 && !IsIn(inner, s)) {
      const std::int32_t far = jump_[At(s)];
      s = far >= 0 && !IsIn(inner, far) ? far : parent_[At(s)];
    }
    return s;
  }

  // The duals of a set and of all around it.
  const Sum<W>& DualsAround(std::int32_t set) const { return duals_[At(set)]; }
  std::int32_t ParentOf(std::int32_t set) const { return parent_[At(set)]; }

 private:
  std::string CheckSet(std::size_t s) const {
    const OddSet<W>& set = sets_[s];
    if (set.places.size() < 3 || set.places.size() % 2 == 0) {
      return absl::StrCat("odd set ", s, " has ", set.places.size(), " places");
    }
    PlaceIndex before = -1;
    for (const PlaceIndex place : set.places) {
      if (place <= before || At(place) >= innermost_.size()) {
        return absl::StrCat("odd set ", s, " lists place ", place,
                            " out of order");
      }
      before = place;
    }
    if (Sign(set.dual) <= 0) {
      return absl::StrCat("odd set ", s, " has no dual above zero");
    }
    return "";
  }

  // Takes a set that is no larger than those taken before.
  std::string Nest(std::size_t s) {
    const OddSet<W>& set = sets_[s];
    const std::int32_t parent = innermost_[At(set.places[0])];
    for (const PlaceIndex place : set.places) {
      if (innermost_[At(place)] != parent) {
        return absl::StrCat("odd set ", s, " crosses another at place ", place);
      }
      innermost_[At(place)] = static_cast<std::int32_t>(s);
    }
    parent_[s] = parent;
    Add<W>(&duals_[s], set.dual, 1);
    if (parent < 0) return "";
    if (sets_[At(parent)].places.size() == set.places.size()) {
      return absl::StrCat("odd set ", s, " repeats odd set ", parent);
    }
    const Sum<W>& around = duals_[At(parent)];
    for (std::size_t i = 0; i < around.size(); ++i) duals_[s][i] += around[i];
    depth_[s] = depth_[At(parent)] + 1;
    // Jumps of doubling length, two of one length in a row (Myers 1983).
    const std::int32_t far = jump_[At(parent)];
    const bool even = far >= 0 && jump_[At(far)] >= 0 &&
                      depth_[At(parent)] - depth_[At(far)] ==
                          depth_[At(far)] - depth_[At(jump_[At(far)])];
    jump_[s] = even ? jump_[At(far)] : parent;
    return "";
  }

  bool IsIn(std::int32_t inner, std::int32_t outer) const {
    const std::int32_t offset = entered_[At(inner)] - entered_[At(outer)];
    return offset >= 0 && offset < inside_[At(outer)];
  }

  const std::vector<OddSet<W>>& sets_;
  std::vector<std::int32_t> innermost_;  // by place; -1 for none
  std::vector<std::int32_t> parent_;     // by set; -1 for none
  std::vector<std::int32_t> jump_;       // by set: some set around it
  std::vector<std::int32_t> depth_;
  std::vector<std::int32_t> entered_;  // by set: its number
  std::vector<std::int32_t> inside_;   // by set: sets in it, itself counted
  std::vector<Sum<W>> duals_;          // by set: its own and all around it
};

template <typename W>
class Check {
 public:
  Check(std::int32_t places, const std::vector<MutualEdge<W>>& edges,
        const MutualMatching<W>& matching)
      : places_(places),
        edges_(edges),
        matching_(matching),
        sets_(places, matching.odd_sets),
        matched_inside_(matching.odd_sets.size(), 0) {}

  std::string Run() {
    std::string fault = CheckPlaces();
    if (fault.empty()) fault = sets_.Build();
    if (fault.empty()) fault = CheckEdges();
    if (fault.empty()) fault = CheckSets();
    if (fault.empty()) fault = CheckTotal();
    return fault;
  }

 private:
  std::string CheckPlaces() const {
    if (matching_.edge_of_place.size() != At(places_) ||
        matching_.potential.size() != At(places_)) {
      return absl::StrCat("the matching is not one of ", places_, " places");
    }
    for (PlaceIndex p = 0; p < places_; ++p) {
      const int sign = Sign(matching_.potential[At(p)]);
      if (sign < 0) {
        return absl::StrCat("place ", p, " has a potential below zero");
      }
      const std::int32_t e = matching_.edge_of_place[At(p)];
      if (e == -1) {
        if (sign == 0) continue;
        return absl::StrCat("place ", p,
                            " has no partner but a potential above zero");
      }
      if (e < 0 || At(e) >= edges_.size()) {
        return absl::StrCat("place ", p, " is matched by edge ", e,
                            ", which does not exist");
      }
      const MutualEdge<W>& edge = edges_[At(e)];
      if (edge.a != p && edge.b != p) {
        return absl::StrCat("place ", p, " is matched by edge ", e,
                            ", which does not reach it");
      }
      const PlaceIndex partner = edge.a == p ? edge.b : edge.a;
      if (matching_.edge_of_place[At(partner)] != e) {
        return absl::StrCat("place ", p, " is matched by edge ", e, ", place ",
                            partner, " is not");
      }
    }
    return "";
  }

  std::string CheckEdges() {
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      const MutualEdge<W>& edge = edges_[e];
      const std::int32_t set = sets_.SetWith(edge.a, edge.b);
      const bool matched =
          matching_.edge_of_place[At(edge.a)] == static_cast<std::int32_t>(e);
      const int sign = SignOfSlack(edge, set);
      if (sign < 0) {
        return absl::StrCat("edge ", e, " weighs more than its prices");
      }
      if (!matched) continue;
      if (sign > 0) {
        return absl::StrCat("edge ", e,
                            " is matched but weighs less than its prices");
      }
      Add<W>(&weights_, edge.weight, 2);
      if (set >= 0) ++matched_inside_[At(set)];
    }
    return "";
  }

  int SignOfSlack(const MutualEdge<W>& edge, std::int32_t set) const {
    for (std::size_t i = 0; i < Digits<W>::kCount; ++i) {
      Int128 digit = Digits<W>::Of(matching_.potential[At(edge.a)], i) +
                     Digits<W>::Of(matching_.potential[At(edge.b)], i) -
                     2 * Digits<W>::Of(edge.weight, i);
      if (set >= 0) digit += sets_.DualsAround(set)[i];
      if (digit != 0) return digit < 0 ? -1 : 1;
    }
    return 0;
  }

  // Edges were counted at the innermost set with both ends.
  std::string CheckSets() {
    const std::vector<OddSet<W>>& sets = matching_.odd_sets;
    std::vector<std::size_t> order(sets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) {
                       return sets[a].places.size() < sets[b].places.size();
                     });
    for (const std::size_t s : order) {
      const std::int32_t parent = sets_.ParentOf(static_cast<std::int32_t>(s));
      if (parent >= 0) matched_inside_[At(parent)] += matched_inside_[s];
    }
    for (std::size_t s = 0; s < sets.size(); ++s) {
      const std::size_t full = sets[s].places.size() / 2;
      if (matched_inside_[s] != full) {
        return absl::StrCat("odd set ", s, " has ", matched_inside_[s],
                            " matched edges inside, not ", full);
      }
    }
    return "";
  }

  // Follows from all before; kept as a second net.
  std::string CheckTotal() const {
    Sum<W> prices{};
    for (const W& y : matching_.potential) Add<W>(&prices, y, 1);
    for (const OddSet<W>& set : matching_.odd_sets) {
      Add<W>(&prices, set.dual, static_cast<Int128>(set.places.size() / 2));
    }
    return prices == weights_ ? "" : "the prices do not sum up to the weights";
  }

  const std::int32_t places_;
  const std::vector<MutualEdge<W>>& edges_;
  const MutualMatching<W>& matching_;
  SetForest<W> sets_;
  std::vector<std::size_t> matched_inside_;  // by set
  Sum<W> weights_{};                         // of matched edges, doubled
};

}  // namespace

template <typename W>
std::string CheckMutual(std::int32_t places,
                        const std::vector<MutualEdge<W>>& edges,
                        const MutualMatching<W>& matching) {
  return Check<W>(places, edges, matching).Run();
}

template std::string CheckMutual(std::int32_t,
                                 const std::vector<MutualEdge<std::int64_t>>&,
                                 const MutualMatching<std::int64_t>&);
template std::string CheckMutual(std::int32_t,
                                 const std::vector<MutualEdge<Int128>>&,
                                 const MutualMatching<Int128>&);
template std::string CheckMutual(std::int32_t,
                                 const std::vector<MutualEdge<Weight>>&,
                                 const MutualMatching<Weight>&);

}  // namespace twinaid::matcher
