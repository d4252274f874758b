// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/scheme.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/model/checks.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

absl::Status PolicyNotSupported(const std::string& field,
                                absl::string_view given,
                                const std::string& served) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "POLICY_NOT_SUPPORTED";
  spec.en = "{field}: {given} is not served by this release; it takes {served}";
  spec.zh = "{field}：此版本不支持 {given}；可用：{served}";
  spec.metadata = {
      {"field", field}, {"given", std::string(given)}, {"served", served}};
  spec.field = field;
  return MakeError(spec);
}

constexpr int kMaxCapacity = 1000;
constexpr int kMaxRungs = 4;
constexpr std::size_t kWaits = 3;  // rungs 2, 3 and 4

absl::Status CheckNumber(int number, const std::string& field, int most) {
  if (number >= 1 && number <= most) return absl::OkStatus();
  return PolicyNotSupported(field, absl::StrCat(number),
                            absl::StrCat("1 to ", most));
}

absl::Status CheckWaits(const std::vector<int>& waits) {
  const auto refuse = [&] {
    return PolicyNotSupported(
        "policy.rung_wait_days", absl::StrJoin(waits, ", "),
        absl::StrCat("up to 3 numbers of days, 0 to ", kMaxWaitDays,
                     ", for rungs 2, 3 and 4, none below the one before"));
  };
  if (waits.size() > kWaits) return refuse();
  int before = 0;
  for (const int wait : waits) {
    if (wait < before || wait > kMaxWaitDays) return refuse();
    before = wait;
  }
  return absl::OkStatus();
}

// Whether it is a value of its enum.
template <typename Enum>
absl::Status CheckWord(Enum value, const std::string& field) {
  if (WordOf(value) != "unknown") return absl::OkStatus();
  return PolicyNotSupported(field, absl::StrCat(static_cast<int>(value)),
                            AllWords<Enum>());
}

}  // namespace

absl::Status Validate(const Policy& policy) {
  TWINAID_RETURN_IF_ERROR(CheckNumber(policy.donor_capacity,
                                      "policy.donor_capacity", kMaxCapacity));
  TWINAID_RETURN_IF_ERROR(CheckNumber(
      policy.recipient_capacity, "policy.recipient_capacity", kMaxCapacity));
  TWINAID_RETURN_IF_ERROR(CheckNumber(policy.rungs, "policy.rungs", kMaxRungs));
  TWINAID_RETURN_IF_ERROR(CheckWord(policy.shape, "policy.shape"));
  TWINAID_RETURN_IF_ERROR(CheckWord(policy.tiers, "policy.tiers"));
  TWINAID_RETURN_IF_ERROR(CheckWord(policy.pool, "policy.pool"));
  TWINAID_RETURN_IF_ERROR(CheckWord(policy.keep, "policy.keep"));
  if (policy.allow_one_way && policy.shape != Shape::kMutual) {
    return PolicyNotSupported("policy.allow_one_way", "true",
                              "false, unless policy.shape is mutual");
  }
  return CheckWaits(policy.rung_wait_days);
}

absl::Status Validate(const Scheme& scheme) {
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(scheme.title_en, "title_en"));
  TWINAID_RETURN_IF_ERROR(
      CheckText(scheme.title_zh, "title_zh", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckRange(scheme.confirm_days, "confirm_days", 1, kMaxWaitDays));
  TWINAID_RETURN_IF_ERROR(
      CheckRange(scheme.answer_days, "answer_days", 1, kMaxWaitDays));
  TWINAID_RETURN_IF_ERROR(CheckRange(
      scheme.round_every_hours, "round_every_hours", 0, kMaxRoundEveryHours));
  TWINAID_RETURN_IF_ERROR(CheckRange(scheme.round_after_minutes,
                                     "round_after_minutes", 0,
                                     kMaxRoundAfterMinutes));
  if (!scheme.third_places.empty() && scheme.policy.shape == Shape::kMutual) {
    return PolicyNotSupported("policy.shape", "mutual",
                              "counterpart, where third places are served");
  }
  return Validate(scheme.policy);
}

}  // namespace twinaid::model
