// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid context`: the servers somebody works with, each with its settings.
#ifndef TWINAID_CLIENT_CLI_CONTEXT_COMMANDS_H_
#define TWINAID_CLIENT_CLI_CONTEXT_COMMANDS_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddContextCommands(CLI::App& root, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_CONTEXT_COMMANDS_H_
