// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid man`, hidden: the manual pages, made when the tree is built.
#ifndef TWINAID_CLIENT_CLI_MAN_COMMAND_H_
#define TWINAID_CLIENT_CLI_MAN_COMMAND_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddManCommand(CLI::App& root, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_MAN_COMMAND_H_
