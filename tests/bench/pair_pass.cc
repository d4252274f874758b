// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/pair_pass.h"

#include <cstddef>

namespace twinaid::bench {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

template <typename Records>
std::vector<std::int32_t> FirstOf(std::int32_t places, const Records& records) {
  std::vector<std::int32_t> first(At(places) + 1, 0);
  for (const auto& record : records) ++first[At(record.place) + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  return first;
}

}  // namespace

PairPass::PairPass(const matcher::Instance& instance)
    : instance_(instance),
      first_need_(FirstOf(instance.places, instance.needs)),
      first_offer_(FirstOf(instance.places, instance.offers)) {}

std::int64_t PairPass::Run() const {
  std::int64_t sum = 0;
  for (const matcher::Tie& tie : instance_.ties) {
    for (std::int32_t i = first_offer_[At(tie.donor)];
         i < first_offer_[At(tie.donor) + 1]; ++i) {
      const matcher::Offer& offer = instance_.offers[At(i)];
      sum += offer.base_units ^ offer.ready;
    }
    for (std::int32_t i = first_need_[At(tie.recipient)];
         i < first_need_[At(tie.recipient) + 1]; ++i) {
      const matcher::Need& need = instance_.needs[At(i)];
      sum += need.base_units ^ need.deadline;
    }
  }
  return sum;
}

std::int64_t PairPass::records() const {
  std::int64_t count = 0;
  for (const matcher::Tie& tie : instance_.ties) {
    count += first_offer_[At(tie.donor) + 1] - first_offer_[At(tie.donor)];
    count +=
        first_need_[At(tie.recipient) + 1] - first_need_[At(tie.recipient)];
  }
  return count;
}

}  // namespace twinaid::bench
