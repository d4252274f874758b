// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Decimal amounts from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_DECIMAL_H_
#define TWINAID_TESTS_FUZZ_TRY_DECIMAL_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// client/files/decimal.h, or what a test puts in its place.
struct Decimals {
  std::function<std::optional<std::int64_t>(absl::string_view, int)> parse;
  std::function<std::optional<std::int64_t>(absl::string_view, int)> round;
  std::function<std::string(std::int64_t, int)> format;

  static Decimals Ours();
};

// Reads the bytes as an amount with the number of digits that the first one
// says. Both readings are held against long arithmetic; what was read is
// written, and reads back equal.
Outcome TryDecimal(absl::string_view bytes);
Outcome TryDecimal(absl::string_view bytes, const Decimals& subject);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_DECIMAL_H_
