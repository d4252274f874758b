// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid need why`.
#ifndef TWINAID_CLIENT_CLI_NEED_WHY_COMMAND_H_
#define TWINAID_CLIENT_CLI_NEED_WHY_COMMAND_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

// Adds `why NEED` to the noun.
void AddNeedWhy(CLI::App& noun, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_NEED_WHY_COMMAND_H_
