// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A standing arrangement of mutual assistance with its policy.
#ifndef TWINAID_SERVICE_MODEL_SCHEME_H_
#define TWINAID_SERVICE_MODEL_SCHEME_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "service/model/ids.h"
#include "service/model/meta.h"

namespace twinaid::model {

enum class Shape { kCounterpart = 1, kMutual };
enum class Tiers { kStrict = 1, kWeighted };
enum class Pool { kNone = 1, kByValue, kFair };
enum class Keep { kFixed = 1, kTies };

// How a round pairs; see design section 4.
struct Policy {
  Shape shape = Shape::kCounterpart;
  int donor_capacity = 1;
  int recipient_capacity = 1;
  // 1: sister links; 2: friendly exchanges too; 3: ties between the parents of
  // the two places, or between one and the other's parent; 4: any two places.
  int rungs = 1;
  Tiers tiers = Tiers::kStrict;
  Pool pool = Pool::kNone;
  Keep keep = Keep::kFixed;
  bool allow_one_way = false;  // mutual pairs with value in one direction only
  // Days that the oldest open need of a place has waited before rung 2, 3 and 4
  // open to it, in this order; what is not said is 0. Never falling.
  std::vector<int> rung_wait_days;
  // Among pairings of equal value, those that return help win.
  bool prefer_return = false;
  int WaitDaysOf(int rung) const {
    const auto at = static_cast<std::size_t>(rung) - 2;
    return rung < 2 || at >= rung_wait_days.size() ? 0 : rung_wait_days[at];
  }
  friend bool operator==(const Policy&, const Policy&) = default;
};

// Days without a word after which a need or an offer rests; days within which a
// proposal is answered.
inline constexpr int kDefaultConfirmDays = 14;
inline constexpr int kDefaultAnswerDays = 7;
inline constexpr int kMaxWaitDays = 3650;
inline constexpr int kMaxRoundEveryHours = 24 * 366;
inline constexpr int kMaxRoundAfterMinutes = 60 * 24 * 31;

struct Scheme {
  using Key = SchemeId;

  SchemeId id;
  std::string title_en;
  std::string title_zh;
  std::vector<PlaceId> participants;  // ascending; empty: every place
  // Third places that the others serve together, ascending: they only receive,
  // the others only give. Empty: everybody may do both.
  std::vector<PlaceId> third_places;
  Policy policy;
  int confirm_days = kDefaultConfirmDays;  // 1 to kMaxWaitDays
  int answer_days = kDefaultAnswerDays;    // 1 to kMaxWaitDays
  // Rounds that start by themselves: so many hours after the last began, and
  // once nothing has changed for so many minutes since a change. 0: none.
  int round_every_hours = 0;    // to kMaxRoundEveryHours
  int round_after_minutes = 0;  // to kMaxRoundAfterMinutes
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const Scheme&, const Scheme&) = default;
};

// The id of the scheme that always exists.
inline constexpr char kDefaultSchemeId[] = "default";

// INVALID_ARGUMENT (POLICY_NOT_SUPPORTED): a policy that this release does not
// serve, naming the field and what would be right.
absl::Status Validate(const Policy& policy);
// Also REQUIRED_FIELD, OUT_OF_RANGE_VALUE and what CheckText says.
absl::Status Validate(const Scheme& scheme);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_SCHEME_H_
