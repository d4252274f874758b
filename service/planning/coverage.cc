// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/coverage.h"

#include <algorithm>
#include <cstddef>
#include <map>

namespace twinaid::planning {
namespace {

struct Shares {
  std::int64_t permille = 0;  // summed over the needs
  std::int64_t needs = 0;
};

}  // namespace

model::Coverage CoverageOf(const Records& records, const Remaining& remaining) {
  model::Coverage coverage;
  std::map<std::int32_t, Shares> by_place;
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const std::int64_t open = records.needs[i].row->open_to_matching().value();
    if (open <= 0) continue;  // MakeRecords takes none
    const std::int64_t proposed = open - remaining.needs[i];
    ++coverage.needs;
    if (proposed == open) {
      ++coverage.needs_fully;
    } else if (proposed > 0) {
      ++coverage.needs_partly;
    }
    coverage.needed += model::BaseUnits(open);
    coverage.proposed += model::BaseUnits(proposed);
    // At most 10^12 base units: times 1000 stays far below 2^63.
    Shares& shares = by_place[records.needs[i].place];
    shares.permille += proposed * 1000 / open;
    ++shares.needs;
  }
  std::vector<std::int64_t> permille;
  permille.reserve(by_place.size());
  for (const auto& [place, shares] : by_place) {
    permille.push_back(shares.permille / shares.needs);
  }
  std::sort(permille.begin(), permille.end());
  coverage.places = static_cast<std::int64_t>(permille.size());
  if (!permille.empty()) {
    coverage.min_place_permille = permille.front();
    coverage.median_place_permille = permille[(permille.size() - 1) / 2];
  }
  return coverage;
}

}  // namespace twinaid::planning
