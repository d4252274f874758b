// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which substitution groups a place can give from, or asks for.
#ifndef TWINAID_SERVICE_PLANNING_FAMILIES_H_
#define TWINAID_SERVICE_PLANNING_FAMILIES_H_

#include <cstdint>
#include <vector>

#include "service/planning/records.h"

namespace twinaid::planning {

// Each inner vector ascending, each number once.
class Families {
 public:
  // Of what `remaining` leaves. Time O(n log n) for n needs and offers.
  Families(const Records& records, const Remaining& remaining);

  // Whether the donor has left something of a group that the recipient still
  // asks for. Time O(groups of both).
  bool Share(std::int32_t donor, std::int32_t recipient) const;

  // Every place that asks for something of a group the donor can give from;
  // ascending. Not the donor itself.
  std::vector<std::int32_t> AskersOf(std::int32_t donor) const;

 private:
  std::vector<std::vector<std::int32_t>> given_;   // by place: groups
  std::vector<std::vector<std::int32_t>> asked_;   // by place: groups
  std::vector<std::vector<std::int32_t>> askers_;  // by group: places
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_FAMILIES_H_
