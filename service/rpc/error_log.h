// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors as the log has them.
#ifndef TWINAID_SERVICE_RPC_ERROR_LOG_H_
#define TWINAID_SERVICE_RPC_ERROR_LOG_H_

#include <vector>

#include "absl/status/status.h"
#include "service/ops/json_log.h"

namespace twinaid::rpc {

// kError for faults of ours (INTERNAL, DATA_LOSS, UNKNOWN), otherwise kInfo.
ops::Level LevelOf(const absl::Status& status);

// The code; of an error also its reason (UNEXPECTED where it has none), its
// message and, where it has one, the cause that callers are not told.
std::vector<ops::Field> FieldsOf(const absl::Status& status);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ERROR_LOG_H_
