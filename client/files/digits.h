// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Texts of digits alone.
#ifndef TWINAID_CLIENT_FILES_DIGITS_H_
#define TWINAID_CLIENT_FILES_DIGITS_H_

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace twinaid::client {

// At least one, ASCII digits all of them.
inline bool AllDigits(absl::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c));
  });
}

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_DIGITS_H_
