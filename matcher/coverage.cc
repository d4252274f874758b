// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/coverage.h"

#include <algorithm>
#include <limits>

namespace twinaid::matcher {
namespace {

std::size_t At(LocalIndex index) { return static_cast<std::size_t>(index); }

// Of an offer that is closed: no search will reach it.
constexpr std::int32_t kClosed = std::numeric_limits<std::int32_t>::max();

}  // namespace

const Coverage& GraphCover::Of(const PairGraph& graph) {
  log_.Begin(static_cast<std::int32_t>(graph.offers.size()));
  for (std::size_t o = 0; o < graph.offers.size(); ++o) {
    log_.AddRow(static_cast<LocalIndex>(o), graph.offers[o].base_units);
  }
  search_ = 0;
  seen_.assign(graph.offers.size(), 0);
  coverage_.covered.clear();
  coverage_.offer_urgency.assign(graph.offers.size(), UrgencyPrice{});
  coverage_.value = {};
  for (std::size_t n = 0; n < graph.needs.size(); ++n) {
    const PairNeed& need = graph.needs[n];
    const std::int64_t covered = Serve(graph, log_.AddSlot());
    coverage_.covered.push_back(covered);
    coverage_.value[At(need.tier)] += covered * need.points;
  }
  return coverage_;
}

// Returns how much of it the need gets.
std::int64_t GraphCover::Serve(const PairGraph& graph, LocalIndex n) {
  const PairNeed& need = graph.needs[At(n)];
  std::int64_t open = need.base_units;
  for (const PairArc& arc : graph.ArcsOf(need)) {
    const std::int64_t left = log_.Left(arc.offer);
    if (left == 0) continue;
    const std::int64_t amount = std::min(open, left);
    log_.Give(arc.offer, n, amount);
    open -= amount;
    if (open == 0) return need.base_units;
  }
  while (open > 0) {
    const LocalIndex end = Search(graph, n);
    if (end == GiftLog::kNone) break;
    open -= log_.Move(end, open);
  }
  return need.base_units - open;
}

// The nearest offer with something left, breadth first; kNone: there is none,
// and what was reached is closed.
LocalIndex GraphCover::Search(const PairGraph& graph, LocalIndex start) {
  ++search_;
  log_.BeginSearch(start);
  queue_.assign(1, start);
  reached_.clear();
  // NOLINTNEXTLINE(modernize-loop-convert): the queue grows meanwhile
  for (std::size_t head = 0; head < queue_.size(); ++head) {
    const LocalIndex n = queue_[head];
    for (const PairArc& arc : graph.ArcsOf(graph.needs[At(n)])) {
      if (seen_[At(arc.offer)] >= search_) continue;
      seen_[At(arc.offer)] = search_;
      reached_.push_back(arc.offer);
      log_.ReachRow(arc.offer, n);
      if (log_.Left(arc.offer) > 0) return arc.offer;
      QueueTakers(arc.offer);
    }
  }
  for (const LocalIndex offer : reached_) {
    seen_[At(offer)] = kClosed;
    coverage_.offer_urgency[At(offer)] = graph.needs[At(start)].urgency;
  }
  return GiftLog::kNone;
}

// The needs that have something of the offer, where the search is for the first
// time.
void GraphCover::QueueTakers(LocalIndex offer) {
  for (std::int32_t g = log_.FirstGift(offer); g != GiftLog::kNone;) {
    const GiftLog::Gift& gift = log_.GiftAt(g);
    if (gift.base_units > 0 && !log_.Reached(gift.slot)) {
      log_.ReachSlot(gift.slot, g);
      queue_.push_back(gift.slot);
    }
    g = gift.next;
  }
}

}  // namespace twinaid::matcher
