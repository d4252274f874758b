// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid round compare`.
#ifndef TWINAID_CLIENT_CLI_ROUND_COMPARE_COMMAND_H_
#define TWINAID_CLIENT_CLI_ROUND_COMPARE_COMMAND_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

// Adds `compare ROUND` to the noun.
void AddRoundCompare(CLI::App& noun, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_ROUND_COMPARE_COMMAND_H_
