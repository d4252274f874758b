// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Checks on text that people or programs send.
#ifndef TWINAID_SERVICE_MODEL_TEXT_H_
#define TWINAID_SERVICE_MODEL_TEXT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::model {

inline constexpr int kMaxNameBytes = 512;
inline constexpr int kMaxNoteBytes = 8192;

// INVALID_ARGUMENT naming `field`: INVALID_UTF8; TEXT_NOT_NFC; TEXT_TOO_LONG
// (above max_bytes); CONTROL_CHARACTER (any but line feed and tab).
absl::Status CheckText(absl::string_view text, absl::string_view field,
                       int max_bytes);

// The text with every byte that is not part of valid UTF-8 replaced by U+FFFD.
std::string ValidUtf8(absl::string_view text);

// The text in NFC. Precondition: valid UTF-8; else it comes back unchanged.
std::string ToNfc(absl::string_view text);

// Columns the text takes in a terminal (a Chinese character takes two).
int DisplayWidth(absl::string_view text);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_TEXT_H_
