// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as the files of a folder.
#ifndef TWINAID_TESTS_FUZZ_TEXTS_OF_BYTES_H_
#define TWINAID_TESTS_FUZZ_TEXTS_OF_BYTES_H_

#include "absl/strings/string_view.h"
#include "client/files/folder.h"

namespace twinaid::fuzz {

// A line "== needs.csv" begins the file of that name; what stands before the
// first such line belongs to none. Names may be any.
client::FileTexts TextsOfBytes(absl::string_view bytes);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TEXTS_OF_BYTES_H_
