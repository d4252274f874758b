// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_mutual.h"

#include <array>
#include <cstddef>
#include <string>
#include <tuple>

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
  SetForest(std::int32_t places, const MutualMatching<W>& matching)
      : sets_(matching.odd_sets),
        set_places_(matching.set_places),
        innermost_(At(places), -1),
        parent_(sets_.size(), -1),
        jump_(sets_.size(), -1),
        depth_(sets_.size(), 0),
        duals_(sets_.size(), Sum<W>{}) {}

  // Returns the first fault.
  std::string Build() {
    std::string fault = CheckPlaces();
    for (std::size_t s = 0; s < sets_.size() && fault.empty(); ++s) {
      fault = CheckSet(s);
    }
    // From place to place of the list; the sets around it, outermost first.
    std::vector<std::int32_t> around;
    std::size_t next = 0;
    for (std::size_t at = 0; at < set_places_.size() && fault.empty(); ++at) {
      while (!around.empty() &&
             EndOf(around.back()) <= static_cast<std::int64_t>(at)) {
        around.pop_back();
      }
      for (;
           next < sets_.size() && fault.empty() && At(sets_[next].first) == at;
           ++next) {
        fault = Nest(next, around.empty() ? -1 : around.back());
        around.push_back(static_cast<std::int32_t>(next));
      }
      if (!around.empty()) innermost_[At(set_places_[at])] = around.back();
    }
    return fault;
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
  std::string CheckPlaces() const {
    std::vector<bool> seen(innermost_.size(), false);
    for (const PlaceIndex place : set_places_) {
      if (place < 0 || At(place) >= seen.size() || seen[At(place)]) {
        return absl::StrCat("place ", place,
                            " is none, or stands twice in the odd sets");
      }
      seen[At(place)] = true;
    }
    return "";
  }

  std::string CheckSet(std::size_t s) const {
    const OddSet<W>& set = sets_[s];
    if (set.size < 3 || set.size % 2 == 0) {
      return absl::StrCat("odd set ", s, " has ", set.size, " places");
    }
    if (set.first < 0 || EndOf(static_cast<std::int32_t>(s)) >
                             static_cast<std::int64_t>(set_places_.size())) {
      return absl::StrCat("odd set ", s, " is not within the list of places");
    }
    if (s > 0 &&
        (set.first < sets_[s - 1].first ||
         (set.first == sets_[s - 1].first && set.size >= sets_[s - 1].size))) {
      return absl::StrCat("odd set ", s, " is out of order");
    }
    if (Sign(set.dual) <= 0) {
      return absl::StrCat("odd set ", s, " has no dual above zero");
    }
    return "";
  }

  // Takes a set that begins inside its parent (-1 for none).
  std::string Nest(std::size_t s, std::int32_t parent) {
    parent_[s] = parent;
    Add<W>(&duals_[s], sets_[s].dual, 1);
    if (parent < 0) return "";
    if (EndOf(static_cast<std::int32_t>(s)) > EndOf(parent)) {
      return absl::StrCat("odd set ", s, " crosses odd set ", parent);
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

  std::int64_t EndOf(std::int32_t set) const {
    return std::int64_t{sets_[At(set)].first} + sets_[At(set)].size;
  }
  bool IsIn(std::int32_t inner, std::int32_t outer) const {
    return sets_[At(outer)].first <= sets_[At(inner)].first &&
           EndOf(inner) <= EndOf(outer);
  }

  const std::vector<OddSet<W>>& sets_;
  const std::vector<PlaceIndex>& set_places_;
  std::vector<std::int32_t> innermost_;  // by place; -1 for none
  std::vector<std::int32_t> parent_;     // by set; -1 for none
  std::vector<std::int32_t> jump_;       // by set: some set around it
  std::vector<std::int32_t> depth_;
  std::vector<Sum<W>> duals_;  // by set: its own and all around it
};

template <typename W>
class Check {
 public:
  Check(std::int32_t places, const std::vector<MutualEdge<W>>& edges,
        const MutualMatching<W>& matching)
      : places_(places),
        edges_(edges),
        matching_(matching),
        sets_(places, matching),
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

  // Edges were counted at the innermost set with both ends; inner sets come
  // after outer ones.
  std::string CheckSets() {
    const std::vector<OddSet<W>>& sets = matching_.odd_sets;
    for (std::size_t s = sets.size(); s-- > 0;) {
      const std::int32_t parent = sets_.ParentOf(static_cast<std::int32_t>(s));
      if (parent >= 0) matched_inside_[At(parent)] += matched_inside_[s];
    }
    for (std::size_t s = 0; s < sets.size(); ++s) {
      const std::int32_t full = sets[s].size / 2;
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
      Add<W>(&prices, set.dual, set.size / 2);
    }
    return prices == weights_ ? "" : "the prices do not sum up to the weights";
  }

  const std::int32_t places_;
  const std::vector<MutualEdge<W>>& edges_;
  const MutualMatching<W>& matching_;
  SetForest<W> sets_;
  std::vector<std::int32_t> matched_inside_;  // by set
  Sum<W> weights_{};                          // of matched edges, doubled
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
