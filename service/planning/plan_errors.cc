// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/plan_errors.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"

namespace twinaid::planning {

absl::Status InstanceTooBig(absl::string_view limit) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kResourceExhausted;
  spec.reason = "INSTANCE_TOO_BIG";
  spec.en = "the needs and offers are more than one plan can hold: {limit}";
  spec.zh = "需求与供给超出一次匹配的上限：{limit}";
  spec.metadata = {{"limit", std::string(limit)}};
  spec.quota_subject = "plan";
  return model::MakeError(spec);
}

absl::Status InstanceNotValid(absl::string_view problem) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "INSTANCE_NOT_VALID";
  spec.en = "the needs and offers do not make a valid plan: {problem}";
  spec.zh = "需求与供给不能组成有效的匹配：{problem}";
  spec.metadata = {{"problem", std::string(problem)}};
  spec.field = "plan";
  return model::MakeError(spec);
}

absl::Status StageNotProven(const model::StageCertificate& stage,
                            absl::string_view cause) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kInternal;
  spec.reason = "STAGE_NOT_PROVEN";
  spec.en =
      "the proof of stage {kind}, rung {rung}, pass {pass}, does not hold; "
      "nothing is proposed. This is a fault of the engine, not of the data: "
      "please report it";
  spec.zh =
      absl::StrCat("“", model::ChineseWordOf(stage.kind),
                   "”阶段（层级 {rung}，第 {pass} 遍）的证明不成立；"
                   "未提出任何建议。这是匹配引擎的错误，与数据无关，请报告");
  spec.metadata = {{"kind", std::string(model::WordOf(stage.kind))},
                   {"rung", absl::StrCat(stage.rung)},
                   {"pass", absl::StrCat(stage.pass)}};
  spec.cause = std::string(cause);
  return model::MakeError(spec);
}

}  // namespace twinaid::planning
