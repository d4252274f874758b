// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A standing arrangement of mutual assistance with its policy.
#ifndef TWINAID_SERVICE_MODEL_SCHEME_H_
#define TWINAID_SERVICE_MODEL_SCHEME_H_

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
  friend bool operator==(const Policy&, const Policy&) = default;
};

// Days without a word after which a need or an offer rests; days within which a
// proposal is answered.
inline constexpr int kDefaultConfirmDays = 14;
inline constexpr int kDefaultAnswerDays = 7;
inline constexpr int kMaxWaitDays = 3650;

struct Scheme {
  using Key = SchemeId;

  SchemeId id;
  std::string title_en;
  std::string title_zh;
  std::vector<PlaceId> participants;  // ascending; empty: every place
  Policy policy;
  int confirm_days = kDefaultConfirmDays;  // 1 to kMaxWaitDays
  int answer_days = kDefaultAnswerDays;    // 1 to kMaxWaitDays
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
