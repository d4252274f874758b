// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Filters of lists: `field = value AND field = value`.
#ifndef TWINAID_SERVICE_CONVERT_FILTER_H_
#define TWINAID_SERVICE_CONVERT_FILTER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace twinaid::convert {

struct FilterTerm {
  std::string field;
  std::string op;  // "=" or ">="
  std::string value;
};

// The terms of a filter, in order; none for an empty one. A value is a word
// without blanks or a text in double quotes (\" and \\ inside). AND may be
// written in any case.
//
// INVALID_ARGUMENT (INVALID_FILTER): not of that form, a field or operator that
// is not in `allowed` ("state =", "update_time >="; if it is empty, any is), or
// a field named twice.
absl::StatusOr<std::vector<FilterTerm>> ParseFilter(
    absl::string_view filter, const std::vector<absl::string_view>& allowed);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_FILTER_H_
