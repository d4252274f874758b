// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid report contributions`: where the part of each contributor went.
#ifndef TWINAID_CLIENT_CLI_REPORT_CONTRIBUTIONS_H_
#define TWINAID_CLIENT_CLI_REPORT_CONTRIBUTIONS_H_

#include <CLI/App.hpp>

#include "client/cli/session.h"

namespace twinaid::client {

void AddReportContributions(CLI::App& noun, Session& session);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REPORT_CONTRIBUTIONS_H_
