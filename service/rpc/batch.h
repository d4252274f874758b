// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What holds for every request that is a batch of others.
#ifndef TWINAID_SERVICE_RPC_BATCH_H_
#define TWINAID_SERVICE_RPC_BATCH_H_

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"

namespace twinaid::rpc {

inline constexpr int kMaxBatch = 1000;

// INVALID_ARGUMENT: too many. Tells nothing but the length, so that it may be
// asked before who calls is, and the writer never takes up what is too long.
template <typename Request>
absl::Status BoundBatch(const Request& batch) {
  if (batch.requests_size() <= kMaxBatch) return absl::OkStatus();
  return model::OutOfRange("requests", batch.requests_size(), 1, kMaxBatch);
}

// INVALID_ARGUMENT: none, or a request that has what belongs to the batch.
template <typename Request>
absl::Status CheckBatch(const Request& batch) {
  if (batch.requests_size() < 1) {
    return model::OutOfRange("requests", 0, 1, kMaxBatch);
  }
  for (int i = 0; i < batch.requests_size(); ++i) {
    const auto& request = batch.requests(i);
    if (request.request_id().empty() && !request.validate_only()) continue;
    return model::InvalidValue(
        absl::StrCat("requests[", i, "]"), "request_id, validate_only",
        "one request_id and one validate_only, of the whole batch",
        "整批只用一个 request_id 和一个 validate_only");
  }
  return absl::OkStatus();
}

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_BATCH_H_
