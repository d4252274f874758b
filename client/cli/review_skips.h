// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a reviewer passed over, so that the next review goes on behind it.
#ifndef TWINAID_CLIENT_CLI_REVIEW_SKIPS_H_
#define TWINAID_CLIENT_CLI_REVIEW_SKIPS_H_

#include <set>
#include <string>

#include "absl/status/status.h"
#include "client/cli/environment.h"

namespace twinaid::client {

// $XDG_STATE_HOME/twinaid/review, else ~/.local/state/twinaid/review: lines
// "SERVER MATCH". Empty where neither variable is set: nothing is kept then.
std::string SkipsFile(const Environment& environment);

// Names of the matches that were passed over at this server.
std::set<std::string> ReadSkips(const Environment& environment,
                                const std::string& server);

// Keeps these for the server in place of those before.
// UNAVAILABLE: the file cannot be written.
absl::Status WriteSkips(const Environment& environment,
                        const std::string& server,
                        const std::set<std::string>& matches);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REVIEW_SKIPS_H_
