// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The input of a plan in the order of its ids, as dense indices: what makes the
// result the same for any order of the records.
#ifndef TWINAID_SERVICE_PLANNING_RECORDS_H_
#define TWINAID_SERVICE_PLANNING_RECORDS_H_

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/planning/plan.h"

namespace twinaid::planning {

// Two places: positions of a donor and of a recipient.
using Ends = std::pair<std::int32_t, std::int32_t>;

// A need or an offer that takes part.
template <typename Row>
struct Entry {
  const Row* row = nullptr;
  std::int32_t place = 0;
  std::int32_t item = 0;
  std::int32_t currency = 0;  // 0 for goods
};

// Points into the PlanInput, which must outlive it.
struct Records {
  std::vector<const model::Place*> places;      // by id
  std::vector<const model::SisterLink*> links;  // by id; active ones only
  std::vector<const model::Item*> items;        // by id
  std::vector<Entry<model::Need>> needs;        // by name; something open
  std::vector<Entry<model::Offer>> offers;      // by name; something left
  std::vector<const model::Need*> resting;      // by name; something open
  std::vector<bool> participates;               // by place
  std::vector<bool> third;  // by place; empty: there are none
  std::vector<int>
      open_rungs;         // by place: the last rung over which it receives
  std::set<Ends> helped;  // who received, who gave: to be returned
  std::vector<std::int32_t> group;  // by item
  // By need: the offers it may not be put together with, ascending.
  std::vector<std::vector<std::int32_t>> declined;

  // INVALID_ARGUMENT (REFERENCE_NOT_FOUND): not in the input. `field` is told.
  absl::StatusOr<std::int32_t> PlaceAt(const model::PlaceId& id,
                                       absl::string_view field) const;
  absl::StatusOr<std::int32_t> ItemAt(const model::ItemId& id,
                                      absl::string_view field) const;
};

// INVALID_ARGUMENT: a record names a place or item that is not in the input.
// Time O(n log n).
absl::StatusOr<Records> MakeRecords(const PlanInput& input);

// What is left as stages go by.
struct Remaining {
  // Everything of the records, and the slots that the places themselves or else
  // the policy give. Who takes no part has none.
  Remaining(const Records& records, const model::Policy& policy);
  std::vector<std::int64_t> needs;   // base units
  std::vector<std::int64_t> offers;  // base units
  std::vector<int> donor_slots;      // by place: recipients it may still have
  std::vector<int> recipient_slots;  // by place: donors it may still have
  std::set<Ends> together;           // not to be put together another time
};

}  // namespace twinaid::planning

#endif  // TWINAID_SERVICE_PLANNING_RECORDS_H_
