// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Opaque marks of where a list goes on.
#ifndef TWINAID_SERVICE_CONVERT_PAGE_TOKEN_H_
#define TWINAID_SERVICE_CONVERT_PAGE_TOKEN_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace twinaid::convert {

// A token for the rows after `key` of the query that `query` stands for: any
// text that differs between queries (method, parent, filter).
std::string MakePageToken(absl::string_view query, absl::string_view key);

// The key in a token. INVALID_ARGUMENT (INVALID_PAGE_TOKEN): not ours, or of
// another query.
absl::StatusOr<std::string> KeyOfPageToken(absl::string_view token,
                                           absl::string_view query);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_PAGE_TOKEN_H_
