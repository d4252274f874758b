// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/nearest.h"

#include <algorithm>
#include <numeric>

namespace twinaid::client {
namespace {

constexpr std::size_t kLongest = 100;

template <typename Text>
std::size_t Distance(const Text& a, const Text& b) {
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

template <typename Text>
std::size_t Gap(const Text& a, const Text& b) {
  return a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
}

}  // namespace

std::string Nearest(absl::string_view text,
                    const std::set<std::string>& known) {
  if (text.size() > kLongest) return "";
  std::size_t best = std::max<std::size_t>(2, text.size() / 3) + 1;
  std::string nearest;
  for (const std::string& candidate : known) {
    if (Gap(text, absl::string_view(candidate)) >= best) continue;
    const std::size_t distance = Distance<absl::string_view>(text, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::size_t Changes(const std::vector<char32_t>& a,
                    const std::vector<char32_t>& b, std::size_t limit) {
  return Gap(a, b) > limit ? limit + 1 : Distance(a, b);
}

std::size_t MostChanges(std::size_t characters) {
  constexpr std::size_t kShort = 3;
  if (characters <= kShort) return 1;
  return std::max<std::size_t>(2, characters / 3);
}

}  // namespace twinaid::client
