// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a server takes from its peers, and no more.
#ifndef TWINAID_SERVICE_RPC_SERVER_LIMITS_H_
#define TWINAID_SERVICE_RPC_SERVER_LIMITS_H_

#include <grpcpp/server_builder.h>

#include "service/access/call_limits.h"
#include "service/ops/options.h"

namespace twinaid::rpc {

// What bounds a peer before and between calls.
void AddLimits(grpc::ServerBuilder& builder);

// What bounds a caller.
access::Limits LimitsOf(const ops::Options& options);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_SERVER_LIMITS_H_
