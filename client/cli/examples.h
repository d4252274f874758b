// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// An example for every command.
#ifndef TWINAID_CLIENT_CLI_EXAMPLES_H_
#define TWINAID_CLIENT_CLI_EXAMPLES_H_

#include <CLI/App.hpp>

namespace twinaid::client {

// Adds an example to the help of each command whose own text has none. Those
// that the parser does not know are passed over: a test finds them.
void AddExamples(CLI::App& root);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_EXAMPLES_H_
