// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/blossom_search.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "matcher/blossom_forest.h"
#include "matcher/incidence.h"
#include "matcher/weight.h"

namespace twinaid::matcher {
namespace {

using NodeIndex = BlossomForest::NodeIndex;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// Of even numbers only.
std::int64_t Half(std::int64_t w) { return w / 2; }
Int128 Half(Int128 w) { return w / 2; }
Weight Half(Weight w) {
  for (std::int64_t& digit : w.digits) digit /= 2;
  return w;
}

// The tree of a search hangs on one place without a partner. Its nodes are
// surfaces: even ones at an even distance from the root, odd ones between. As
// the search goes on by d, potentials in even nodes fall by d and in odd ones
// rise by d; the dual of an even blossom grows by 2 d, that of an odd one
// shrinks by 2 d. So the edges of the tree stay tight. What else becomes tight,
// or zero, is an event at some value of d.
//
// Instead of changing everything with d, potentials and duals of labelled nodes
// are kept as what they would be at d = 0 had they had their label since.
//
// All halves here are whole. Duals of blossoms start at zero and change by 2 d,
// so they are even digit by digit as long as every d is whole. The edges of the
// tree are tight, y_a + y_b = 2 weight, and join different surfaces, so that no
// dual counts; edges inside a blossom are tight too, and the duals that count
// there are even. So along the tree and inside its nodes all potentials have
// the parity of the root's, digit by digit. Hence the slack y_a + y_b - 2
// weight of an edge between two even nodes is even, and its half, like all
// other events, is a whole d.
template <typename W>
class Search {
 public:
  Search(std::int32_t places, const std::vector<MutualEdge<W>>& edges,
         MutualStart<W> start)
      : edges_(edges),
        incidence_(places, edges),
        forest_(places),
        y_(std::move(start.potential)),
        z_(At(forest_.nodes() - places), W{}),
        label_(At(forest_.nodes()), Label::kNone),
        entry_(At(forest_.nodes())),
        mark_(At(forest_.nodes()), 0),
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
      if (forest_.MateOf(p).edge < 0 && W{} < y_[At(p)]) MatchOrRelease(p);
    }
    return Result();
  }

 private:
  enum class Label : std::int8_t { kNone, kEven, kOdd };

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

  W& DualOf(NodeIndex blossom) { return z_[At(blossom - forest_.places())]; }

  Arc ArcOf(std::int32_t what) const {
    const MutualEdge<W>& edge = edges_[At(what / 2)];
    return what % 2 == 0 ? Arc{what / 2, edge.a, edge.b}
                         : Arc{what / 2, edge.b, edge.a};
  }

  // One search, from a place without a partner.
  void MatchOrRelease(PlaceIndex root) {
    ++search_;
    now_ = W{};
    heap_.clear();
    due_.clear();
    labelled_.clear();
    first_zero_.reset();
    last_arc_.reset();
    const NodeIndex surface = forest_.SurfaceOf(root);
    MakeEven(surface);
    ScanNode(surface);
    while (!last_arc_) {
      if (!(now_ < y_[At(*first_zero_)])) break;
      if (!due_.empty()) {
        const Event event = due_.back();
        due_.pop_back();
        Handle(event);
        continue;
      }
      if (heap_.empty() || !(heap_.front().at < y_[At(*first_zero_)])) {
        now_ = y_[At(*first_zero_)];
        break;
      }
      std::pop_heap(heap_.begin(), heap_.end(), Later());
      const Event event = heap_.back();
      heap_.pop_back();
      now_ = event.at;
      Handle(event);
    }
    if (last_arc_) {
      forest_.Rebase(forest_.SurfaceOf(last_arc_->to), last_arc_->to);
      forest_.SetMate(last_arc_->to, last_arc_->Reversed());
      FlipToRoot(last_arc_->from, *last_arc_);
    } else {
      FlipToRoot(*first_zero_, Arc{});
    }
    Settle();
  }

  void Push(const W& at, std::int32_t what, Kind kind) {
    if (!(now_ < at)) {
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
        // The number may be that of another blossom by now.
        if (forest_.IsAlive(event.what) && forest_.IsSurface(event.what) &&
            label_[At(event.what)] == Label::kOdd &&
            DualOf(event.what) == now_ + now_) {
          DissolveOdd(event.what);
        }
    }
  }

  // ---- Labels

