// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What each offer of a family of the pool gives, and to which needs.

#ifndef TWINAID_MATCHER_POOL_SHARES_H_
#define TWINAID_MATCHER_POOL_SHARES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twinaid::matcher {

struct PoolShare {
  std::int32_t need = 0;
  std::int64_t units = 0;
};

// The shares of an offer are numbered from 0 in the order in which they were
// given, and keep their numbers until empty ones are dropped. Several of one
// need are possible.
//
// They lie next to each other, the needs apart from the units, since searches
// read the needs alone and read them often. An offer whose block is full moves
// to one twice as large: memory O(the most shares that each offer ever had).
class PoolShares {
 public:
  explicit PoolShares(std::int32_t offers)
      : blocks_(static_cast<std::size_t>(offers)) {}

  std::int32_t count(std::int32_t offer) const { return BlockOf(offer).count; }

  // The need of each share, negative where the share is empty. Valid until
  // something is given.
  std::span<const std::int32_t> NeedsOf(std::int32_t offer) const {
    const Block& block = BlockOf(offer);
    return {needs_.data() + block.begin, static_cast<std::size_t>(block.count)};
  }
  std::int64_t UnitsOf(std::int32_t offer, std::int32_t share) const {
    return units_[PositionOf(offer, share)];
  }

  // Adds to the last share if that is of the need, else as a new one.
  void Give(std::int32_t offer, std::int32_t need, std::int64_t units);

  // At most what the share has.
  void Take(std::int32_t offer, std::int32_t share, std::int64_t units);

  void DropEmpty(std::int32_t offer);

  // One share a need, ascending, none empty.
  std::vector<PoolShare> ByNeed(std::int32_t offer) const;

 private:
  struct Block {
    std::size_t begin = 0;
    std::int32_t count = 0;
    std::int32_t capacity = 0;
  };

  const Block& BlockOf(std::int32_t offer) const {
    return blocks_[static_cast<std::size_t>(offer)];
  }
  std::size_t PositionOf(std::int32_t offer, std::int32_t share) const {
    return BlockOf(offer).begin + static_cast<std::size_t>(share);
  }
  void Grow(Block& block);

  std::vector<Block> blocks_;        // by offer
  std::vector<std::int32_t> needs_;  // -1 - need where the share is empty
  std::vector<std::int64_t> units_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_POOL_SHARES_H_
