// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/scheme.h"

#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
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
  spec.zh = "{field}:此版本不支持 {given};可用:{served}";
  spec.metadata = {
      {"field", field}, {"given", std::string(given)}, {"served", served}};
  spec.field = field;
  return MakeError(spec);
}

}  // namespace

absl::Status Validate(const Policy& policy) {
  if (policy.shape != Shape::kCounterpart) {
    return PolicyNotSupported("policy.shape", WordOf(policy.shape),
                              "counterpart");
  }
  if (policy.donor_capacity != 1) {
    return PolicyNotSupported("policy.donor_capacity",
                              absl::StrCat(policy.donor_capacity), "1");
  }
  if (policy.recipient_capacity != 1) {
    return PolicyNotSupported("policy.recipient_capacity",
                              absl::StrCat(policy.recipient_capacity), "1");
  }
  if (policy.rungs != 1 && policy.rungs != 2) {
    return PolicyNotSupported("policy.rungs", absl::StrCat(policy.rungs),
                              "1, 2");
  }
  if (policy.tiers != Tiers::kStrict) {
    return PolicyNotSupported("policy.tiers", WordOf(policy.tiers), "strict");
  }
  if (policy.pool != Pool::kNone) {
    return PolicyNotSupported("policy.pool", WordOf(policy.pool), "none");
  }
  if (policy.keep != Keep::kFixed) {
    return PolicyNotSupported("policy.keep", WordOf(policy.keep), "fixed");
  }
  return absl::OkStatus();
}

absl::Status Validate(const Scheme& scheme) {
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(scheme.title_en, "title_en"));
  TWINAID_RETURN_IF_ERROR(
      CheckText(scheme.title_zh, "title_zh", kMaxNameBytes));
  return Validate(scheme.policy);
}

}  // namespace twinaid::model
