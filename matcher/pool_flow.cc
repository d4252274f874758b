// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool_flow.h"

#include <algorithm>
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

}  // namespace

PoolFlow::PoolFlow(const PoolGraph& graph)
    : graph_(graph),
      labels_(graph),
      left_(At(graph.offers())),
      served_(At(graph.needs()), 0),
      head_(At(graph.offers()), -1),
      current_(At(graph.offers()), -1),
      row_at_(At(graph.needs()), 0),
      need_sweep_(At(graph.needs()), 0),
      word_sweep_(graph.words(), 0),
      word_reached_(graph.words(), 0) {
  for (std::int32_t o = 0; o < graph.offers(); ++o) {
    left_[At(o)] = graph.offer(o).base_units;
  }
}

std::int64_t PoolFlow::Serve(std::int32_t need, std::int64_t units) {
  std::int64_t missing = units;
  if (labels_.need(need) == 1) missing -= TakeStock(need, units);
  while (missing > 0 && labels_.need(need) != kClosed && Search(need)) {
    missing -= Push(missing);
  }
  served_[At(need)] += units - missing;
  return units - missing;
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
  const std::int32_t first = head_[At(o)];
  if (first >= 0 && entries_[At(first)].need == need) {
    entries_[At(first)].units += units;
  } else {
    const Entry entry = {need, first, units};
    if (free_entries_.empty()) {
      head_[At(o)] = static_cast<std::int32_t>(entries_.size());
      entries_.push_back(entry);
    } else {
      head_[At(o)] = free_entries_.back();
      entries_[At(free_entries_.back())] = entry;
      free_entries_.pop_back();
    }
  }
  if (left_[At(o)] > 0) {
    left_[At(o)] -= units;
    if (left_[At(o)] == 0) {
      labels_.RaiseOffer(o, 1);
      current_[At(o)] = head_[At(o)];
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
  std::int32_t at = need;
  for (; steps > 0; --steps) {
    ++counters_.steps;
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
    const std::int32_t entry = FindEntry(o);
    if (entry < 0) {
      RaiseOffer(o);
    } else {
      path_.push_back({at, o, entry});
      at = entries_[At(entry)].need;
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

std::int32_t PoolFlow::FindEntry(std::int32_t o) {
  std::int32_t& e = current_[At(o)];
  for (; e >= 0; e = entries_[At(e)].next) {
    const Entry& entry = entries_[At(e)];
    if (entry.units > 0 && labels_.need(entry.need) == labels_.offer(o)) {
      return e;
    }
  }
  return -1;
}

void PoolFlow::RaiseNeed(std::int32_t need) {
  const std::size_t begin = graph_.row_begin(need);
  const std::size_t end = graph_.row_begin(need + 1);
  Distance least = kClosed;
  row_at_[At(need)] = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Distance found = labels_.Least(
        graph_.row_word(i), graph_.row_offers(i), labels_.need(need), least);
    if (found == least) continue;
    least = found;
    row_at_[At(need)] = static_cast<std::uint32_t>(i - begin);
  }
  labels_.RaiseNeed(need, least == kClosed ? kClosed : least + 1);
}

void PoolFlow::RaiseOffer(std::int32_t o) {
  Distance least = kClosed;
  std::int32_t* link = &head_[At(o)];
  while (*link >= 0) {
    Entry& entry = entries_[At(*link)];
    if (entry.units == 0) {
      free_entries_.push_back(*link);
      *link = entry.next;
      continue;
    }
    least = std::min(least, labels_.need(entry.need));
    link = &entry.next;
  }
  labels_.RaiseOffer(o, least);
  current_[At(o)] = head_[At(o)];
}

PoolFlow::Outcome PoolFlow::Sweep(std::int32_t need, std::int64_t steps) {
  ++counters_.sweeps;
  ++sweep_;
  reached_.clear();
  reached_offers_.clear();
  reached_.push_back({need, 0, -1, -1, -1});
  need_sweep_[At(need)] = sweep_;
  for (std::size_t r = 0; r < reached_.size(); ++r) {
    const Reached from = reached_[r];
    if (static_cast<std::int64_t>(r) == steps) {
      TeachDistances(from.depth + 1);
      return Outcome::kTired;
    }
    ++counters_.swept_needs;
    const std::size_t end = graph_.row_begin(from.need + 1);
    for (std::size_t i = graph_.row_begin(from.need); i < end; ++i) {
      const std::int32_t word = graph_.row_word(i);
      if (word_sweep_[At(word)] != sweep_) {
        word_sweep_[At(word)] = sweep_;
        word_reached_[At(word)] = 0;
      }
      RowWord fresh =
          graph_.row_offers(i) & labels_.Open(word) & ~word_reached_[At(word)];
      if (fresh == 0) continue;
      if (const RowWord stock = fresh & labels_.Stock(word); stock != 0) {
        path_.clear();
        path_.push_back(
            {from.need, graph_.OfferAt(word, PoolLabels::Lowest(stock)), -1});
        for (Reached at = from; at.from >= 0; at = reached_[At(at.from)]) {
          path_.push_back({reached_[At(at.from)].need, at.offer, at.entry});
        }
        TeachDistances(from.depth + 1);
        return Outcome::kFound;
      }
      word_reached_[At(word)] |= fresh;
      reached_offers_.push_back({word, from.depth, fresh});
      for (; fresh != 0; fresh &= fresh - 1) {
        const std::int32_t o = graph_.OfferAt(word, PoolLabels::Lowest(fresh));
        for (std::int32_t e = head_[At(o)]; e >= 0; e = entries_[At(e)].next) {
          const Entry& entry = entries_[At(e)];
          if (entry.units == 0 || need_sweep_[At(entry.need)] == sweep_) {
            continue;
          }
          need_sweep_[At(entry.need)] = sweep_;
          reached_.push_back(
              {entry.need, from.depth + 1, static_cast<std::int32_t>(r), o, e});
        }
      }
    }
  }
  ++counters_.closures;
  TeachDistances(kClosed);
  return Outcome::kClosed;
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
    for (RowWord offers = reached.offers; offers != 0; offers &= offers - 1) {
      const std::int32_t o =
          graph_.OfferAt(reached.word, PoolLabels::Lowest(offers));
      if (less(reached.depth + 1) <= labels_.offer(o)) continue;
      labels_.RaiseOffer(o, less(reached.depth + 1));
      current_[At(o)] = head_[At(o)];
    }
  }
}

std::int64_t PoolFlow::Push(std::int64_t units) {
  for (const Step& step : path_) {
    units = std::min(units, step.entry < 0 ? left_[At(step.offer)]
                                           : entries_[At(step.entry)].units);
  }
  for (const Step& step : path_) {
    if (step.entry >= 0) entries_[At(step.entry)].units -= units;
  }
  for (const Step& step : path_) Give(step.offer, step.need, units);
  return units;
}

std::vector<PoolFlow::Share> PoolFlow::SharesOf(std::int32_t offer) const {
  std::vector<Share> shares;
  for (std::int32_t e = head_[At(offer)]; e >= 0; e = entries_[At(e)].next) {
    const Entry& entry = entries_[At(e)];
    if (entry.units > 0) shares.push_back({entry.need, entry.units});
  }
  std::sort(shares.begin(), shares.end(),
            [](const Share& a, const Share& b) { return a.need < b.need; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < shares.size(); ++i) {
    if (shares[i].need == shares[kept].need) {
      shares[kept].units += shares[i].units;
    } else {
      shares[++kept] = shares[i];
    }
  }
  if (!shares.empty()) shares.resize(kept + 1);
  return shares;
}

}  // namespace twinaid::matcher
