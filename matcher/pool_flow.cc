// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool_flow.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace twinaid::matcher {
namespace {

using Distance = PoolLabels::Distance;
constexpr Distance kClosed = PoolLabels::kClosed;

// Steps of the first walk of a search, and needs of its first sweep; each
// further one may be kGrowth times as long.
constexpr std::int64_t kFirstSteps = 64;
constexpr std::int64_t kGrowth = 4;

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

bool HasBit(const std::vector<std::uint64_t>& bits, std::int32_t index) {
  return (bits[At(index) / 64] >> At(index) % 64 & 1) != 0;
}

}  // namespace

PoolFlow::PoolFlow(const PoolGraph& graph)
    : graph_(graph),
      labels_(graph),
      left_(At(graph.offers())),
      served_(At(graph.needs()), 0),
      secured_(At(graph.needs()), 0),
      shares_(graph.offers()),
      current_(At(graph.offers()), 0),
      row_at_(At(graph.needs()), 0),
      need_seen_(At(graph.needs()) / 64 + 1, 0),
      unreached_(graph.words(), ~RowWord{0}) {
  for (std::int32_t o = 0; o < graph.offers(); ++o) {
    left_[At(o)] = graph.offer(o).base_units;
  }
}

void PoolFlow::Secure(std::int32_t need, std::int64_t units) {
  secured_[At(need)] = units;
  std::int64_t missing = units - served_[At(need)];
  if (missing <= 0) return;
  if (labels_.need(need) == 1) missing -= TakeStock(need, missing);
  while (missing > 0 && labels_.need(need) != kClosed && Search(need)) {
    missing -= Push(missing);
  }
  served_[At(need)] = units - missing;
}

void PoolFlow::TakeBack(std::int32_t o, PlaceIndex place) {
  for (std::int32_t share = 0; share < shares_.count(o); ++share) {
    const std::int32_t need = shares_.NeedsOf(o)[At(share)];
    if (need < 0 || graph_.need(need).place != place) continue;
    const std::int64_t units = shares_.UnitsOf(o, share);
    shares_.Take(o, share, units);
    served_[At(need)] -= units;
    left_[At(o)] += units;
  }
}

void PoolFlow::BeginAnew() {
  std::fill(secured_.begin(), secured_.end(), 0);
  std::fill(row_at_.begin(), row_at_.end(), 0);
  labels_.Reset(left_);
  for (std::int32_t o = 0; o < graph_.offers(); ++o) {
    shares_.DropEmpty(o);
    current_[At(o)] = shares_.count(o);
  }
}

std::int64_t PoolFlow::TakeStock(std::int32_t need, std::int64_t units) {
  std::int64_t missing = units;
  const std::size_t end = graph_.row_begin(need + 1);
  std::size_t i = graph_.row_begin(need) + row_at_[At(need)];
  while (i < end && missing > 0) {
    const std::int32_t word = graph_.row_word(i);
    const RowWord stock = graph_.row_offers(i) & labels_.Stock(word);
    if (stock == 0) {
      ++i;
      continue;
    }
    const std::int32_t o = ChooseStock(need, word, stock, missing);
    const std::int64_t given = std::min(missing, left_[At(o)]);
    Give(o, need, given);
    missing -= given;
  }
  row_at_[At(need)] = static_cast<std::uint32_t>(i - graph_.row_begin(need));
  return units - missing;
}

std::int32_t PoolFlow::ChooseStock(std::int32_t need, std::int32_t word,
                                   RowWord stock, std::int64_t units) const {
  if ((stock & (stock - 1)) == 0) {
    return graph_.OfferAt(word, PoolLabels::Lowest(stock));
  }
  const PoolGraph::NeedNode& node = graph_.need(need);
  std::int32_t best = -1;
  std::tuple<bool, bool, bool> best_rank;
  for (; stock != 0; stock &= stock - 1) {
    const std::int32_t o = graph_.OfferAt(word, PoolLabels::Lowest(stock));
    const PoolGraph::OfferNode& offer = graph_.offer(o);
    const std::int64_t left = left_[At(o)];
    const std::tuple<bool, bool, bool> rank = {
        std::min(left, node.base_units) >= offer.min_lot,
        offer.item == node.item, left >= units};
    if (best < 0 || rank >= best_rank) {
      best = o;
      best_rank = rank;
    }
  }
  return best;
}

