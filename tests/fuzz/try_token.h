// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What callers send to say who they are, on any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_TOKEN_H_
#define TWINAID_TESTS_FUZZ_TRY_TOKEN_H_

#include <functional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/access/token_text.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// access::ParseTokenText, or what a test puts in its place.
using TokenParser =
    std::function<absl::StatusOr<access::TokenText>(absl::string_view text)>;

// Reads the bytes as a token. What is taken is written back the same, and its
// secret fits its own hash and no other; anything else is TOKEN_NOT_VALID, and
// the error shows nothing of it. Behind "Bearer " the same holds.
Outcome TryToken(absl::string_view bytes);
Outcome TryToken(absl::string_view bytes, const TokenParser& parse);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_TOKEN_H_