  // Shifts the potentials in a node.
  void Raise(NodeIndex node, const W& by) {
    forest_.ForEachPlace(node, [&](PlaceIndex p) { y_[At(p)] += by; });
  }
  void Lower(NodeIndex node, const W& by) {
    forest_.ForEachPlace(node, [&](PlaceIndex p) { y_[At(p)] -= by; });
  }

  void SetLabel(NodeIndex node, Label label) {
    label_[At(node)] = label;
    labelled_.push_back(node);
  }

  void MakeEven(NodeIndex node) {
    SetLabel(node, Label::kEven);
    Raise(node, now_);
    if (forest_.IsBlossom(node)) DualOf(node) -= now_ + now_;
    NoteZeros(node);
  }

  void MakeOdd(NodeIndex node, const Arc& entry) {
    SetLabel(node, Label::kOdd);
    entry_[At(node)] = entry;
    Lower(node, now_);
    NoteDissolving(node);
  }

  void NoteDissolving(NodeIndex node) {
    if (!forest_.IsBlossom(node)) return;
    DualOf(node) += now_ + now_;
    const W at = Half(DualOf(node));
    if (at < y_[At(*first_zero_)]) Push(at, node, Kind::kDissolve);
  }

  // The potentials of an even node reach zero at what they are kept as.
  void NoteZeros(NodeIndex node) {
    forest_.ForEachPlace(node, [&](PlaceIndex p) {
      if (!first_zero_ || y_[At(p)] < y_[At(*first_zero_)]) first_zero_ = p;
    });
  }

  // Looks along the edges of an even node. Events at or after the end of the
  // search are not worth noting.
  void ScanNode(NodeIndex node) {
    forest_.ForEachPlace(node, [&](PlaceIndex p) {
      if (!last_arc_) ScanPlace(node, p);
    });
  }

  void ScanPlace(NodeIndex node, PlaceIndex place) {
    const W& end = y_[At(*first_zero_)];
    for (const Incidence::Entry& entry : incidence_.Of(place)) {
      const NodeIndex other = forest_.SurfaceOf(entry.other);
      const Label label = label_[At(other)];
      if (other == node || label == Label::kOdd) continue;
      const W& weight = edges_[At(entry.edge())].weight;
      W at = y_[At(place)] + y_[At(entry.other)] - weight - weight;
      if (label == Label::kEven) {
        at = Half(at);
        if (at < end) Push(at, entry.what, Kind::kShrink);
        continue;
      }
      if (!(at < end)) continue;
      W& nearest = nearest_[At(entry.other)];
      if (nearest_search_[At(entry.other)] == search_ && !(at < nearest)) {
        continue;
      }
      if (!(now_ < at) && forest_.MateOf(forest_.BaseOf(other)).edge < 0) {
        last_arc_ = Arc{entry.edge(), place, entry.other};
        return;
      }
      nearest_search_[At(entry.other)] = search_;
      nearest = at;
      Push(at, entry.what, Kind::kGrow);
    }
  }

  // A place lost its label: looks for the nearest even place anew.
  void FindNearest(PlaceIndex place) {
    std::int32_t what = -1;
    W& nearest = nearest_[At(place)];
    for (const Incidence::Entry& entry : incidence_.Of(place)) {
      const NodeIndex other = forest_.SurfaceOf(entry.other);
      if (label_[At(other)] != Label::kEven) continue;
      const W& weight = edges_[At(entry.edge())].weight;
      const W at = y_[At(place)] + y_[At(entry.other)] - weight - weight;
      if (what >= 0 && !(at < nearest)) continue;
      what = entry.what ^ 1;  // from the other end
      nearest = at;
    }
    nearest_search_[At(place)] = what < 0 ? 0 : search_;
    if (what >= 0 && nearest < y_[At(*first_zero_)]) {
      Push(nearest, what, Kind::kGrow);
    }
  }

  // ---- Events

  // A tight edge to a surface without a label: it and its partner join.
  void Grow(const Arc& arc) {
    const NodeIndex odd = forest_.SurfaceOf(arc.to);
    if (label_[At(odd)] != Label::kNone) return;
    // The place may have had a label in between, and more slack since.
    const W& weight = edges_[At(arc.edge)].weight;
    if (y_[At(arc.from)] + y_[At(arc.to)] - weight - weight != now_) return;
    const Arc& mate = forest_.MateOf(forest_.BaseOf(odd));
    if (mate.edge < 0) {
      last_arc_ = arc;
      return;
    }
    const NodeIndex even = forest_.SurfaceOf(mate.to);
    MakeOdd(odd, arc);
    MakeEven(even);
    ScanNode(even);
  }

