// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/lib/retry.h"

#include <google/protobuf/descriptor.h>
#include <google/rpc/error_details.pb.h>

#include <algorithm>

#include "client/lib/error_text.h"

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

absl::Duration AskedWait(const grpc::Status& status) {
  google::rpc::RetryInfo retry;
  const google::rpc::Status details = DetailsOf(status);
  for (const google::protobuf::Any& any : details.details()) {
    if (!any.UnpackTo(&retry)) continue;
    return absl::Seconds(retry.retry_delay().seconds()) +
           absl::Nanoseconds(retry.retry_delay().nanos());
  }
  return absl::ZeroDuration();
}

bool IsTransient(const grpc::Status& status) {
  if (status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED) {
    return AskedWait(status) > absl::ZeroDuration();
  }
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::UNKNOWN;
}

}  // namespace twinaid::client
