// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Filters of lists from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_FILTER_H_
#define TWINAID_TESTS_FUZZ_TRY_FILTER_H_

#include <functional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/convert/filter.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// convert::ParseFilter, or what a test puts in its place.
using FilterParser =
    std::function<absl::StatusOr<std::vector<convert::FilterTerm>>(
        absl::string_view filter,
        const std::vector<absl::string_view>& allowed)>;

// Reads the bytes as a filter. Terms that are taken are allowed ones, each
// field once, and read back the same when they are written with all values in
// quotes; everything else is INVALID_FILTER.
Outcome TryFilter(absl::string_view bytes);
Outcome TryFilter(absl::string_view bytes, const FilterParser& parse);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_FILTER_H_
