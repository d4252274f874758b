// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What gRPC itself says, in our log.
#ifndef TWINAID_SERVICE_RPC_GRPC_LOG_H_
#define TWINAID_SERVICE_RPC_GRPC_LOG_H_

#include "absl/strings/string_view.h"
#include "service/ops/json_log.h"

namespace twinaid::rpc {

// From now on errors of gRPC are lines "grpc" of `log`, which must outlive
// every server and channel of the process; null: of nothing. For the whole
// process.
void SendGrpcErrorsTo(ops::JsonLog* log);

// Whether a line says no more than that a peer did not get through its
// handshake. Anybody can cause as many of them as he likes, and a watchdog that
// dials a TLS listener causes one each second: they are left out.
bool IsOfAHandshake(absl::string_view file);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_GRPC_LOG_H_
