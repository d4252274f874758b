// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Our errors as gRPC carries them.
#ifndef TWINAID_SERVICE_RPC_STATUS_MAPPING_H_
#define TWINAID_SERVICE_RPC_STATUS_MAPPING_H_

#include <grpcpp/support/status.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/errors.h"

namespace twinaid::rpc {

// The language of the errors for a caller's accept-language ("zh-CN,en;q=0.8"):
// the first of the two languages in it, English if there is none.
model::Language LanguageOf(absl::string_view accept_language);

// The status with a google.rpc.Status in its details: exactly one ErrorInfo,
// what the code asks for, and a LocalizedMessage in `language`. A status that
// carries no ErrorInfo is a fault of ours and becomes INTERNAL (UNEXPECTED),
// its text for the log only, as is the cause of an error.
grpc::Status ToGrpc(const absl::Status& status, model::Language language);

// RESOURCE_EXHAUSTED SERVER_BUSY with a retry delay: too many calls wait.
absl::Status ServerBusy();
// UNAVAILABLE SERVER_STOPPING with a retry delay.
absl::Status ServerStopping();
// DEADLINE_EXCEEDED DEADLINE_TOO_SHORT: over before the work began; nothing was
// changed.
absl::Status DeadlineOver();
// INVALID_ARGUMENT DEADLINE_REQUIRED: a call says how long it waits.
absl::Status DeadlineRequired();
// CANCELLED CALL_CANCELLED: the caller hung up before the work began.
absl::Status CallCancelled();
// CANCELLED WATCHER_TOO_SLOW: took nothing for too long. For the log: whoever
// is cut off gets no more than the code.
absl::Status WatcherTooSlow();
// RESOURCE_EXHAUSTED TOO_MANY_WATCHERS with a retry delay.
absl::Status TooManyWatchers(int limit);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_STATUS_MAPPING_H_
