// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Cells as Chinese keyboards and spreadsheets write them.
#ifndef TWINAID_CLIENT_FILES_HALF_WIDTH_H_
#define TWINAID_CLIENT_FILES_HALF_WIDTH_H_

#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// The text with full-width digits, commas, points, hyphens and slashes, the
// minus sign and the blanks that no keyboard has as ASCII has them, and no
// blanks at its ends.
std::string HalfWidth(absl::string_view typed);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_HALF_WIDTH_H_
