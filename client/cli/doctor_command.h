// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid doctor`: what is wrong with the connection and what it needs.
#ifndef TWINAID_CLIENT_CLI_DOCTOR_COMMAND_H_
#define TWINAID_CLIENT_CLI_DOCTOR_COMMAND_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddDoctorCommand(CLI::App& root, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_DOCTOR_COMMAND_H_
