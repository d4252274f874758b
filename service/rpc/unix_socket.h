// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A unix socket for one server alone.
#ifndef TWINAID_SERVICE_RPC_UNIX_SOCKET_H_
#define TWINAID_SERVICE_RPC_UNIX_SOCKET_H_

#include <memory>
#include <string>

#include "service/lock/lock_file.h"

namespace twinaid::rpc {

// Reserves the socket at `path`: gRPC would take the place of one that another
// server listens on, and remove it at its own end. A socket that nobody listens
// on, left by a server that was killed, may be taken over.
//
// Null: another program has it, or the lock beside it cannot be made.
std::unique_ptr<lock::LockFile> ReserveUnixSocket(const std::string& path);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_UNIX_SOCKET_H_
