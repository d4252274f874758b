// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/gift_log.h"

#include <algorithm>

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

void GiftLog::BeginSearch(std::int32_t slot) {
  ++search_;
  start_ = slot;
  ReachSlot(slot, kNone);
}

std::int64_t GiftLog::Move(std::int32_t end, std::int64_t wanted) {
  std::int64_t amount = std::min(wanted, givers_[At(end)].left);
  for (std::int32_t slot = givers_[At(end)].reached_from; slot != start_;) {
    const Gift& gift = gifts_[At(takers_[At(slot)].by_gift)];
    amount = std::min(amount, gift.base_units);
    slot = givers_[At(gift.row)].reached_from;
  }
  givers_[At(end)].left -= amount;
  for (std::int32_t row = end;;) {
    const std::int32_t slot = givers_[At(row)].reached_from;
    AddTo(row, slot, amount);
    if (slot == start_) return amount;
    Gift& back = gifts_[At(takers_[At(slot)].by_gift)];
    back.base_units -= amount;
    row = back.row;
  }
}

void GiftLog::AddTo(std::int32_t row, std::int32_t slot,
                    std::int64_t base_units) {
  Giver& giver = givers_[At(row)];
  for (std::int32_t g = giver.first_gift; g != kNone; g = gifts_[At(g)].next) {
    if (gifts_[At(g)].slot != slot) continue;
    gifts_[At(g)].base_units += base_units;
    return;
  }
  gifts_.push_back({base_units, row, slot, giver.first_gift});
  giver.first_gift = static_cast<std::int32_t>(gifts_.size()) - 1;
}

}  // namespace twinaid::matcher
