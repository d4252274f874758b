// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Reports on needs: coverage, and what still waits.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "absl/numeric/int128.h"
#include "service/core/patience.h"
#include "service/core/report_sums.h"
#include "service/core/reports.h"
#include "service/core/rows.h"
#include "service/model/freshness.h"

namespace twinaid::core {

int CoverageRow::covered_permille() const {
  if (needed.value() == 0) return 1000;
  const absl::int128 covered = needed.value() - outstanding().value();
  return static_cast<int>(covered * 1000 / needed.value());
}

absl::StatusOr<std::vector<CoverageRow>> ReportCoverage(const View& v,
                                                        const Scope& scope) {
  using Key = std::tuple<model::PlaceId, model::ItemId, std::string>;
  std::map<Key, CoverageRow> rows;
  TWINAID_ASSIGN_OR_RETURN(const Places places, PlacesOf(v, scope));
  TWINAID_RETURN_IF_ERROR(
      ForEachNeed(v, places, [&](const model::Need& need) -> absl::Status {
        const bool closed = need.closed != model::Closed::kNo;
        const model::BaseUnits needed = closed ? need.covered() : need.total;
        if (needed.value() == 0) return absl::OkStatus();
        CoverageRow& row =
            rows[Key(need.name.parent, need.item, need.currency)];
        row.place = need.name.parent;
        row.item = need.item;
        row.currency = need.currency;
        ++row.needs;
        if (need.tallies.received == needed) ++row.needs_fulfilled;
        TWINAID_RETURN_IF_ERROR(AddTo(row.needed, needed, need.item));
        // None of these is more than what is needed.
        row.proposed += need.tallies.proposed;
        row.committed += need.tallies.committed;
        row.in_transit += need.tallies.in_transit;
        row.received += need.tallies.received;
        return absl::OkStatus();
      }));
  std::vector<CoverageRow> sorted;
  sorted.reserve(rows.size());
  for (auto& [key, row] : rows) sorted.push_back(std::move(row));
  return sorted;
}

absl::StatusOr<std::vector<OpenNeed>> ReportOpenNeeds(const View& v,
                                                      const Scope& scope,
                                                      int silent_days) {
  TWINAID_ASSIGN_OR_RETURN(
      std::vector<model::Scheme> schemes,
      v.tx.schemes().List(store::SchemeQuery{}, std::nullopt, 0));
  const Patience patience(std::move(schemes));
  TWINAID_ASSIGN_OR_RETURN(const Places places, PlacesOf(v, scope));
  std::vector<OpenNeed> open;
  TWINAID_RETURN_IF_ERROR(
      ForEachNeed(v, places, [&](const model::Need& need) -> absl::Status {
        if (need.closed != model::Closed::kNo ||
            need.outstanding().value() == 0) {
          return absl::OkStatus();
        }
        OpenNeed row;
        row.silent_days = static_cast<int>(
            std::max(absl::ZeroDuration(), v.now - need.confirm_time) /
            absl::Hours(24));
        if (row.silent_days < silent_days) return absl::OkStatus();
        row.rests = model::Rests(
            need.confirm_time, patience.DaysOf(need.name.parent), DayOf(v.now));
        row.need = need;
        open.push_back(std::move(row));
        return absl::OkStatus();
      }));
  std::sort(open.begin(), open.end(), [](const OpenNeed& a, const OpenNeed& b) {
    return std::tie(b.silent_days, a.need.name) <
           std::tie(a.silent_days, b.need.name);
  });
  return open;
}

}  // namespace twinaid::core
