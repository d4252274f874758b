// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the commands that read files share: what a person says of the files,
// and what is said of them.
#ifndef TWINAID_CLIENT_CLI_READING_OPTIONS_H_
#define TWINAID_CLIENT_CLI_READING_OPTIONS_H_

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "client/cli/session.h"
#include "client/files/folder.h"

namespace twinaid::client {

// As they were typed; empty where they were not.
struct TypedReading {
  std::string dates;
  std::string encoding;
};

// Adds --dates and --encoding.
void AddReadingOptions(CLI::App& verb, TypedReading& typed);

ReadingOptions OptionsOf(const TypedReading& typed);

// Prints to stderr what was told apart in the files, unless --quiet, and what
// is wrong with them, each with the path that it was read from; of a quiet
// session no warnings.
void TellReading(Session& session, const FolderReading& reading);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_READING_OPTIONS_H_
