// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Why a command line was not understood, for people.
#ifndef TWINAID_CLIENT_CLI_USAGE_TEXT_H_
#define TWINAID_CLIENT_CLI_USAGE_TEXT_H_

#include <CLI/App.hpp>
#include <string>

namespace twinaid::client {

// What is wrong, and where help is. Ends with a line feed. `app` has parsed
// and thrown `error`.
std::string UsageText(const CLI::App& app, const CLI::ParseError& error,
                      bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_USAGE_TEXT_H_
