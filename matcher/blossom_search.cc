// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/blossom_search.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "matcher/alternating_tree.h"
#include "matcher/blossom_forest.h"
#include "matcher/halves.h"
#include "matcher/incidence.h"
#include "matcher/weight.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

template <typename W>
class Search {
 public:
  Search(std::int32_t places, const std::vector<MutualEdge<W>>& edges,
         MutualStart<W> start)
      : edges_(edges),
        incidence_(places, edges),
        forest_(places),
        tree_(&forest_, std::move(start.potential)),
        nearest_(At(places), W{}),
        nearest_search_(At(places), 0) {
    for (PlaceIndex p = 0; p < places; ++p) {
      const std::int32_t e = start.edge_of_place[At(p)];
      if (e < 0) continue;
      const MutualEdge<W>& edge = edges[At(e)];
      forest_.SetMate(p, {e, p, edge.a == p ? edge.b : edge.a});
    }
  }

  MutualMatching<W> Run() {
    for (PlaceIndex p = 0; p < forest_.places(); ++p) {
      if (forest_.MateOf(p).edge < 0 && W{} < tree_.KeptPotentialOf(p)) {
        MatchOrRelease(p);
      }
    }
    return Result();
  }

 private:
  using NodeIndex = BlossomForest::NodeIndex;
  using Label = typename AlternatingTree<W>::Label;

  enum class Kind : std::int8_t { kGrow, kShrink, kDissolve };

  struct Event {
    W at;
    std::int32_t what;  // kDissolve: the blossom; else twice the edge, plus one
                        // where its b is the end to start from
    Kind kind;
  };
  struct Later {
    bool operator()(const Event& a, const Event& b) const {
      return b.at < a.at;
    }
  };

  Arc ArcOf(std::int32_t what) const {
    const MutualEdge<W>& edge = edges_[At(what / 2)];
    return what % 2 == 0 ? Arc{what / 2, edge.a, edge.b}
                         : Arc{what / 2, edge.b, edge.a};
  }

  // Its slack before any wait, by kept potentials.
  W KeptSlack(PlaceIndex a, PlaceIndex b, std::int32_t edge) const {
    const W& weight = edges_[At(edge)].weight;
    return tree_.KeptPotentialOf(a) + tree_.KeptPotentialOf(b) - weight -
           weight;
  }

  // One search, from a place without a partner.
  void MatchOrRelease(PlaceIndex root) {
    ++search_;
    heap_.clear();
    due_.clear();
    partner_.reset();
    tree_.Plant(root);
    Scan(forest_.SurfaceOf(root));
    while (!partner_ && tree_.now() < tree_.first_zero_at()) {
      if (!due_.empty()) {
        const Event event = due_.back();
        due_.pop_back();
        Handle(event);
      } else if (heap_.empty() || !(heap_.front().at < tree_.first_zero_at())) {
        tree_.WaitUntil(tree_.first_zero_at());
      } else {
        std::pop_heap(heap_.begin(), heap_.end(), Later());
        const Event event = heap_.back();
        heap_.pop_back();
        tree_.WaitUntil(event.at);
        Handle(event);
      }
    }
    if (partner_) {
      tree_.Augment(*partner_);
    } else {
      tree_.Release(tree_.first_zero());
    }
    tree_.Settle();
  }

  // Events at or after the end of the search are not worth noting.
  void Push(const W& at, std::int32_t what, Kind kind) {
    if (!(at < tree_.first_zero_at())) return;
    if (!(tree_.now() < at)) {
      due_.push_back({at, what, kind});
      return;
    }
    heap_.push_back({at, what, kind});
    std::push_heap(heap_.begin(), heap_.end(), Later());
  }

  void Handle(const Event& event) {
    switch (event.kind) {
      case Kind::kGrow:
        return Grow(ArcOf(event.what));
      case Kind::kShrink:
        return Shrink(ArcOf(event.what));
      case Kind::kDissolve:
        return Dissolve(event.what);
    }
  }

  // Looks along the edges of an even node, or of a part of one.
  void Scan(NodeIndex part) {
    forest_.ForEachPlace(part, [this](PlaceIndex p) {
      if (!partner_) ScanPlace(p);
    });
  }

  void ScanPlace(PlaceIndex place) {
    const NodeIndex node = forest_.SurfaceOf(place);
    for (const Incidence::Entry& entry : incidence_.Of(place)) {
      const NodeIndex other = forest_.SurfaceOf(entry.other);
      const Label label = tree_.LabelOf(other);
      if (other == node || label == Label::kOdd) continue;
      const W slack = KeptSlack(place, entry.other, entry.edge());
      if (label == Label::kEven) {
        Push(Half(slack), entry.what, Kind::kShrink);
        continue;
      }
      if (!(slack < tree_.first_zero_at())) continue;
      W& nearest = nearest_[At(entry.other)];
      std::int32_t& search = nearest_search_[At(entry.other)];
      if (search == search_ && !(slack < nearest)) continue;
      if (!(tree_.now() < slack) && IsFree(other)) {
        partner_ = Arc{entry.edge(), place, entry.other};
        return;
      }
      search = search_;
      nearest = slack;
      Push(slack, entry.what, Kind::kGrow);
    }
  }

