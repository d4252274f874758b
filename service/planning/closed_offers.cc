// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/closed_offers.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

template <typename Row>
std::int32_t Find(const std::vector<Entry<Row>>& rows,
                  const typename Row::Key& key) {
  const auto it = std::lower_bound(rows.begin(), rows.end(), key,
                                   [](const Entry<Row>& entry, const auto& k) {
                                     return entry.row->key() < k;
                                   });
  return static_cast<std::int32_t>(it - rows.begin());
}

}  // namespace

ClosedOffers::ClosedOffers(const PlanInput& input, const Records& records,
                           const Outlook& outlook, const Remaining& remaining,
                           const Plan& plan)
    : records_(records),
      outlook_(outlook),
      remaining_(remaining),
      pool_(input.policy.pool != model::Pool::kNone),
      donors_(records.places.size()),
      serves_(records.offers.size()) {
  std::map<model::SisterLinkId, int> days;
  for (const model::SisterLink* link : records.links) {
    days[link->id] = link->transit_days;
  }
  std::set<Ends> paired;
  for (const PlannedPairing& pairing : plan.pairings) {
    // Both are in the records: the plan was made of them.
    const Ends ends{records.PlaceAt(pairing.donor, "").value(),
                    records.PlaceAt(pairing.recipient, "").value()};
    paired.insert(ends);
    const auto link = days.find(pairing.link);
    transit_[ends] = link == days.end() ? 0 : link->second;
  }
  for (const Ends& ends : remaining.together) transit_.try_emplace(ends, 0);
  for (const PlaceTie& tie : outlook.ties()) {
    const auto it = transit_.find({tie.donor, tie.recipient});
    if (it != transit_.end() && !paired.contains(it->first)) {
      it->second = tie.transit_days;
    }
  }
  for (const auto& [ends, transit] : transit_) {
    donors_[At(ends.second)].push_back(ends.first);
  }
  for (const PlannedMatch& match : plan.matches) {
    serves_[At(Find(records.offers, match.offer))].push_back(
        {Find(records.needs, match.need), match.quantity.value(),
         match.pooled});
  }
  for (std::vector<Served>& served : serves_) {
    std::sort(served.begin(), served.end(),
              [](const Served& a, const Served& b) { return a.need < b.need; });
  }
}

const ClosedOffers::Offers& ClosedOffers::InPool(std::int32_t need) {
  const auto [it, is_new] = in_pool_.try_emplace(need);
  if (!is_new) return it->second;
  const auto& row = records_.needs[At(need)];
  for (const std::int32_t t : outlook_.TiesTo(row.place)) {
    const PlaceTie& tie = outlook_.ties()[At(t)];
    for (const std::int32_t offer :
         outlook_.OffersOf(tie.donor, records_.group[At(row.item)])) {
      if (outlook_.Judge(need, offer, tie.transit_days) ==
          model::UnmetReason::kStockUsedUp) {
        it->second.push_back(offer);
      }
    }
  }
  std::sort(it->second.begin(), it->second.end());
  return it->second;
}

const ClosedOffers::Offers& ClosedOffers::InPairing(std::int32_t donor,
                                                    std::int32_t need) {
  const auto [it, is_new] = in_pairing_.try_emplace({donor, need});
  if (!is_new) return it->second;
  const auto& row = records_.needs[At(need)];
  const int days = transit_.at({donor, row.place});
  for (const std::int32_t offer :
       outlook_.OffersOf(donor, records_.group[At(row.item)])) {
    if (outlook_.Judge(need, offer, days) == model::UnmetReason::kStockUsedUp) {
      it->second.push_back(offer);
    }
  }
  return it->second;
}

ClosedOffers::Offers ClosedOffers::Reach(std::int32_t need) {
  Offers offers;
  if (pool_) offers = InPool(need);
  for (const std::int32_t donor : donors_[At(records_.needs[At(need)].place)]) {
    const Offers& more = InPairing(donor, need);
    offers.insert(offers.end(), more.begin(), more.end());
  }
  std::sort(offers.begin(), offers.end());
  offers.erase(std::unique(offers.begin(), offers.end()), offers.end());
  return offers;
}

bool ClosedOffers::StaysHome(std::int32_t offer) const {
  return serves_[At(offer)].empty() && remaining_.offers[At(offer)] > 0;
}

model::ClosedOffer ClosedOffers::Describe(std::int32_t offer) const {
  const model::Offer& row = *records_.offers[At(offer)].row;
  model::ClosedOffer closed;
  closed.offer = row.name;
  closed.available = row.available();
  for (const Served& served : serves_[At(offer)]) {
    const model::NeedName& need = records_.needs[At(served.need)].row->name;
    // A need may have goods of one offer from a pairing and from the pool.
    if (!closed.serves.empty() && closed.serves.back().need == need) {
      closed.serves.back().quantity += model::BaseUnits(served.base_units);
    } else {
      closed.serves.push_back({need, model::BaseUnits(served.base_units)});
    }
  }
  return closed;
}

void ClosedOffers::Spread(const Offers& from, std::int64_t& count,
                          std::vector<model::ClosedOffer>& closed) {
  std::set<std::int32_t> seen(from.begin(), from.end());
  Offers layer = from;
  while (!layer.empty()) {
    std::set<std::int32_t> next;
    for (const std::int32_t offer : layer) {
      if (StaysHome(offer)) continue;
      ++count;
      if (closed.size() < std::size_t{model::kMaxClosedOffers}) {
        closed.push_back(Describe(offer));
      }
      const std::int32_t donor = records_.offers[At(offer)].place;
      for (const Served& served : serves_[At(offer)]) {
        const Offers& others =
            served.pooled ? InPool(served.need) : InPairing(donor, served.need);
        for (const std::int32_t other : others) {
          if (seen.insert(other).second) next.insert(other);
        }
      }
    }
    layer.assign(next.begin(), next.end());
  }
}

void ClosedOffers::Fill(std::int32_t need, PlannedUnmet& unmet) {
  const auto [it, is_new] = answers_.try_emplace(Reach(need));
  Answer& answer = it->second;
  if (is_new) Spread(it->first, answer.count, answer.closed);
  unmet.closed = answer.closed;
  unmet.closed_offers = answer.count;
}

}  // namespace twinaid::planning
