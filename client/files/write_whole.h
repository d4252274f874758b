// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Files that nobody finds half written.
#ifndef TWINAID_CLIENT_FILES_WRITE_WHOLE_H_
#define TWINAID_CLIENT_FILES_WRITE_WHOLE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// Writes the text under a name of its own beside `path`, which it then takes;
// what was there is replaced. What is there and no regular file (a pipe, a
// device) is written to as it is, and a link stays one: what it leads to is
// replaced. False where it cannot be written; nothing is left behind then.
bool WriteWhole(const std::string& path, absl::string_view text);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_WRITE_WHOLE_H_
