// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The command line as a function of its arguments.
#ifndef TWINAID_CLIENT_CLI_RUN_H_
#define TWINAID_CLIENT_CLI_RUN_H_

#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "client/cli/environment.h"
#include "client/cli/session.h"

namespace twinaid::client {

// The parser of everything that can be typed. Its callbacks set
// session.action; `session` must outlive it.
std::unique_ptr<CLI::App> MakeParser(Session& session);

// Runs `twinaid ARGUMENTS` (without the program's name). Data goes to `out`,
// talk and errors to `err`. Returns kDone, kRefused or kUsage.
int Run(const std::vector<std::string>& arguments,
        const Environment& environment, std::ostream& out, std::ostream& err);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_RUN_H_
