// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Resource names and ids from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_NAMES_H_
#define TWINAID_TESTS_FUZZ_TRY_NAMES_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// model::SplitName, or what a test puts in its place.
using NameSplitter = std::function<absl::StatusOr<std::vector<std::string>>(
    absl::string_view name, const std::vector<absl::string_view>& collections)>;

// Reads the bytes as a name of every kind. What is taken is built again from
// its ids, which are slugs, and is the same text; every slug in its place is
// taken; everything else is INVALID_NAME.
Outcome TryNames(absl::string_view bytes);
Outcome TryNames(absl::string_view bytes, const NameSplitter& split);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_NAMES_H_
