// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The files that people exchange, from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_FOLDER_H_
#define TWINAID_TESTS_FUZZ_TRY_FOLDER_H_

#include <functional>

#include "absl/strings/string_view.h"
#include "client/files/folder.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// client::WriteTexts, or what a test puts in its place.
using FolderWriter =
    std::function<client::FileTexts(const client::Folder& folder, bool hxl)>;

// Reads the bytes as a folder (texts_of_bytes.h). Every problem says its file,
// a line and a column that are there, and why in two languages. The good rows,
// written with and without HXL tags, read back equal and without problems.
Outcome TryFolder(absl::string_view bytes);
Outcome TryFolder(absl::string_view bytes, const FolderWriter& write);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_FOLDER_H_
