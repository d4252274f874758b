// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_worth.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace twinaid::matcher {
namespace {

std::size_t Pos(std::int32_t index) { return static_cast<std::size_t>(index); }

bool Before(const CheckCell& a, const CheckCell& b) {
  return std::make_pair(a.group, a.currency) <
         std::make_pair(b.group, b.currency);
}

}  // namespace

PairValue CheckWorth::Of(PlaceIndex recipient, std::int32_t transit_days) {
  PairValue worth;
  const std::span<const CheckCell> offers = facts_.OfferCellsAt(donor_);
  std::size_t at = 0;
  for (const CheckCell& cell : facts_.NeedCellsAt(recipient)) {
    while (at < offers.size() && Before(offers[at], cell)) ++at;
    if (at == offers.size()) break;
    if (Before(cell, offers[at])) continue;
    Load(facts_.OffersIn(offers[at]), recipient, transit_days);
    for (const NeedIndex n : facts_.NeedsIn(cell)) {
      if (stocked_ == 0) break;
      const Need& need = facts_.instance().needs[Pos(n)];
      sinks_.push_back({n, facts_.KindOf(n), need.deadline,
                        facts_.HasExclusions(n), false, -1});
      worth[Pos(need.tier)] += Grow(need.base_units) * facts_.PointsOf(n);
    }
  }
  return worth;
}

void CheckWorth::Load(std::span<const OfferIndex> offers, PlaceIndex recipient,
                      std::int32_t transit_days) {
  sources_.clear();
  sinks_.clear();
  transfers_.clear();
  for (const OfferIndex o : offers) {
    const Offer& offer = facts_.instance().offers[Pos(o)];
    const std::int64_t arrival = std::int64_t{offer.ready} + transit_days;
    if (arrival > offer.expiry || offer.ready > offer.available_until ||
        offer.min_lot > offer.base_units ||
        (offer.directed_to != kNoPlace && offer.directed_to != recipient)) {
      continue;
    }
    Source& source = sources_.emplace_back();
    source.offer = o;
    source.item = offer.item;
    source.arrival = arrival;
    source.left = offer.base_units;
  }
  stocked_ = static_cast<std::int32_t>(sources_.size());
}

bool CheckWorth::Fits(const Sink& sink, const Source& source) const {
  return source.arrival <= sink.deadline &&
         facts_.Serves(source.item, sink.kind) &&
         !(sink.has_exclusions && facts_.AreExcluded(sink.need, source.offer));
}

// By how much the maximum flow grows with the newest sink.
std::int64_t CheckWorth::Grow(std::int64_t wanted) {
  std::int64_t open = wanted;
  const auto sink = static_cast<std::int32_t>(sinks_.size()) - 1;
  for (std::int32_t s = 0; Pos(s) < sources_.size() && open > 0; ++s) {
    Source& source = sources_[Pos(s)];
    if (source.left == 0 || !Fits(sinks_.back(), source)) continue;
    const std::int64_t amount = std::min(open, source.left);
    transfers_.push_back({s, sink, amount, source.newest});
    source.newest = static_cast<std::int32_t>(transfers_.size()) - 1;
    source.left -= amount;
    if (source.left == 0) --stocked_;
    open -= amount;
  }
  while (open > 0 && stocked_ > 0) {
    const std::int64_t amount = Send(open);
    if (amount == 0) break;
    open -= amount;
  }
  return wanted - open;
}

// The source with stock that a search from the newest sink comes to; -1: there
// is none.
std::int32_t CheckWorth::FindStock() {
  for (Source& source : sources_) source.drawn_by = -1;
  for (Sink& sink : sinks_) sink.seen = false;
  stack_.assign(1, static_cast<std::int32_t>(sinks_.size()) - 1);
  sinks_.back().seen = true;
  while (!stack_.empty()) {
    const std::int32_t k = stack_.back();
    stack_.pop_back();
    for (std::int32_t s = 0; Pos(s) < sources_.size(); ++s) {
      Source& source = sources_[Pos(s)];
      if (source.dry || source.drawn_by >= 0 || !Fits(sinks_[Pos(k)], source)) {
        continue;
      }
      source.drawn_by = k;
      if (source.left > 0) return s;
      for (std::int32_t t = source.newest; t >= 0;) {
        const Transfer& transfer = transfers_[Pos(t)];
        Sink& other = sinks_[Pos(transfer.sink)];
        if (transfer.base_units > 0 && !other.seen) {
          other.seen = true;
          other.freed = t;
          stack_.push_back(transfer.sink);
        }
        t = transfer.older;
      }
    }
  }
  return -1;
}

// Sends at most `wanted` to the newest sink by a way that takes from others and
// makes good what they lose. 0: there is none, now or ever.
std::int64_t CheckWorth::Send(std::int64_t wanted) {
  const std::int32_t end = FindStock();
  if (end < 0) {
    for (Source& source : sources_) source.dry |= source.drawn_by >= 0;
    return 0;
  }
  const auto newest = static_cast<std::int32_t>(sinks_.size()) - 1;
  std::int64_t amount = std::min(wanted, sources_[Pos(end)].left);
  for (std::int32_t k = sources_[Pos(end)].drawn_by; k != newest;) {
    const Transfer& freed = transfers_[Pos(sinks_[Pos(k)].freed)];
    amount = std::min(amount, freed.base_units);
    k = sources_[Pos(freed.source)].drawn_by;
  }
  sources_[Pos(end)].left -= amount;
  if (sources_[Pos(end)].left == 0) --stocked_;
  for (std::int32_t s = end;;) {
    const std::int32_t k = sources_[Pos(s)].drawn_by;
    Between(s, k).base_units += amount;
    if (k == newest) return amount;
    Transfer& freed = transfers_[Pos(sinks_[Pos(k)].freed)];
    freed.base_units -= amount;
    s = freed.source;
  }
}

CheckWorth::Transfer& CheckWorth::Between(std::int32_t source,
                                          std::int32_t sink) {
  for (std::int32_t t = sources_[Pos(source)].newest; t >= 0;) {
    Transfer& transfer = transfers_[Pos(t)];
    if (transfer.sink == sink) return transfer;
    t = transfer.older;
  }
  transfers_.push_back({source, sink, 0, sources_[Pos(source)].newest});
  sources_[Pos(source)].newest =
      static_cast<std::int32_t>(transfers_.size()) - 1;
  return transfers_.back();
}

}  // namespace twinaid::matcher
