// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The known text that is nearest to a mistyped one.
#ifndef TWINAID_CLIENT_FILES_NEAREST_H_
#define TWINAID_CLIENT_FILES_NEAREST_H_

#include <set>
#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// The text of `known` with the fewest single-byte insertions, deletions and
// replacements to `text`, the first in order among equals; empty where all
// need more than a third of the length of `text` (and more than two).
// O(known * length^2).
std::string Nearest(absl::string_view text, const std::set<std::string>& known);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_NEAREST_H_
