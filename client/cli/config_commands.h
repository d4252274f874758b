// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid config`: the settings, where each comes from, and the file of them.
#ifndef TWINAID_CLIENT_CLI_CONFIG_COMMANDS_H_
#define TWINAID_CLIENT_CLI_CONFIG_COMMANDS_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddConfigCommands(CLI::App& root, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_CONFIG_COMMANDS_H_
