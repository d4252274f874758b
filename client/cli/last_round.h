// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The round that people mean when they name none.
#ifndef TWINAID_CLIENT_CLI_LAST_ROUND_H_
#define TWINAID_CLIENT_CLI_LAST_ROUND_H_

#include <string>

#include "client/cli/session.h"

namespace twinaid::client {

// Finds the round of the scheme that succeeded last. Returns kDone; kRefused,
// and says why, where the server refuses or no round has succeeded.
int LastRound(Session& session, const std::string& scheme, std::string& name);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_LAST_ROUND_H_
