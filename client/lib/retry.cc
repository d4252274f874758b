// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/lib/retry.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>

namespace twinaid::client {

absl::Duration WaitBefore(const RetryPolicy& policy, int attempt) {
  absl::Duration wait = policy.first_wait;
  for (int i = 2; i < attempt && wait < policy.max_wait; ++i) wait *= 2;
  return std::min(wait, policy.max_wait);
}

bool IsRepeatable(const google::protobuf::Message& request) {
  const google::protobuf::FieldDescriptor* field =
      request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr) return true;
  return !request.GetReflection()->GetString(request, field).empty();
}

bool IsTransient(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::UNKNOWN;
}

}  // namespace twinaid::client
