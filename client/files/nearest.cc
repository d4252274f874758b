// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace twinaid::client {
namespace {

constexpr std::size_t kLongest = 100;

std::size_t Distance(absl::string_view a, absl::string_view b) {
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  std::iota(previous.begin(), previous.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    current[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = previous[j] + (a[i] == b[j] ? 0 : 1);
      current[j + 1] = std::min({previous[j + 1] + 1, current[j] + 1, change});
    }
    std::swap(previous, current);
  }
  return previous.back();
}

}  // namespace

std::string Nearest(absl::string_view text,
                    const std::set<std::string>& known) {
  if (text.size() > kLongest) return "";
  std::size_t best = std::max<std::size_t>(2, text.size() / 3) + 1;
  std::string nearest;
  for (const std::string& candidate : known) {
    const std::size_t gap = candidate.size() > text.size()
                                ? candidate.size() - text.size()
                                : text.size() - candidate.size();
    if (gap >= best) continue;
    const std::size_t distance = Distance(text, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace twinaid::client
