// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rows that come from no server: settings, contexts, findings.
#ifndef TWINAID_CLIENT_CLI_PLAIN_ROWS_H_
#define TWINAID_CLIENT_CLI_PLAIN_ROWS_H_

#include "client/cli/rows.h"

namespace twinaid::client {

// Prints `cells` in the format that the caller chose: a table, CSV, a JSON
// array of objects (the keys, in lower case with '_' for blanks), or with -o
// name the first column. Whoever has no names refuses that before: see
// HasNoNames.
void PrintPlainRows(Session& session, const Cells& cells);

// True, and said, where -o name asks `command` for names that it has not.
bool HasNoNames(Session& session, const std::string& command);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PLAIN_ROWS_H_
