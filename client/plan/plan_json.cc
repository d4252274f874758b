// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "client/plan/folder_plan.h"
#include "service/model/enum_names.h"

namespace twinaid::client {
namespace {

using Json = nlohmann::ordered_json;

std::string Int64(std::int64_t value) { return absl::StrCat(value); }
std::string Int64(model::BaseUnits units) { return Int64(units.value()); }

// The id of a row as its file has it, or with its place where that alone would
// not say which.
template <typename Row>
class RowIds {
 public:
  using Name = typename Row::Key;

  explicit RowIds(const std::vector<Row>& rows) {
    for (const Row& row : rows) ++uses_[row.name.child.value()];
  }
  std::string Of(const Name& name) const {
    const std::string& id = name.child.value();
    const auto uses = uses_.find(id);
    if (uses == uses_.end() || uses->second == 1) return id;
    return absl::StrCat(name.parent.value(), "/", id);
  }

 private:
  std::map<std::string, int> uses_;
};

Json PairingsJson(const planning::Plan& plan) {
  Json rows = Json::array();
  for (const planning::PlannedPairing& pairing : plan.pairings) {
    Json value = Json::array();
    for (const std::int64_t points : pairing.value) {
      value.push_back(Int64(points));
    }
    // Every pairing has its stage.
    const model::StageCertificate& stage =
        plan.certificate.at(static_cast<std::size_t>(pairing.stage));
    Json row = {{"donor", pairing.donor.value()},
                {"recipient", pairing.recipient.value()},
                {"value", std::move(value)},
                {"rung", pairing.rung},
                {"pass", stage.pass},
                {"kind", std::string(model::WordOf(stage.kind))}};
    if (pairing.pair != 0) row["pair"] = pairing.pair;
    rows.push_back(std::move(row));
  }
  return rows;
}

Json MatchesJson(const planning::Plan& plan, const RowIds<model::Need>& needs,
                 const RowIds<model::Offer>& offers) {
  constexpr double kPercent = 100;
  Json rows = Json::array();
  for (const planning::PlannedMatch& match : plan.matches) {
    const bool same = match.offer_item == match.need_item;
    rows.push_back(
        {{"need", needs.Of(match.need)},
         {"offer", offers.Of(match.offer)},
         {"quantity", Int64(match.quantity)},
         {"donor", match.offer.parent.value()},
         {"recipient", match.need.parent.value()},
         {"rung", match.rung},
         {"substitute", same ? Json() : Json(match.offer_item.value())},
         {"quality", match.quality_percent / kPercent},
         {"pooled", match.pooled}});
  }
  return rows;
}

Json ClosedJson(const planning::PlannedUnmet& unmet,
                const RowIds<model::Need>& needs,
                const RowIds<model::Offer>& offers) {
  Json rows = Json::array();
  for (const model::ClosedOffer& closed : unmet.closed) {
    Json serves = Json::array();
    for (const model::ClosedOffer::Served& served : closed.serves) {
      serves.push_back({{"need", needs.Of(served.need)},
                        {"quantity", Int64(served.quantity)}});
    }
    rows.push_back({{"offer", offers.Of(closed.offer)},
                    {"place", closed.offer.parent.value()},
                    {"available", Int64(closed.available)},
                    {"serves", std::move(serves)}});
  }
  return rows;
}

Json UnmetJson(const planning::Plan& plan, const RowIds<model::Need>& needs,
               const RowIds<model::Offer>& offers) {
  Json rows = Json::array();
  for (const planning::PlannedUnmet& unmet : plan.unmet) {
    Json row = {{"need", needs.Of(unmet.need)},
                {"quantity", Int64(unmet.quantity)},
                {"reason", std::string(model::WordOf(unmet.reason))}};
    if (unmet.closed_offers > 0) {
      row["closed"] = ClosedJson(unmet, needs, offers);
      row["closedOffers"] = Int64(unmet.closed_offers);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Json FiguresJson(const model::OrderFigures& figures) {
  return {{"points", figures.points},
          {"needsFully", Int64(figures.needs_fully)},
          {"needsWithout", Int64(figures.needs_without)},
          {"minPlacePermille", Int64(figures.min_place_permille)},
          {"medianPlacePermille", Int64(figures.median_place_permille)}};
}

void AddFairness(const model::Fairness& fairness, Json& summary) {
  summary["criticalNeeds"] = Int64(fairness.critical_needs);
  summary["criticalWithout"] = Int64(fairness.critical_without);
  summary["mostMatchesOfADonor"] = Int64(fairness.most_matches_of_a_donor);
  summary["matchesPerDonorPermille"] =
      Int64(fairness.matches_per_donor_permille);
  Json units = Json::array();
  for (const model::UnitCoverage& unit : fairness.units) {
    units.push_back({{"unit", unit.unit},
                     {"needed", Int64(unit.needed)},
                     {"proposed", Int64(unit.proposed)}});
  }
  summary["units"] = std::move(units);
  // The price of fairness; told where there is a pool.
  if (fairness.by_value) summary["byValue"] = FiguresJson(*fairness.by_value);
  if (fairness.fair) summary["fair"] = FiguresJson(*fairness.fair);
}

Json ExtraCapacityJson(const model::ExtraCapacity& extra) {
  Json uncovered = Json::array();
  for (const model::PlaceId& place : extra.uncovered) {
    uncovered.push_back(place.value());
  }
  Json more = Json::array();
  for (const model::ExtraCapacity::More& row : extra.more) {
    more.push_back(
        {{"donor", row.donor.value()}, {"recipients", Int64(row.recipients)}});
  }
  return {{"recipients", Int64(extra.recipients)},
          {"mostCoverable", Int64(extra.most_coverable)},
          {"uncovered", std::move(uncovered)},
          {"extra", Int64(extra.extra)},
          {"more", std::move(more)}};
}

// What the pool ships, by tier; nothing where the policy has none.
void AddPoolValue(const planning::Plan& plan, Json& summary) {
  for (const model::StageCertificate& stage : plan.certificate) {
    if (stage.kind != model::StageKind::kPool) continue;
    summary["poolValue"] = stage.primal;
  }
}

Json SummaryJson(const planning::Plan& plan) {
  const model::Coverage& coverage = plan.coverage;
  Json summary = {
      {"pairings", Int64(static_cast<std::int64_t>(plan.pairings.size()))},
      {"matches", Int64(static_cast<std::int64_t>(plan.matches.size()))},
      {"donors", Int64(plan.donors)},
      {"needs", Int64(coverage.needs)},
      {"needsFully", Int64(coverage.needs_fully)},
      {"needsPartly", Int64(coverage.needs_partly)},
      {"needed", Int64(coverage.needed)},
      {"proposed", Int64(coverage.proposed)},
      {"places", Int64(coverage.places)},
      {"minPlacePermille", Int64(coverage.min_place_permille)},
      {"medianPlacePermille", Int64(coverage.median_place_permille)}};
  AddPoolValue(plan, summary);
  AddFairness(plan.fairness, summary);
  return summary;
}

Json CertificateJson(const planning::Plan& plan) {
  Json stages = Json::array();
  auto kind = model::StageKind::kCounterpart;
  for (const model::StageCertificate& stage : plan.certificate) {
    if (stage.kind == model::StageKind::kMutual) kind = stage.kind;
    stages.push_back({{"kind", std::string(model::WordOf(stage.kind))},
                      {"rung", stage.rung},
                      {"pass", stage.pass},
                      {"pairs", Int64(stage.pairs)},
                      {"edgesChecked", Int64(stage.edges_checked)},
                      {"primal", stage.primal},
                      {"dual", stage.dual},
                      {"verified", stage.verified}});
  }
  return {{"verified", plan.verified()},
          {"kind", std::string(model::WordOf(kind))},
          {"stages", std::move(stages)}};
}

}  // namespace

std::string PlanJson(const Folder& folder, const planning::Plan& plan) {
  const RowIds<model::Need> needs(folder.needs);
  const RowIds<model::Offer> offers(folder.offers);
  constexpr int kIndent = 2;
  const Json json = {{"pairings", PairingsJson(plan)},
                     {"matches", MatchesJson(plan, needs, offers)},
                     {"unmet", UnmetJson(plan, needs, offers)},
                     {"summary", SummaryJson(plan)},
                     {"extraCapacity", ExtraCapacityJson(plan.extra_capacity)},
                     {"certificate", CertificateJson(plan)},
                     {"inputHash", plan.input_hash}};
  return absl::StrCat(json.dump(kIndent), "\n");
}

}  // namespace twinaid::client
