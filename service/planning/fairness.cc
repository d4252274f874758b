// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/fairness.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "matcher/points.h"
#include "service/planning/coverage.h"
#include "service/planning/engine_instance.h"

namespace twinaid::planning {
namespace {

struct Amounts {
  matcher::Int128 needed = 0;
  matcher::Int128 proposed = 0;
};

std::int64_t InUnits(matcher::Int128 base_units, std::int64_t base_content) {
  return static_cast<std::int64_t>(base_units / base_content);
}

// Base units are summed by item first, so that rounding happens once an item.
std::vector<model::UnitCoverage> UnitsOf(const Records& records,
                                         const Remaining& remaining) {
  // By unit, then item. Money counts by its currency.
  std::map<std::string, std::map<std::int32_t, Amounts>> amounts;
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const auto& need = records.needs[i];
    const model::Item& item =
        *records.items[static_cast<std::size_t>(need.item)];
    const std::int64_t open = need.row->open_to_matching().value();
    Amounts& sum =
        amounts[need.row->currency.empty() ? item.unit : need.row->currency]
               [need.item];
    sum.needed += open;
    sum.proposed += open - remaining.needs[i];
  }
  std::vector<model::UnitCoverage> units;
  for (const auto& [unit, items] : amounts) {
    model::UnitCoverage row;
    row.unit = unit;
    for (const auto& [item, sum] : items) {
      const std::int64_t content =
          records.items[static_cast<std::size_t>(item)]->base_content;
      row.needed += InUnits(sum.needed, content);
      row.proposed += InUnits(sum.proposed, content);
    }
    units.push_back(std::move(row));
  }
  return units;
}

}  // namespace

void FillFairness(const Records& records, const Remaining& remaining,
                  Plan& plan) {
  model::Fairness& fairness = plan.fairness;
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const model::Need& need = *records.needs[i].row;
    if (need.urgency != model::Urgency::kCritical) continue;
    ++fairness.critical_needs;
    if (remaining.needs[i] == need.open_to_matching().value()) {
      ++fairness.critical_without;
    }
  }
  fairness.units = UnitsOf(records, remaining);
  std::map<model::PlaceId, std::int64_t> matches;
  for (const PlannedMatch& match : plan.matches) {
    fairness.most_matches_of_a_donor = std::max(
        fairness.most_matches_of_a_donor, ++matches[match.offer.parent]);
  }
  if (!matches.empty()) {
    constexpr std::int64_t kPermille = 1000;
    fairness.matches_per_donor_permille =
        static_cast<std::int64_t>(plan.matches.size()) * kPermille /
        static_cast<std::int64_t>(matches.size());
  }
}

model::OrderFigures FiguresOf(const Records& records,
                              const matcher::Instance& whole,
                              const Remaining& remaining) {
  const model::Coverage coverage = CoverageOf(records, remaining);
  const std::vector<std::int64_t> points = matcher::PointsPerBaseUnit(whole);
  std::array<matcher::Int128, matcher::kTiers> sums{};
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const std::int64_t served =
        records.needs[i].row->open_to_matching().value() - remaining.needs[i];
    sums.at(static_cast<std::size_t>(whole.needs[i].tier)) +=
        matcher::Int128{points[i]} * served;
  }
  model::OrderFigures figures;
  for (const matcher::Int128 sum : sums) figures.points.push_back(ToText(sum));
  figures.needs_fully = coverage.needs_fully;
  figures.needs_without =
      coverage.needs - coverage.needs_fully - coverage.needs_partly;
  figures.min_place_permille = coverage.min_place_permille;
  figures.median_place_permille = coverage.median_place_permille;
  return figures;
}

}  // namespace twinaid::planning
