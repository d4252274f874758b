// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/planning/plan_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/support/status_matchers.h"

namespace twinaid::planning {
namespace {

std::string Ids(const model::PlaceId& a, const model::PlaceId& b) {
  return absl::StrCat(a.value(), ">", b.value());
}

std::string Points(const model::TierPoints& points) {
  return absl::StrJoin(points, ",");
}

void AddUnmet(const PlannedUnmet& unmet, std::string& text) {
  absl::StrAppend(&text, "unmet ", unmet.need.ToString(), " ",
                  unmet.quantity.value(), " ", static_cast<int>(unmet.reason),
                  " ", unmet.closed_offers, "\n");
  for (const model::ClosedOffer& closed : unmet.closed) {
    absl::StrAppend(&text, "  closed ", closed.offer.ToString(), " ",
                    closed.available.value());
    for (const model::ClosedOffer::Served& served : closed.serves) {
      absl::StrAppend(&text, " ", served.need.ToString(), "=",
                      served.quantity.value());
    }
    absl::StrAppend(&text, "\n");
  }
}

void AddFigures(const std::optional<model::OrderFigures>& figures,
                std::string& text) {
  if (!figures) return;
  absl::StrAppend(&text, "figures ", absl::StrJoin(figures->points, ","), " ",
                  figures->needs_fully, " ", figures->needs_without, " ",
                  figures->min_place_permille, " ",
                  figures->median_place_permille, "\n");
}

void AddFairness(const model::Fairness& fairness, std::string& text) {
  absl::StrAppend(&text, "fairness ", fairness.critical_needs, " ",
                  fairness.critical_without, " ",
                  fairness.most_matches_of_a_donor, " ",
                  fairness.matches_per_donor_permille, "\n");
  for (const model::UnitCoverage& unit : fairness.units) {
    absl::StrAppend(&text, "unit ", unit.unit, " ", unit.needed, " ",
                    unit.proposed, "\n");
  }
  AddFigures(fairness.by_value, text);
  AddFigures(fairness.fair, text);
}

}  // namespace

Plan PlanOf(const PlanInput& input) {
  absl::StatusOr<Plan> plan = MakePlan(input);
  EXPECT_THAT(plan, IsOk());
  if (!plan.ok()) return Plan{};
  EXPECT_TRUE(plan->verified());
  for (const model::StageCertificate& stage : plan->certificate) {
    EXPECT_TRUE(stage.verified);
  }
  return *std::move(plan);
}

Plan PlanOf(const SmallWorld& world) { return PlanOf(world.input); }

std::vector<std::string> PairsOf(const Plan& plan) {
  std::vector<std::string> pairs;
  for (const PlannedPairing& pairing : plan.pairings) {
    pairs.push_back(Ids(pairing.donor, pairing.recipient));
  }
  return pairs;
}

std::vector<std::string> FlowsOf(const Plan& plan) {
  std::vector<std::string> flows;
  for (const PlannedMatch& match : plan.matches) {
    flows.push_back(absl::StrCat(Ids(match.offer.parent, match.need.parent),
                                 " ", match.quantity.value()));
  }
  return flows;
}

std::string TextOf(const Plan& plan) {
  std::string text = absl::StrCat("hash ", plan.input_hash, "\n");
  for (const PlannedPairing& p : plan.pairings) {
    absl::StrAppend(&text, "pairing ", Ids(p.donor, p.recipient), " ", p.rung,
                    " ", p.link.value(), " ", Points(p.value), " ", p.standing,
                    " ", p.stage, " ", p.pair, "\n");
  }
  for (const PlannedMatch& m : plan.matches) {
    absl::StrAppend(&text, "match ", m.need.ToString(), " ", m.offer.ToString(),
                    " ", m.offer_item.value(), " ", m.quality_percent, " ",
                    m.quantity.value(), " ", m.rung, " ", m.pooled, "\n");
  }
  for (const PlannedUnmet& unmet : plan.unmet) AddUnmet(unmet, text);
  for (const model::RoundEdge& e : plan.edges) {
    absl::StrAppend(&text, "edge ", e.stage, " ", Ids(e.donor, e.recipient),
                    " ", e.rung, " ", e.link.value(), " ", e.paired, " ",
                    Points(e.value), " ", Points(e.donor_price), " ",
                    Points(e.recipient_price), " ", Points(e.slack), "\n");
  }
  for (const model::StageCertificate& c : plan.certificate) {
    absl::StrAppend(&text, "stage ", static_cast<int>(c.kind), " ", c.rung, " ",
                    c.pass, " ", c.pairs, " ", c.edges_checked, " ",
                    absl::StrJoin(c.primal, ","), " ",
                    absl::StrJoin(c.dual, ","), " ", c.verified, "\n");
  }
  AddFairness(plan.fairness, text);
  const model::ExtraCapacity& extra = plan.extra_capacity;
  absl::StrAppend(&text, "extra ", extra.recipients, " ", extra.most_coverable,
                  " ", extra.extra, "\n");
  for (const model::PlaceId& place : extra.uncovered) {
    absl::StrAppend(&text, "uncovered ", place.value(), "\n");
  }
  for (const model::ExtraCapacity::More& more : extra.more) {
    absl::StrAppend(&text, "more ", more.donor.value(), " ", more.recipients,
                    "\n");
  }
  return text;
}

}  // namespace twinaid::planning