  // The odd node above an even one, and the even node above that; -1 above the
  // root.
  NodeIndex OddAbove(NodeIndex even) const {
    const Arc& mate = forest_.MateOf(forest_.BaseOf(even));
    return mate.edge < 0 ? -1 : forest_.SurfaceOf(mate.to);
  }
  NodeIndex EvenAbove(NodeIndex odd) const {
    return forest_.SurfaceOf(entry_[At(odd)].from);
  }

  // The lowest even node above both, climbing from both by turns.
  NodeIndex MeetingOf(NodeIndex a, NodeIndex b) {
    ++marking_;
    while (true) {
      if (a >= 0) {
        if (mark_[At(a)] == marking_) return a;
        mark_[At(a)] = marking_;
        const NodeIndex odd = OddAbove(a);
        a = odd < 0 ? -1 : EvenAbove(odd);
      }
      std::swap(a, b);
    }
  }

  // Collects the nodes from `even` up to below `top`, with the arc up from
  // each.
  void Climb(NodeIndex even, NodeIndex top, std::vector<NodeIndex>* nodes,
             std::vector<Arc>* up) const {
    while (even != top) {
      const NodeIndex odd = OddAbove(even);
      nodes->insert(nodes->end(), {even, odd});
      up->push_back(forest_.MateOf(forest_.BaseOf(even)));
      up->push_back(entry_[At(odd)].Reversed());
      even = EvenAbove(odd);
    }
  }

  // A tight edge between two even nodes: an odd cycle becomes an even blossom.
  void Shrink(const Arc& arc) {
    const NodeIndex from = forest_.SurfaceOf(arc.from);
    const NodeIndex to = forest_.SurfaceOf(arc.to);
    if (from == to) return;
    const NodeIndex top = MeetingOf(from, to);
    std::vector<NodeIndex> children;
    std::vector<Arc> cycle;
    Climb(from, top, &children, &cycle);
    children.push_back(top);
    std::reverse(children.begin(), children.end());
    std::reverse(cycle.begin(), cycle.end());
    for (Arc& step : cycle) step = step.Reversed();
    cycle.push_back(arc);
    Climb(to, top, &children, &cycle);

    std::vector<NodeIndex> were_odd;
    for (const NodeIndex child : children) {
      const bool odd = label_[At(child)] == Label::kOdd;
      if (odd) {
        were_odd.push_back(child);
        Raise(child, now_ + now_);
      }
      if (forest_.IsBlossom(child)) {
        if (odd) {
          DualOf(child) -= now_ + now_;
        } else {
          DualOf(child) += now_ + now_;
        }
      }
      label_[At(child)] = Label::kNone;
    }
    const NodeIndex blossom =
        forest_.Shrink(std::move(children), std::move(cycle));
    DualOf(blossom) = W{} - now_ - now_;
    SetLabel(blossom, Label::kEven);
    for (const NodeIndex child : were_odd) NoteZeros(child);
    for (const NodeIndex child : were_odd) {
      forest_.ForEachPlace(child, [&](PlaceIndex p) {
        if (!last_arc_) ScanPlace(blossom, p);
      });
    }
  }

  // The dual of an odd blossom reached zero: of the two ways round its cycle,
  // from where the tree enters to the base, the even one stays in the tree.
  void DissolveOdd(NodeIndex blossom) {
    label_[At(blossom)] = Label::kNone;
    Arc entry = entry_[At(blossom)];
    const auto [children, cycle] = forest_.Dissolve(blossom);
    const std::size_t length = children.size();
    const auto entered =
        static_cast<std::size_t>(std::find(children.begin(), children.end(),
                                           forest_.SurfaceOf(entry.to)) -
                                 children.begin());
    const bool down = entered % 2 == 0;
    const auto next = [&](std::size_t i) {
      return down ? i - 1 : (i + 1) % length;
    };
    std::vector<NodeIndex> even;
    std::size_t at = entered;
    while (true) {
      const NodeIndex odd = children[at];
      SetLabel(odd, Label::kOdd);
      entry_[At(odd)] = entry;
      NoteDissolving(odd);
      if (at == 0) break;
      at = next(at);
      even.push_back(children[at]);
      const std::size_t after = next(at);
      entry = down ? cycle[after].Reversed() : cycle[at];
      at = after;
    }
    for (const NodeIndex child : even) {
      // MakeEven raises it from where it is, not from where it is kept.
      Raise(child, now_);
      MakeEven(child);
    }
    std::vector<NodeIndex> left_out;
    for (const NodeIndex child : children) {
      if (label_[At(child)] != Label::kNone) continue;
      left_out.push_back(child);
      Raise(child, now_);
    }
    for (const NodeIndex child : left_out) {
      forest_.ForEachPlace(child,
                           [&](PlaceIndex p) { nearest_search_[At(p)] = 0; });
    }
    for (const NodeIndex child : even) ScanNode(child);
    for (const NodeIndex child : left_out) {
      forest_.ForEachPlace(child, [&](PlaceIndex p) { FindNearest(p); });
    }
  }