void PoolFlow::Give(std::int32_t o, std::int32_t need, std::int64_t units) {
  shares_.Give(o, need, units);
  if (left_[At(o)] > 0) {
    left_[At(o)] -= units;
    if (left_[At(o)] == 0) {
      labels_.RaiseOffer(o, 1);
      current_[At(o)] = shares_.count(o);
    }
  }
}

bool PoolFlow::Search(std::int32_t need) {
  for (std::int64_t steps = kFirstSteps;; steps *= kGrowth) {
    for (const auto find : {&PoolFlow::Walk, &PoolFlow::Sweep}) {
      const Outcome outcome = (this->*find)(need, steps);
      if (outcome != Outcome::kTired) return outcome == Outcome::kFound;
    }
  }
}

PoolFlow::Outcome PoolFlow::Walk(std::int32_t need, std::int64_t steps) {
  ++counters_.walks;
  path_.clear();
  robbed_ = -1;
  std::int32_t at = need;
  for (; steps > 0; --steps) {
    ++counters_.steps;
    if (IsLoose(at)) {
      robbed_ = at;
      return Outcome::kFound;
    }
    const std::int32_t o = FindOffer(at);
    if (o < 0) {
      RaiseNeed(at);
      if (at != need) {
        at = path_.back().need;
        path_.pop_back();
      } else if (labels_.need(at) == kClosed) {
        return Outcome::kClosed;
      }
      continue;
    }
    if (labels_.need(at) == 1) {
      path_.push_back({at, o, -1});
      return Outcome::kFound;
    }
    const std::int32_t share = FindShare(o);
    if (share < 0) {
      RaiseOffer(o);
    } else {
      path_.push_back({at, o, share});
      at = shares_.NeedsOf(o)[At(share)];
    }
  }
  return Outcome::kTired;
}

std::int32_t PoolFlow::FindOffer(std::int32_t need) {
  const Distance distance = labels_.need(need);
  const std::size_t begin = graph_.row_begin(need);
  const std::size_t end = graph_.row_begin(need + 1);
  for (std::size_t i = begin + row_at_[At(need)]; i < end; ++i) {
    const std::int32_t o =
        labels_.FindAt(graph_.row_word(i), graph_.row_offers(i), distance - 1);
    if (o >= 0) {
      row_at_[At(need)] = static_cast<std::uint32_t>(i - begin);
      return o;
    }
  }
  row_at_[At(need)] = static_cast<std::uint32_t>(end - begin);
  return -1;
}

std::int32_t PoolFlow::FindShare(std::int32_t o) {
  const std::span<const std::int32_t> needs = shares_.NeedsOf(o);
  const Distance distance = labels_.offer(o);
  std::int32_t& end = current_[At(o)];
  for (; end > 0; --end) {
    const std::int32_t need = needs[At(end - 1)];
    if (need >= 0 && labels_.need(need) == distance) return end - 1;
  }
  return -1;
}

void PoolFlow::RaiseNeed(std::int32_t need) {
  const std::size_t begin = graph_.row_begin(need);
  const std::size_t end = graph_.row_begin(need + 1);
  // None is nearer than this.
  const Distance lowest = labels_.need(need);
  Distance least = kClosed;
  row_at_[At(need)] = 0;
  for (std::size_t i = begin; i < end && least > lowest; ++i) {
    const Distance found =
        labels_.Least(graph_.row_word(i), graph_.row_offers(i), lowest, least);
    if (found == least) continue;
    least = found;
    row_at_[At(need)] = static_cast<std::uint32_t>(i - begin);
  }
  labels_.RaiseNeed(need, least == kClosed ? kClosed : least + 1);
}

void PoolFlow::RaiseOffer(std::int32_t o) {
  shares_.DropEmpty(o);
  Distance least = kClosed;
  for (const std::int32_t need : shares_.NeedsOf(o)) {
    least = std::min(least, labels_.need(need));
  }
  labels_.RaiseOffer(o, least);
  current_[At(o)] = shares_.count(o);
}

