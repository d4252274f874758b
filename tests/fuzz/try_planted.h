// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A target with a fault in it: whether fuzzing finds anything is tried too.
#ifndef TWINAID_TESTS_FUZZ_TRY_PLANTED_H_
#define TWINAID_TESTS_FUZZ_TRY_PLANTED_H_

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "client/files/decimal.h"
#include "tests/fuzz/outcome.h"
#include "tests/fuzz/try_decimal.h"

namespace twinaid::fuzz {

// TryDecimal on a reader that loses the sign in front of a nought: -0.5 is 0.5.
inline Outcome TryPlanted(absl::string_view bytes) {
  Decimals planted = Decimals::Ours();
  planted.parse = [](absl::string_view text, int digits) {
    if (absl::StartsWith(text, "-0.")) text.remove_prefix(1);
    return client::ParseDecimal(text, digits);
  };
  return TryDecimal(bytes, planted);
}

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_PLANTED_H_
