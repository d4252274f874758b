// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What changed from one plan to another.
#ifndef TWINAID_CLIENT_PLAN_PLAN_DIFF_H_
#define TWINAID_CLIENT_PLAN_PLAN_DIFF_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace twinaid::client {

// A row of one plan, of the other, or of both with another figure. `before` is
// unset where it was gained, `after` where it was lost.
template <typename Figure>
struct PlanChange {
  std::string first;   // donor; need
  std::string second;  // recipient; offer; empty for an unmet need
  std::optional<Figure> before;
  std::optional<Figure> after;
};

template <typename Figure>
struct PlanChanges {
  std::vector<PlanChange<Figure>> gained;
  std::vector<PlanChange<Figure>> lost;
  std::vector<PlanChange<Figure>> changed;
};

using TierValue = std::array<std::int64_t, 4>;  // critical, high, medium, low
using TierTotal = std::array<absl::int128, 4>;

// Points by tier in the one plan and in the other.
struct ValueChange {
  TierTotal before{};
  TierTotal after{};

  // after - before.
  TierTotal difference() const;
};

struct PlanDiff {
  PlanChanges<TierValue> pairings;    // by donor and recipient: value by tier
  PlanChanges<std::int64_t> matches;  // by need and offer: base units
  PlanChanges<std::int64_t> unmet;    // by need: base units left open
  ValueChange pairing_value;          // of all pairings together
  ValueChange pool_value;             // of what the pool ships

  // Of both.
  ValueChange total_value() const;
};

// A plan as JSON, and what to call it in errors.
struct NamedPlan {
  std::string name;
  absl::string_view json;
};

// Compares two texts of PlanJson. Rows come in the order of their ids; what a
// need gets from one offer by a pairing and from the pool is one match.
//
// INVALID_ARGUMENT (NOT_A_PLAN): one of them is no such text, or has matches
// from a pool and does not say what the pool is worth; the message names it and
// says what is wrong.
//
// Time O(n log n) for n rows of both.
absl::StatusOr<PlanDiff> DiffPlans(const NamedPlan& before,
                                   const NamedPlan& after);

// In decimal.
std::string DigitsOf(absl::int128 value);

// The comparison as JSON with a line feed at the end:
//
//   pairings  {gained: [{donor, recipient, after}], lost: [{donor, recipient,
//              before}], changed: [{donor, recipient, before, after}]}; before
//              and after are [critical, high, medium, low]
//   matches   the same with need, offer and base units
//   unmet     the same with need and base units
//   value     {pairings, pool, total}, each {before, after, difference} by
//             tier: pairings and pool add up to the total
//
// Integers of 64 bits and more are strings.
std::string PlanDiffJson(const PlanDiff& diff);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_PLAN_PLAN_DIFF_H_
