// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/import_refusal.h"

#include <google/rpc/error_details.pb.h>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "client/lib/error_text.h"

namespace twinaid::client {

int RefusedIndex(const grpc::Status& status) {
  const google::rpc::Status details = DetailsOf(status);
  for (const google::protobuf::Any& any : details.details()) {
    google::rpc::BadRequest detail;
    if (!any.UnpackTo(&detail) || detail.field_violations().empty()) continue;
    absl::string_view field = detail.field_violations(0).field();
    int index = -1;
    if (!absl::ConsumePrefix(&field, "requests[")) continue;
    if (absl::SimpleAtoi(field.substr(0, field.find(']')), &index)) {
      return index;
    }
  }
  return -1;
}

bool IsLost(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED ||
         status.error_code() == grpc::StatusCode::UNKNOWN;
}

}  // namespace twinaid::client
