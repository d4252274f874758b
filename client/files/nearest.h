// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The known text that is nearest to a mistyped one.
#ifndef TWINAID_CLIENT_FILES_NEAREST_H_
#define TWINAID_CLIENT_FILES_NEAREST_H_

#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// The text of `known` with the fewest single-byte insertions, deletions and
// replacements to `text`, the first in order among equals; empty where all
// need more than a third of the length of `text` (and more than two).
// O(known * length^2).
std::string Nearest(absl::string_view text, const std::set<std::string>& known);

// Insertions, deletions and replacements of one character that make `a` of
// `b`; more than `limit` where it is more. O(length^2).
std::size_t Changes(const std::vector<char32_t>& a,
                    const std::vector<char32_t>& b, std::size_t limit);

// How many changes a name of so many characters may be away: a third of them,
// two at least, but one for a name of up to three.
std::size_t MostChanges(std::size_t characters);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_NEAREST_H_
