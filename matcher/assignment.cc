// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/assignment.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <queue>
#include <utility>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

constexpr std::int32_t kNobody = -1;

class Search {
 public:
  Search(std::int32_t places, const std::vector<WeightedEdge>& edges)
      : edges_(edges),
        first_(At(places) + 1, 0),
        order_(edges.size()),
        donor_of_(At(places), kNobody),
        distance_(At(places)),
        reached_(At(places), 0),
        settled_(At(places), 0),
        by_edge_(At(places), kNobody) {
    result_.edge_of_donor.assign(At(places), kNobody);
    result_.donor_potential.assign(At(places), Weight{});
    result_.recipient_potential.assign(At(places), Weight{});
    for (const WeightedEdge& edge : edges) ++first_[At(edge.donor) + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    std::vector<std::int32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t e = 0; e < edges.size(); ++e) {
      order_[At(next[At(edges[e].donor)]++)] = static_cast<std::int32_t>(e);
      Weight& u = result_.donor_potential[At(edges[e].donor)];
      u = std::max(u, edges[e].weight);
    }
  }

  Assignment Run() {
    const auto places = static_cast<std::int32_t>(donor_of_.size());
    for (PlaceIndex donor = 0; donor < places; ++donor) {
      if (first_[At(donor)] < first_[At(donor) + 1]) Place(donor);
    }
    return std::move(result_);
  }

 private:
  using Entry = std::pair<Weight, PlaceIndex>;  // distance, recipient

  // Gives `start` a partner, or leaves some donor on the way without one: the
  // shortest path by reduced costs, where to end at a donor costs its
  // potential.
  void Place(PlaceIndex start) {
    ++pass_;
    heap_ = {};
    scanned_.clear();
    best_ = result_.donor_potential[At(start)];
    best_donor_ = start;
    best_recipient_ = kNobody;
    Scan(start, Weight{});
    while (!heap_.empty() && heap_.top().first < best_) {
      const auto [distance, recipient] = heap_.top();
      heap_.pop();
      if (settled_[At(recipient)] == pass_) continue;
      settled_[At(recipient)] = pass_;
      if (donor_of_[At(recipient)] == kNobody) {
        best_ = distance;
        best_recipient_ = recipient;
        break;
      }
      Scan(donor_of_[At(recipient)], distance);
    }
    UpdatePotentials();
    Augment(start);
  }

  void Scan(PlaceIndex donor, const Weight& distance) {
    scanned_.emplace_back(distance, donor);
    const Weight end = distance + result_.donor_potential[At(donor)];
    if (end < best_) {
      best_ = end;
      best_donor_ = donor;
    }
    for (std::int32_t k = first_[At(donor)]; k < first_[At(donor) + 1]; ++k) {
      const std::int32_t e = order_[At(k)];
      const WeightedEdge& edge = edges_[At(e)];
      const PlaceIndex r = edge.recipient;
      if (settled_[At(r)] == pass_) continue;
      const Weight there = distance + result_.donor_potential[At(donor)] +
                           result_.recipient_potential[At(r)] - edge.weight;
      if (!(there < best_)) continue;
      if (reached_[At(r)] == pass_ && !(there < distance_[At(r)])) continue;
      reached_[At(r)] = pass_;
      distance_[At(r)] = there;
      by_edge_[At(r)] = e;
      heap_.emplace(there, r);
    }
  }

  void UpdatePotentials() {
    for (const auto& [distance, donor] : scanned_) {
      if (!(distance < best_)) continue;
      result_.donor_potential[At(donor)] -= best_ - distance;
      const std::int32_t e = result_.edge_of_donor[At(donor)];
      if (e == kNobody) continue;
      // It was reached by way of its partner, at the same distance.
      result_.recipient_potential[At(edges_[At(e)].recipient)] +=
          best_ - distance;
    }
  }

  void Augment(PlaceIndex start) {
    PlaceIndex recipient = best_recipient_;
    if (recipient == kNobody) {
      if (best_donor_ == start) return;
      std::int32_t& e = result_.edge_of_donor[At(best_donor_)];
      recipient = edges_[At(e)].recipient;
      e = kNobody;
    }
    while (true) {
      const std::int32_t e = by_edge_[At(recipient)];
      const PlaceIndex donor = edges_[At(e)].donor;
      const std::int32_t before = result_.edge_of_donor[At(donor)];
      result_.edge_of_donor[At(donor)] = e;
      donor_of_[At(recipient)] = donor;
      if (donor == start) return;
      recipient = edges_[At(before)].recipient;
    }
  }

  const std::vector<WeightedEdge>& edges_;
  std::vector<std::int32_t> first_;  // by donor, into order_
  std::vector<std::int32_t> order_;  // edges by donor
  std::vector<PlaceIndex> donor_of_;
  Assignment result_;

  // One search.
  std::int32_t pass_ = 0;
  std::vector<Weight> distance_;       // by recipient
  std::vector<std::int32_t> reached_;  // by recipient: the pass
  std::vector<std::int32_t> settled_;  // by recipient: the pass
  std::vector<std::int32_t> by_edge_;  // by recipient: the last edge
  std::vector<std::pair<Weight, PlaceIndex>> scanned_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> heap_;
  Weight best_;
  PlaceIndex best_donor_ = kNobody;
  PlaceIndex best_recipient_ = kNobody;
};

}  // namespace

Assignment Assign(std::int32_t places, const std::vector<WeightedEdge>& edges) {
  return Search(places, edges).Run();
}

}  // namespace twinaid::matcher
