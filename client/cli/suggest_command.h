// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid need suggest`, `twinaid offer suggest`: who could help, without a
// round.
#ifndef TWINAID_CLIENT_CLI_SUGGEST_COMMAND_H_
#define TWINAID_CLIENT_CLI_SUGGEST_COMMAND_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddSuggestOffers(CLI::App& noun, Session& session);
void AddSuggestNeeds(CLI::App& noun, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_SUGGEST_COMMAND_H_
