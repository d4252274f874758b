// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What callers say of a call so that it can be found again.
#ifndef TWINAID_SERVICE_RPC_TRACE_CONTEXT_H_
#define TWINAID_SERVICE_RPC_TRACE_CONTEXT_H_

#include "absl/strings/string_view.h"

namespace twinaid::rpc {

// The header itself where it has the form of W3C Trace Context (2021), "" where
// it has not: what is not understood is as if it were not there. Of a version
// later than 00 what follows the flags is left out.
absl::string_view TraceParent(absl::string_view header);

// The request_id where it may be shown, "" where it is longer than one may be
// or has other bytes than visible ASCII.
absl::string_view ShownRequestId(absl::string_view request_id);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_TRACE_CONTEXT_H_