  bool IsFree(NodeIndex surface) const {
    return forest_.MateOf(forest_.BaseOf(surface)).edge < 0;
  }

  // A place lost its label: looks for the nearest even place anew.
  void FindNearest(PlaceIndex place) {
    std::int32_t what = -1;
    W& nearest = nearest_[At(place)];
    for (const Incidence::Entry& entry : incidence_.Of(place)) {
      if (tree_.LabelOf(forest_.SurfaceOf(entry.other)) != Label::kEven) {
        continue;
      }
      const W slack = KeptSlack(place, entry.other, entry.edge());
      if (what >= 0 && !(slack < nearest)) continue;
      what = entry.what ^ 1;  // from the other end
      nearest = slack;
    }
    nearest_search_[At(place)] = what < 0 ? 0 : search_;
    if (what >= 0) Push(nearest, what, Kind::kGrow);
  }

  // ---- Events. Some were overtaken by others since they were noted.

  void Grow(const Arc& arc) {
    const NodeIndex surface = forest_.SurfaceOf(arc.to);
    if (tree_.LabelOf(surface) != Label::kNone) return;
    // The place may have been odd in between, and have more slack since.
    if (KeptSlack(arc.from, arc.to, arc.edge) != tree_.now()) return;
    if (IsFree(surface)) {
      partner_ = arc;
      return;
    }
    const auto grown = tree_.Grow(arc);
    NoteDissolving(grown.odd);
    Scan(grown.even);
  }

  void NoteDissolving(NodeIndex odd) {
    if (!forest_.IsBlossom(odd)) return;
    Push(tree_.DissolvesAt(odd), odd, Kind::kDissolve);
  }

  void Shrink(const Arc& arc) {
    if (forest_.SurfaceOf(arc.from) == forest_.SurfaceOf(arc.to)) return;
    const auto shrunk = tree_.Shrink(arc);
    for (const NodeIndex child : shrunk.were_odd) Scan(child);
  }

  void Dissolve(NodeIndex blossom) {
    // The number may be that of another blossom by now.
    if (!forest_.IsAlive(blossom) || !forest_.IsSurface(blossom) ||
        tree_.LabelOf(blossom) != Label::kOdd ||
        tree_.DissolvesAt(blossom) != tree_.now()) {
      return;
    }
    const auto dissolved = tree_.Dissolve(blossom);
    for (const NodeIndex odd : dissolved.odd) NoteDissolving(odd);
    for (const NodeIndex even : dissolved.even) Scan(even);
    for (const NodeIndex left_out : dissolved.left_out) {
      forest_.ForEachPlace(left_out, [&](PlaceIndex p) { FindNearest(p); });
    }
  }

  MutualMatching<W> Result() {
    MutualMatching<W> result;
    std::vector<std::int32_t> standing(At(forest_.places()), -1);
    for (PlaceIndex p = 0; p < forest_.places(); ++p) {
      result.edge_of_place.push_back(forest_.MateOf(p).edge);
      const NodeIndex surface = forest_.SurfaceOf(p);
      if (!forest_.IsBlossom(surface) || standing[At(p)] >= 0) continue;
      forest_.ForEachPlace(surface, [&](PlaceIndex member) {
        standing[At(member)] =
            static_cast<std::int32_t>(result.set_places.size());
        result.set_places.push_back(member);
      });
    }
    for (NodeIndex b = forest_.places(); b < forest_.nodes(); ++b) {
      if (!forest_.IsAlive(b) || tree_.DualOf(b) == W{}) continue;
      result.odd_sets.push_back({standing[At(forest_.FirstOf(b))],
                                 forest_.SizeOf(b), tree_.DualOf(b)});
    }
    std::sort(result.odd_sets.begin(), result.odd_sets.end(),
              [](const OddSet<W>& a, const OddSet<W>& b) {
                return a.first != b.first ? a.first < b.first : a.size > b.size;
              });
    result.potential = tree_.TakePotentials();
    return result;
  }

  const std::vector<MutualEdge<W>>& edges_;
  const Incidence incidence_;
  BlossomForest forest_;
  AlternatingTree<W> tree_;

  // One search.
  std::int32_t search_ = 0;
  std::vector<Event> heap_;  // later than now
  std::vector<Event> due_;   // now
  std::vector<W> nearest_;   // by place without a label: when it is reached
  std::vector<std::int32_t> nearest_search_;  // by place: in which search
  std::optional<Arc> partner_;  // a tight arc to a surface without a partner
};

}  // namespace

template <typename W>
MutualMatching<W> CompleteMatching(std::int32_t places,
                                   const std::vector<MutualEdge<W>>& edges,
                                   MutualStart<W> start) {
  return Search<W>(places, edges, std::move(start)).Run();
}

template MutualMatching<std::int64_t> CompleteMatching(
    std::int32_t, const std::vector<MutualEdge<std::int64_t>>&,
    MutualStart<std::int64_t>);
template MutualMatching<Int128> CompleteMatching(
    std::int32_t, const std::vector<MutualEdge<Int128>>&, MutualStart<Int128>);
template MutualMatching<Weight> CompleteMatching(
    std::int32_t, const std::vector<MutualEdge<Weight>>&, MutualStart<Weight>);

}  // namespace twinaid::matcher
