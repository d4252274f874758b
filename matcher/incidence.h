// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The edges at each place of a graph without direction.

#ifndef TWINAID_MATCHER_INCIDENCE_H_
#define TWINAID_MATCHER_INCIDENCE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "matcher/mutual.h"

namespace twinaid::matcher {

// Edges at a place keep their order. Time and memory O(n + m) to build.
class Incidence {
 public:
  struct Entry {
    PlaceIndex other = 0;
    std::int32_t what = 0;  // twice the edge, plus one where this end is its b

    std::int32_t edge() const { return what / 2; }
  };

  // Entries that stand side by side.
  struct Range {
    const Entry* first;
    const Entry* last;

    const Entry* begin() const { return first; }
    const Entry* end() const { return last; }
  };

  template <typename W>
  Incidence(std::int32_t places, const std::vector<MutualEdge<W>>& edges)
      : first_(static_cast<std::size_t>(places) + 1, 0),
        entries_(2 * edges.size()) {
    for (const MutualEdge<W>& edge : edges) {
      ++first_[static_cast<std::size_t>(edge.a) + 1];
      ++first_[static_cast<std::size_t>(edge.b) + 1];
    }
    for (std::size_t p = 1; p < first_.size(); ++p) first_[p] += first_[p - 1];
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    std::int32_t what = 0;
    for (const MutualEdge<W>& edge : edges) {
      entries_[next[static_cast<std::size_t>(edge.a)]++] = {edge.b, what++};
      entries_[next[static_cast<std::size_t>(edge.b)]++] = {edge.a, what++};
    }
  }

  Range Of(PlaceIndex place) const {
    const auto p = static_cast<std::size_t>(place);
    return {entries_.data() + first_[p], entries_.data() + first_[p + 1]};
  }

 private:
  std::vector<std::size_t> first_;  // by place, into entries_
  std::vector<Entry> entries_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_MATCHER_INCIDENCE_H_
