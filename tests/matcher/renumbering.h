// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The same instance under other numbers, and its result back under the old.
#ifndef TWINAID_TESTS_MATCHER_RENUMBERING_H_
#define TWINAID_TESTS_MATCHER_RENUMBERING_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/instance.h"
#include "matcher/pool.h"

namespace twinaid::matcher {

// Places, items, needs and offers get other numbers; ties, substitutes,
// exclusions and the items of each list are shuffled.
class Renumbering {
 public:
  Renumbering(const Instance& instance, std::uint64_t seed)
      : random_(seed),
        places_(Shuffled(static_cast<std::size_t>(instance.places))),
        items_(Shuffled(instance.items.size())),
        needs_(Shuffled(instance.needs.size())),
        offers_(Shuffled(instance.offers.size())) {
    renumbered_ = instance;
    Rows(instance);
    for (Substitute& row : renumbered_.substitutes) {
      row.item = items_[Pos(row.item)];
      row.substitute = items_[Pos(row.substitute)];
    }
    for (Exclusion& row : renumbered_.exclusions) {
      row = {needs_[Pos(row.need)], offers_[Pos(row.offer)]};
    }
    for (Tie& tie : renumbered_.ties) {
      tie.donor = places_[Pos(tie.donor)];
      tie.recipient = places_[Pos(tie.recipient)];
    }
    for (std::vector<ItemIndex>& list : renumbered_.item_lists) {
      for (ItemIndex& item : list) item = items_[Pos(item)];
      std::shuffle(list.begin(), list.end(), random_);
    }
    std::shuffle(renumbered_.substitutes.begin(), renumbered_.substitutes.end(),
                 random_);
    std::shuffle(renumbered_.exclusions.begin(), renumbered_.exclusions.end(),
                 random_);
    std::shuffle(renumbered_.ties.begin(), renumbered_.ties.end(), random_);
  }

  const Instance& renumbered() const { return renumbered_; }

  // A result of renumbered() under the numbers of the instance.
  PoolResult Back(const PoolResult& result) const {
    PoolResult back = result;
    const std::vector<std::int32_t> needs = Inverse(needs_);
    const std::vector<std::int32_t> offers = Inverse(offers_);
    const std::vector<std::int32_t> places = Inverse(places_);
    for (Flow& flow : back.flows) {
      flow.need = needs[Pos(flow.need)];
      flow.offer = offers[Pos(flow.offer)];
    }
    std::sort(back.flows.begin(), back.flows.end(),
              [](const Flow& a, const Flow& b) {
                return std::tie(a.need, a.offer) < std::tie(b.need, b.offer);
              });
    for (BarredShipment& barred : back.barred) {
      barred.offer = offers[Pos(barred.offer)];
      barred.recipient = places[Pos(barred.recipient)];
    }
    std::sort(back.barred.begin(), back.barred.end());
    for (std::size_t o = 0; o < offers_.size(); ++o) {
      back.prices[o] = result.prices[Pos(offers_[o])];
      if (result.relaxed_prices.empty()) continue;
      back.relaxed_prices[o] = result.relaxed_prices[Pos(offers_[o])];
    }
    return back;
  }

 private:
  static std::size_t Pos(std::int32_t index) {
    return static_cast<std::size_t>(index);
  }
  std::vector<std::int32_t> Shuffled(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    std::shuffle(numbers.begin(), numbers.end(), random_);
    return numbers;
  }
  static std::vector<std::int32_t> Inverse(
      const std::vector<std::int32_t>& numbers) {
    std::vector<std::int32_t> inverse(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      inverse[Pos(numbers[i])] = static_cast<std::int32_t>(i);
    }
    return inverse;
  }

  void Rows(const Instance& instance) {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      renumbered_.items[Pos(items_[i])] = instance.items[i];
    }
    for (std::size_t n = 0; n < needs_.size(); ++n) {
      Need need = instance.needs[n];
      need.place = places_[Pos(need.place)];
      need.item = items_[Pos(need.item)];
      renumbered_.needs[Pos(needs_[n])] = need;
    }
    for (std::size_t o = 0; o < offers_.size(); ++o) {
      Offer offer = instance.offers[o];
      offer.place = places_[Pos(offer.place)];
      offer.item = items_[Pos(offer.item)];
      if (offer.directed_to != kNoPlace) {
        offer.directed_to = places_[Pos(offer.directed_to)];
      }
      renumbered_.offers[Pos(offers_[o])] = offer;
    }
  }

  std::mt19937_64 random_;
  // By old number, the new one.
  std::vector<std::int32_t> places_, items_, needs_, offers_;
  Instance renumbered_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_RENUMBERING_H_
