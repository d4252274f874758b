// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool_shares.h"

#include <algorithm>

namespace twinaid::matcher {
namespace {

constexpr std::int32_t kFirstCapacity = 2;

}  // namespace

void PoolShares::Give(std::int32_t offer, std::int32_t need,
                      std::int64_t units) {
  Block& block = blocks_[static_cast<std::size_t>(offer)];
  if (block.count > 0) {
    const std::size_t last = PositionOf(offer, block.count - 1);
    if (needs_[last] == need || needs_[last] == -1 - need) {
      needs_[last] = need;
      units_[last] += units;
      return;
    }
  }
  if (block.count == block.capacity) Grow(block);
  const std::size_t next = PositionOf(offer, block.count);
  needs_[next] = need;
  units_[next] = units;
  ++block.count;
}

void PoolShares::Grow(Block& block) {
  const std::size_t from = block.begin;
  block.begin = needs_.size();
  block.capacity = std::max(kFirstCapacity, 2 * block.capacity);
  needs_.resize(block.begin + static_cast<std::size_t>(block.capacity));
  units_.resize(needs_.size());
  std::copy_n(needs_.data() + from, block.count, needs_.data() + block.begin);
  std::copy_n(units_.data() + from, block.count, units_.data() + block.begin);
}

void PoolShares::Take(std::int32_t offer, std::int32_t share,
                      std::int64_t units) {
  const std::size_t at = PositionOf(offer, share);
  units_[at] -= units;
  if (units_[at] == 0) needs_[at] = -1 - needs_[at];
}

void PoolShares::DropEmpty(std::int32_t offer) {
  Block& block = blocks_[static_cast<std::size_t>(offer)];
  std::size_t kept = block.begin;
  const std::size_t end = PositionOf(offer, block.count);
  for (std::size_t at = block.begin; at < end; ++at) {
    if (needs_[at] < 0) continue;
    needs_[kept] = needs_[at];
    units_[kept] = units_[at];
    ++kept;
  }
  block.count = static_cast<std::int32_t>(kept - block.begin);
}

std::vector<PoolShare> PoolShares::ByNeed(std::int32_t offer) const {
  std::vector<PoolShare> shares;
  for (std::int32_t i = 0; i < count(offer); ++i) {
    const std::size_t at = PositionOf(offer, i);
    if (needs_[at] >= 0) shares.push_back({needs_[at], units_[at]});
  }
  std::sort(
      shares.begin(), shares.end(),
      [](const PoolShare& a, const PoolShare& b) { return a.need < b.need; });
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