  // ---- The end of a search

  // Matches `place` by `arc` (edge -1: not at all), and so on up the tree.
  void FlipToRoot(PlaceIndex place, Arc arc) {
    while (true) {
      const NodeIndex even = forest_.SurfaceOf(place);
      const Arc mate = forest_.MateOf(forest_.BaseOf(even));
      forest_.Rebase(even, place);
      forest_.SetMate(place, arc);
      if (mate.edge < 0) return;
      const NodeIndex odd = forest_.SurfaceOf(mate.to);
      arc = entry_[At(odd)];
      forest_.Rebase(odd, arc.to);
      forest_.SetMate(arc.to, arc.Reversed());
      place = arc.from;
    }
  }

  // Takes the labels away and dissolves blossoms without a dual.
  void Settle() {
    for (const NodeIndex node : labelled_) {
      const Label label = std::exchange(label_[At(node)], Label::kNone);
      if (label == Label::kNone) continue;
      if (label == Label::kEven) {
        Lower(node, now_);
      } else {
        Raise(node, now_);
      }
      if (!forest_.IsBlossom(node)) continue;
      if (label == Label::kEven) {
        DualOf(node) += now_ + now_;
      } else {
        DualOf(node) -= now_ + now_;
      }
      empty_.push_back(node);
    }
    while (!empty_.empty()) {
      const NodeIndex node = empty_.back();
      empty_.pop_back();
      if (!forest_.IsBlossom(node) || DualOf(node) != W{}) continue;
      const auto [children, cycle] = forest_.Dissolve(node);
      empty_.insert(empty_.end(), children.begin(), children.end());
    }
  }

  MutualMatching<W> Result() {
    MutualMatching<W> result;
    result.edge_of_place.reserve(At(forest_.places()));
    for (PlaceIndex p = 0; p < forest_.places(); ++p) {
      result.edge_of_place.push_back(forest_.MateOf(p).edge);
    }
    for (NodeIndex b = forest_.places(); b < forest_.nodes(); ++b) {
      if (!forest_.IsAlive(b) || DualOf(b) == W{}) continue;
      OddSet<W> set;
      set.places.reserve(At(forest_.SizeOf(b)));
      forest_.ForEachPlace(b, [&](PlaceIndex p) { set.places.push_back(p); });
      std::sort(set.places.begin(), set.places.end());
      set.dual = DualOf(b);
      result.odd_sets.push_back(std::move(set));
    }
    std::sort(result.odd_sets.begin(), result.odd_sets.end(),
              [](const OddSet<W>& a, const OddSet<W>& b) {
                return a.places[0] != b.places[0]
                           ? a.places[0] < b.places[0]
                           : a.places.size() > b.places.size();
              });
    result.potential = std::move(y_);
    return result;
  }

  const std::vector<MutualEdge<W>>& edges_;
  const Incidence incidence_;
  BlossomForest forest_;
  std::vector<W> y_;  // by place
  std::vector<W> z_;  // by blossom

  // One search.
  std::vector<Label> label_;  // by node; surfaces alone have one
  std::vector<Arc> entry_;    // by odd node: from above into it
  std::vector<NodeIndex> labelled_;
  std::vector<std::int32_t> mark_;  // by node: the marking
  std::int32_t marking_ = 0;
  std::vector<W> nearest_;  // by place without a label: when it is reached
  std::vector<std::int32_t> nearest_search_;  // by place: of which search
  std::int32_t search_ = 0;
  W now_{};
  std::vector<Event> heap_;  // later than now
  std::vector<Event> due_;   // now
  std::vector<NodeIndex> empty_;
  std::optional<PlaceIndex> first_zero_;  // even, of least potential
  std::optional<Arc> last_arc_;           // to a surface without a partner
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
