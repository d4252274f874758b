// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Decimal numbers as files write them, kept as scaled integers.
#ifndef TWINAID_CLIENT_FILES_DECIMAL_H_
#define TWINAID_CLIENT_FILES_DECIMAL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// "-12.5" with 2 digits as -1250: an optional minus, digits, and optionally a
// point with more digits; no blanks, no separators, no exponent. nullopt for
// anything else, for more than `digits` digits behind the point that are not
// zero, and for what 64 bits do not hold. `digits` is 0 to 9.
std::optional<std::int64_t> ParseDecimal(absl::string_view text, int digits);

// The same, but further digits are rounded, half away from zero.
std::optional<std::int64_t> ParseRounded(absl::string_view text, int digits);

// -1250 with 2 digits as "-12.5": no zeros at the end.
std::string FormatDecimal(std::int64_t scaled, int digits);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_DECIMAL_H_
