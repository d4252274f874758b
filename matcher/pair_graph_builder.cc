// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pair_graph_builder.h"

#include <algorithm>
#include <bit>
#include <span>

#include "matcher/points.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

std::int64_t ShelfDays(const Offer& offer) {
  return offer.expiry == kNoDay
             ? kMaxShelfDays
             : std::min<std::int64_t>(kMaxShelfDays,
                                      std::int64_t{offer.expiry} - offer.ready);
}

}  // namespace

void PairGraphBuilder::Build(const Tie& tie, const NeedCell& needs,
                             const OfferCell& offers, PairGraph& graph) {
  graph.Clear();
  words_ = offers.words();
  AddNeeds(tie, needs, offers, graph);
  if (graph.needs.empty()) return;
  AddOffers(offers, graph);
  AddArcs(graph);
}

void PairGraphBuilder::AddNeeds(const Tie& tie, const NeedCell& needs,
                                const OfferCell& offers, PairGraph& graph) {
  rows_.resize(At(needs.end - needs.begin) * words_);
  any_.assign(words_, 0);
  for (NeedRowIndex n = needs.begin; n < needs.end; ++n) {
    const std::span<RowWord> rows(rows_.data() + graph.needs.size() * words_,
                                  words_);
    if (!shelves_.Candidates(offers, n, tie.recipient, tie.transit_days,
                             rows)) {
      continue;
    }
    for (std::size_t word = 0; word < words_; ++word) any_[word] |= rows[word];
    const NeedRow& row = shelves_.needs()[At(n)];
    PairNeed& need = graph.needs.emplace_back();
    need.need = shelves_.need_index(n);
    need.tier = row.tier();
    need.points = row.points();
    need.urgency = UrgencyOf(instance_.tiers, need.tier, need.points);
    need.base_units = row.base_units();
  }
}

void PairGraphBuilder::AddOffers(const OfferCell& offers, PairGraph& graph) {
  used_.clear();
  for (std::size_t word = 0; word < words_; ++word) {
    for (RowWord left = any_[word]; left != 0; left &= left - 1) {
      const std::int32_t row = static_cast<std::int32_t>(word) * kRowsPerWord +
                               std::countr_zero(left);
      used_.push_back({shelves_.offer_index(offers.begin + row), row, 0});
    }
  }
  std::sort(used_.begin(), used_.end(),
            [](const Used& a, const Used& b) { return a.offer < b.offer; });
  items_.clear();
  for (const Used& used : used_) {
    const Offer& offer = instance_.offers[At(used.offer)];
    items_.emplace_back(offer.item,
                        static_cast<LocalIndex>(graph.offers.size()));
    graph.offers.push_back(
        {used.offer, offer.base_units, offer.min_lot, ShelfDays(offer)});
  }
  std::sort(items_.begin(), items_.end());
  losses_.clear();
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (i == 0 || items_[i].first != items_[i - 1].first) {
      losses_.push_back({});
    }
    used_[At(items_[i].second)].losses = losses_.size() - 1;
  }
}

void PairGraphBuilder::AddArcs(PairGraph& graph) {
  const RowWord* rows = rows_.data();
  for (PairNeed& need : graph.needs) {
    const ItemIndex item = instance_.needs[At(need.need)].item;
    need.arcs_begin = graph.arcs.size();
    for (std::size_t o = 0; o < used_.size(); ++o) {
      const Used& used = used_[o];
      if ((rows[At(used.row) / kRowsPerWord] >> used.row % kRowsPerWord & 1) ==
          0) {
        continue;
      }
      Loss& loss = losses_[used.losses];
      if (loss.need != need.need) {
        loss.need = need.need;
        loss.percent =
            kMaxQuality -
            compatibility_.Quality(item, instance_.offers[At(used.offer)].item);
      }
      graph.arcs.push_back({static_cast<LocalIndex>(o), loss.percent});
    }
    need.arcs_end = graph.arcs.size();
    rows += words_;
  }
}

}  // namespace twinaid::matcher
