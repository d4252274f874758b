// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid completion`: scripts that let a shell complete command lines.
#ifndef TWINAID_CLIENT_CLI_COMPLETION_COMMAND_H_
#define TWINAID_CLIENT_CLI_COMPLETION_COMMAND_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddCompletionCommand(CLI::App& root, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_COMPLETION_COMMAND_H_
