// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/slugs.h"

#include "absl/strings/ascii.h"

namespace twinaid::core {

std::string SlugOf(absl::string_view name, absl::string_view otherwise) {
  // Leaves room for a number behind it.
  constexpr std::size_t kMaxSlug = 56;
  std::string slug;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte)) {
      slug += absl::ascii_tolower(byte);
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() == kMaxSlug) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? std::string(otherwise) : slug;
}

}  // namespace twinaid::core
