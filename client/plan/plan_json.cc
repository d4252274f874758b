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
    rows.push_back({{"donor", pairing.donor.value()},
                    {"recipient", pairing.recipient.value()},
                    {"value", std::move(value)},
                    {"rung", pairing.rung}});
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
         {"quality", match.quality_percent / kPercent}});
  }
  return rows;
}

Json UnmetJson(const planning::Plan& plan, const RowIds<model::Need>& needs) {
  Json rows = Json::array();
  for (const planning::PlannedUnmet& unmet : plan.unmet) {
    rows.push_back({{"need", needs.Of(unmet.need)},
                    {"quantity", Int64(unmet.quantity)},
                    {"reason", std::string(model::WordOf(unmet.reason))}});
  }
  return rows;
}

Json SummaryJson(const planning::Plan& plan) {
  const model::Coverage& coverage = plan.coverage;
  return {{"pairings", Int64(static_cast<std::int64_t>(plan.pairings.size()))},
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
}

Json CertificateJson(const planning::Plan& plan) {
  Json stages = Json::array();
  for (const model::StageCertificate& stage : plan.certificate) {
    stages.push_back({{"rung", stage.rung},
                      {"pairs", Int64(stage.pairs)},
                      {"edgesChecked", Int64(stage.edges_checked)},
                      {"primal", stage.primal},
                      {"dual", stage.dual},
                      {"verified", stage.verified}});
  }
  return {{"verified", plan.verified()},
          {"kind", "counterpart_duality"},
          {"stages", std::move(stages)}};
}

}  // namespace

std::string PlanJson(const Folder& folder, const planning::Plan& plan) {
  const RowIds<model::Need> needs(folder.needs);
  const RowIds<model::Offer> offers(folder.offers);
  constexpr int kIndent = 2;
  const Json json = {{"pairings", PairingsJson(plan)},
                     {"matches", MatchesJson(plan, needs, offers)},
                     {"unmet", UnmetJson(plan, needs)},
                     {"summary", SummaryJson(plan)},
                     {"certificate", CertificateJson(plan)},
                     {"inputHash", plan.input_hash}};
  return absl::StrCat(json.dump(kIndent), "\n");
}

}  // namespace twinaid::client
