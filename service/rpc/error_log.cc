// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/error_log.h"

#include <string>
#include <utility>

#include "service/model/errors.h"

namespace twinaid::rpc {

ops::Level LevelOf(const absl::Status& status) {
  const bool ours = status.code() == absl::StatusCode::kInternal ||
                    status.code() == absl::StatusCode::kDataLoss ||
                    status.code() == absl::StatusCode::kUnknown;
  return ours ? ops::Level::kError : ops::Level::kInfo;
}

std::vector<ops::Field> FieldsOf(const absl::Status& status) {
  std::vector<ops::Field> fields = {
      {"code", absl::StatusCodeToString(status.code())}};
  if (status.ok()) return fields;
  const std::string reason = model::ReasonOf(status);
  fields.emplace_back("reason", reason.empty() ? "UNEXPECTED" : reason);
  fields.emplace_back("message", std::string(status.message()));
  std::string cause = model::CauseOf(status);
  if (!cause.empty()) fields.emplace_back("cause", std::move(cause));
  return fields;
}

}  // namespace twinaid::rpc
