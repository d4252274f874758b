// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid need history`, `offer history`, `match history`.
#ifndef TWINAID_CLIENT_CLI_HISTORY_COMMAND_H_
#define TWINAID_CLIENT_CLI_HISTORY_COMMAND_H_

#include <string>

#include "client/cli/lookup.h"
#include "client/cli/session.h"

namespace twinaid::client {

// Adds `history NAME`: all that happened to one need, offer or match and, for a
// need or an offer, to its matches, oldest first. `match_filter` is the field
// of a match that names the resource ("need"); empty for a match itself.
void AddHistory(CLI::App& noun, Session& session,
                std::string (*name_of)(const std::string&),
                const std::string& match_filter, Finder find = nullptr);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_HISTORY_COMMAND_H_
