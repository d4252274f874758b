// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Page tokens from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_PAGE_TOKEN_H_
#define TWINAID_TESTS_FUZZ_TRY_PAGE_TOKEN_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// convert::KeyOfPageToken, or what a test puts in its place.
using TokenReader = std::function<absl::StatusOr<std::string>(
    absl::string_view token, absl::string_view query)>;

// A line with a query, a line with a key, and a token. The token of the key
// gives the key back, and to that query alone; with one character changed it
// gives that key or none; the token as it stands is one of the query or is
// INVALID_PAGE_TOKEN.
Outcome TryPageToken(absl::string_view bytes);
Outcome TryPageToken(absl::string_view bytes, const TokenReader& read);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_PAGE_TOKEN_H_
