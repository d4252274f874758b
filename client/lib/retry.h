// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// When a call may be made again, and after how long.
#ifndef TWINAID_CLIENT_LIB_RETRY_H_
#define TWINAID_CLIENT_LIB_RETRY_H_

#include <google/protobuf/message.h>
#include <grpcpp/support/status.h>

#include "absl/time/time.h"

namespace twinaid::client {

// Waits first_wait, then twice as long each time, at most max_wait.
struct RetryPolicy {
  int attempts = 4;  // in all; 1: never again
  absl::Duration first_wait = absl::Milliseconds(100);
  absl::Duration max_wait = absl::Seconds(2);
};

// The wait before attempt `attempt` (2, 3, ...).
absl::Duration WaitBefore(const RetryPolicy& policy, int attempt);

// True when sending the request twice has the effect of sending it once: it
// has no field request_id (it reads), or that field is filled.
bool IsRepeatable(const google::protobuf::Message& request);

// True when the status says that another attempt may succeed: UNAVAILABLE,
// UNKNOWN, and RESOURCE_EXHAUSTED where the server says when.
bool IsTransient(const grpc::Status& status);

// How long the server asks to be left alone; zero where it does not say.
absl::Duration AskedWait(const grpc::Status& status);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_LIB_RETRY_H_
