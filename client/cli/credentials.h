// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Where the command line has its token from: a file or the environment, never
// a flag, which others on the machine could read.
#ifndef TWINAID_CLIENT_CLI_CREDENTIALS_H_
#define TWINAID_CLIENT_CLI_CREDENTIALS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "client/cli/environment.h"

namespace twinaid::client {

// The token for a server, "" where there is none: the first of `token_file`
// (--token-file), TWINAID_TOKEN_FILE, TWINAID_TOKEN, `filed` (the token file of
// the settings), and what `login` stored for this very server. INVALID_ARGUMENT
// (TOKEN_FILE): a file that was named cannot be read, holds no line, or may be
// read by others than its owner.
absl::StatusOr<std::string> TokenFor(const Environment& environment,
                                     const std::string& server,
                                     const std::string& token_file,
                                     const std::string& filed = "");

// Stores the token for a server in CredentialsFile(), mode 0600; an empty token
// takes what is stored away. INVALID_ARGUMENT (TOKEN_FILE).
absl::Status StoreToken(const Environment& environment,
                        const std::string& server, absl::string_view token);

// $XDG_CONFIG_HOME/twinaid/credentials, else ~/.config/twinaid/credentials:
// lines "SERVER TOKEN". Empty where neither variable is set.
std::string CredentialsFile(const Environment& environment);

// Writes a text that nobody else may read. INVALID_ARGUMENT (TOKEN_FILE).
absl::Status WritePrivately(const std::string& path, absl::string_view text);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_CREDENTIALS_H_
