// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every listener holds its peers to.
#ifndef TWINAID_SERVICE_RPC_PEER_LIMITS_H_
#define TWINAID_SERVICE_RPC_PEER_LIMITS_H_

#include <grpcpp/server_builder.h>

namespace twinaid::rpc {

// Bounds a peer before and between calls: sizes, streams of one connection,
// pings, ages, no compression. A second server on the same port is an error,
// not a silent sharer.
void LimitPeers(grpc::ServerBuilder& builder);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_PEER_LIMITS_H_