PoolFlow::Outcome PoolFlow::Sweep(std::int32_t need, std::int64_t steps) {
  ++counters_.sweeps;
  reached_.clear();
  reached_offers_.clear();
  Reach(need, 0, -1, -1, -1);
  for (std::size_t r = 0; r < reached_.size(); ++r) {
    const Reached from = reached_[r];
    if (static_cast<std::int64_t>(r) == steps) {
      return EndSweep(Outcome::kTired, from.depth + 1);
    }
    ++counters_.swept_needs;
    if (IsLoose(from.need)) {
      path_.clear();
      robbed_ = from.need;
      TracePath(from);
      return EndSweep(Outcome::kFound, from.depth + 1);
    }
    const std::size_t end = graph_.row_begin(from.need + 1);
    for (std::size_t i = graph_.row_begin(from.need); i < end; ++i) {
      const std::int32_t word = graph_.row_word(i);
      RowWord fresh =
          graph_.row_offers(i) & labels_.Open(word) & unreached_[At(word)];
      if (fresh == 0) continue;
      if (const RowWord stock = fresh & labels_.Stock(word); stock != 0) {
        path_.clear();
        robbed_ = -1;
        path_.push_back(
            {from.need, graph_.OfferAt(word, PoolLabels::Lowest(stock)), -1});
        TracePath(from);
        return EndSweep(Outcome::kFound, from.depth + 1);
      }
      unreached_[At(word)] &= ~fresh;
      reached_offers_.push_back({word, from.depth, fresh});
      for (; fresh != 0; fresh &= fresh - 1) {
        const std::int32_t o = graph_.OfferAt(word, PoolLabels::Lowest(fresh));
        const std::span<const std::int32_t> needs = shares_.NeedsOf(o);
        for (std::size_t s = needs.size(); s-- > 0;) {
          if (needs[s] < 0 || HasBit(need_seen_, needs[s])) continue;
          Reach(needs[s], from.depth + 1, static_cast<std::int32_t>(r), o,
                static_cast<std::int32_t>(s));
        }
      }
    }
  }
  ++counters_.closures;
  return EndSweep(Outcome::kClosed, kClosed);
}

void PoolFlow::Reach(std::int32_t need, std::int32_t depth, std::int32_t from,
                     std::int32_t offer, std::int32_t share) {
  need_seen_[At(need) / 64] |= std::uint64_t{1} << At(need) % 64;
  reached_.push_back({need, depth, from, offer, share});
}

void PoolFlow::TracePath(Reached at) {
  for (; at.from >= 0; at = reached_[At(at.from)]) {
    path_.push_back({reached_[At(at.from)].need, at.offer, at.share});
  }
}

PoolFlow::Outcome PoolFlow::EndSweep(Outcome outcome, Distance distance) {
  TeachDistances(distance);
  for (const Reached& reached : reached_) {
    need_seen_[At(reached.need) / 64] = 0;
  }
  for (const ReachedOffers& reached : reached_offers_) {
    unreached_[At(reached.word)] = ~RowWord{0};
  }
  return outcome;
}

// A need of depth f is at least `distance` - f from stock, an offer reached
// from it one less: otherwise the sweep had found stock before.
void PoolFlow::TeachDistances(std::int32_t distance) {
  const auto less = [distance](std::int32_t depth) {
    return distance == kClosed ? kClosed : distance - depth;
  };
  for (const Reached& reached : reached_) {
    if (less(reached.depth) <= labels_.need(reached.need)) continue;
    labels_.RaiseNeed(reached.need, less(reached.depth));
    row_at_[At(reached.need)] = 0;
  }
  for (const ReachedOffers& reached : reached_offers_) {
    labels_.RaiseOffers(
        reached.word, reached.offers, less(reached.depth + 1),
        [this](std::int32_t o) { current_[At(o)] = shares_.count(o); });
  }
}

std::int64_t PoolFlow::Push(std::int64_t units) {
  if (robbed_ >= 0) {
    units = std::min(units, served_[At(robbed_)] - secured_[At(robbed_)]);
  }
  for (const Step& step : path_) {
    units = std::min(units, step.share < 0
                                ? left_[At(step.offer)]
                                : shares_.UnitsOf(step.offer, step.share));
  }
  if (robbed_ >= 0) served_[At(robbed_)] -= units;
  for (const Step& step : path_) {
    if (step.share >= 0) shares_.Take(step.offer, step.share, units);
  }
  for (const Step& step : path_) Give(step.offer, step.need, units);
  return units;
}

std::vector<PoolShare> PoolFlow::SharesOf(std::int32_t offer) const {
  return shares_.ByNeed(offer);
}

}  // namespace twinaid::matcher
