// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Does a listener of ours still take connections?
#ifndef TWINAID_SERVICE_RPC_SELF_DIAL_H_
#define TWINAID_SERVICE_RPC_SELF_DIAL_H_

#include <string>

#include "absl/time/time.h"

namespace twinaid::rpc {

// Whether Answers() knows the way: "127.0.0.1:7443", "[::1]:7443",
// "localhost:7443", "unix:PATH"; not a name that has to be looked up.
bool CanDial(const std::string& address);

// Connects as any caller would, says a word and waits for one back, at most
// `within`. False: no connection, or no word. A listener that is bound to every
// address is dialled on loopback. Precondition: CanDial().
//
// With TLS an end of the connection is a word too: it is how a server answers
// nonsense.
bool Answers(const std::string& address, absl::Duration within);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_SELF_DIAL_H_
