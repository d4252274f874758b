// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Where a call comes from.
#ifndef TWINAID_SERVICE_RPC_ADDRESS_H_
#define TWINAID_SERVICE_RPC_ADDRESS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::rpc {

// The address of a caller, without its port. Through a unix socket that is what
// the front says (`x-real-ip`; at most 64 visible characters of it), else
// "unix"; anywhere else what gRPC says of the peer, whatever the call claims.
std::string AddressOf(absl::string_view peer, absl::string_view real_ip);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ADDRESS_H_
