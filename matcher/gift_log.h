// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who gave how much to whom while the needs of a cell are served.

#ifndef TWINAID_MATCHER_GIFT_LOG_H_
#define TWINAID_MATCHER_GIFT_LOG_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace twinaid::matcher {

// Offers by their row in a cell, needs by slots in the order they come. Keeps
// its memory from cell to cell.
class GiftLog {
 public:
  static constexpr std::int32_t kNone = -1;

  struct Gift {
    std::int64_t base_units = 0;  // what is left of it: 0 or more
    std::int32_t row = 0;
    std::int32_t slot = 0;
    std::int32_t next = kNone;  // of the same row
  };

  // Forgets all, for offers of at most this many rows.
  void Begin(std::int32_t rows) {
    if (givers_.size() < static_cast<std::size_t>(rows)) {
      givers_.resize(static_cast<std::size_t>(rows));
    }
    gifts_.clear();
    takers_.clear();
    search_ = 0;
  }

  // Makes a row known before it gives.
  void AddRow(std::int32_t row, std::int64_t base_units) {
    givers_[static_cast<std::size_t>(row)] = {base_units, kNone, kNone};
  }
  // A need that takes; returns its slot.
  std::int32_t AddSlot() {
    takers_.push_back({});
    return static_cast<std::int32_t>(takers_.size()) - 1;
  }

  std::int64_t Left(std::int32_t row) const {
    return givers_[static_cast<std::size_t>(row)].left;
  }
  // The first gift of a row and those after it, until kNone. Some may have been
  // taken back whole.
  std::int32_t FirstGift(std::int32_t row) const {
    return givers_[static_cast<std::size_t>(row)].first_gift;
  }
  const Gift& GiftAt(std::int32_t gift) const {
    return gifts_[static_cast<std::size_t>(gift)];
  }

  // A new gift to the newest slot, which took nothing from this row before.
  void Give(std::int32_t row, std::int32_t slot, std::int64_t base_units) {
    Giver& giver = givers_[static_cast<std::size_t>(row)];
    giver.left -= base_units;
    gifts_.push_back({base_units, row, slot, giver.first_gift});
    giver.first_gift = static_cast<std::int32_t>(gifts_.size()) - 1;
  }

  // A search from a slot: which rows and slots it has reached, and from where.
  void BeginSearch(std::int32_t slot);
  bool Reached(std::int32_t slot) const {
    return takers_[static_cast<std::size_t>(slot)].search == search_;
  }
  void ReachRow(std::int32_t row, std::int32_t from_slot) {
    givers_[static_cast<std::size_t>(row)].reached_from = from_slot;
  }
  std::int32_t ReachedFrom(std::int32_t row) const {
    return givers_[static_cast<std::size_t>(row)].reached_from;
  }
  std::int32_t ReachedBy(std::int32_t slot) const {
    return takers_[static_cast<std::size_t>(slot)].by_gift;
  }
  void ReachSlot(std::int32_t slot, std::int32_t by_gift) {
    takers_[static_cast<std::size_t>(slot)] = {by_gift, search_};
  }

  // Moves at most `wanted` along the way by which the search reached `row`,
  // which has something left: each slot on it takes from the row it leads to
  // and returns as much to the row it was reached from. Returns how much.
  std::int64_t Move(std::int32_t row, std::int64_t wanted);

 private:
  struct Giver {
    std::int64_t left = 0;
    std::int32_t first_gift = kNone;
    std::int32_t reached_from = kNone;
  };
  struct Taker {
    std::int32_t by_gift = kNone;
    std::int32_t search = 0;
  };

  void AddTo(std::int32_t row, std::int32_t slot, std::int64_t base_units);

  std::int32_t search_ = 0;
  std::int32_t start_ = kNone;
  std::vector<Giver> givers_;  // by row
  std::vector<Taker> takers_;  // by slot
  std::vector<Gift> gifts_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_GIFT_LOG_H_
