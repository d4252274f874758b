// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How a file separates its cells, and what is told of how it was read.
#ifndef TWINAID_CLIENT_FILES_DIALECT_H_
#define TWINAID_CLIENT_FILES_DIALECT_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "client/files/column_names.h"
#include "client/files/sheet.h"

namespace twinaid::client {

struct Dialect {
  char delimiter = ',';
  bool says_so = false;  // the first row is "sep=;" and no row of the table
};

// Of comma, semicolon and tab the one that finds most columns in the first two
// rows of `text`, then the one with most cells, then the first. O(length of two
// rows).
Dialect DialectOf(absl::string_view text, const ColumnFinder& finder);

// What people are told once of how `file` was read; nullopt where it is UTF-8
// with commas, and no day needed an order.
std::optional<Note> NoteOf(absl::string_view file, Encoding encoding,
                           char delimiter, const DateHints& dates);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_DIALECT_H_
