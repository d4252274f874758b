// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/stage.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "matcher/certificate_check.h"
#include "matcher/instance.h"
#include "matcher/points.h"
#include "matcher/solution.h"
#include "matcher/solve.h"
#include "service/planning/plan_errors.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

matcher::Day DayOf(absl::CivilDay day) {
  return static_cast<matcher::Day>(day - absl::CivilDay(1970, 1, 1));
}
matcher::Day DayOf(const std::optional<absl::CivilDay>& day) {
  return day ? DayOf(*day) : matcher::kNoDay;
}

// The engine's instance, and where its needs and offers are in the records.
struct Stage {
  matcher::Instance instance;
  std::vector<std::int32_t> needs;
  std::vector<std::int32_t> offers;
};

void AddItems(const Records& records, matcher::Instance& instance) {
  for (std::size_t i = 0; i < records.items.size(); ++i) {
    const model::Item& item = *records.items[i];
    instance.items.push_back({records.group[i], item.base_content});
    for (const model::Substitute& s : item.substitutes) {
      instance.substitutes.push_back({static_cast<std::int32_t>(i),
                                      records.ItemAt(s.item, "").value(),
                                      s.quality_percent});
    }
  }
}

matcher::SubstituteRule RuleOf(model::SubstitutePolicy policy) {
  switch (policy) {
    case model::SubstitutePolicy::kNone:
      return matcher::SubstituteRule::kNone;
    case model::SubstitutePolicy::kAny:
      return matcher::SubstituteRule::kListed;
    case model::SubstitutePolicy::kListed:
      return matcher::SubstituteRule::kOnly;
  }
  return matcher::SubstituteRule::kNone;
}

absl::StatusOr<matcher::Need> ToEngine(
    const Records& records, const Entry<model::Need>& entry, std::int64_t left,
    std::vector<std::vector<matcher::ItemIndex>>& lists) {
  const model::Need& row = *entry.row;
  matcher::Need need;
  need.place = entry.place;
  need.item = entry.item;
  need.base_units = left;
  need.whole_units = row.open_to_matching().value();
  need.tier =
      static_cast<std::int8_t>(static_cast<int>(row.urgency) -
                               static_cast<int>(model::Urgency::kCritical));
  need.deadline = DayOf(row.needed_by);
  need.min_quality = static_cast<std::int8_t>(row.min_quality_percent);
  need.substitutes = RuleOf(row.substitutes);
  if (!row.listed_substitutes.empty()) {
    need.accepted = static_cast<matcher::ItemListIndex>(lists.size());
    std::vector<matcher::ItemIndex>& accepted = lists.emplace_back();
    for (const model::ItemId& id : row.listed_substitutes) {
      auto item = records.ItemAt(id, "need.listed_substitutes");
      if (!item.ok()) return item.status();
      accepted.push_back(*item);
    }
  }
  need.currency = entry.currency;
  return need;
}

absl::StatusOr<matcher::Offer> ToEngine(const PlanInput& input,
                                        const Records& records,
                                        const Entry<model::Offer>& entry,
                                        std::int64_t left) {
  const model::Offer& row = *entry.row;
  matcher::Offer offer;
  offer.place = entry.place;
  offer.item = entry.item;
  offer.base_units = left;
  const absl::CivilDay from =
      std::max(input.as_of, row.available_from.value_or(input.as_of));
  offer.ready = DayOf(from + row.lead_days);
  offer.available_until = DayOf(row.available_until);
  offer.expiry = DayOf(row.expires);
  if (!row.directed_to.empty()) {
    auto place = records.PlaceAt(row.directed_to, "offer.directed_to");
    if (!place.ok()) return place.status();
    offer.directed_to = *place;
  }
  if (row.min_lot) {
    offer.min_lot =
        row.min_lot->value() * records.items[At(entry.item)]->base_content;
  }
  offer.currency = entry.currency;
  return offer;
}

absl::StatusOr<Stage> MakeStage(const PlanInput& input, const Records& records,
                                const std::vector<PlaceTie>& ties,
                                const Remaining& remaining) {
  Stage stage;
  stage.instance.places = static_cast<std::int32_t>(records.places.size());
  AddItems(records, stage.instance);
  std::vector<bool> gives(records.places.size(), false);
  std::vector<bool> takes(records.places.size(), false);
  for (const PlaceTie& tie : ties) {
    gives[At(tie.donor)] = takes[At(tie.recipient)] = true;
    matcher::Tie row;
    row.donor = tie.donor;
    row.recipient = tie.recipient;
    row.transit_days = tie.transit_days;
    row.affinity = tie.affinity;
    row.tie = TieDigit(input.seed, records.places[At(tie.donor)]->id,
                       records.places[At(tie.recipient)]->id);
    stage.instance.ties.push_back(row);
  }
  std::map<std::int32_t, std::int32_t> offer_at;  // records to instance
  for (std::size_t i = 0; i < records.offers.size(); ++i) {
    const auto& entry = records.offers[i];
    if (!gives[At(entry.place)] || remaining.offers[i] == 0) continue;
    auto offer = ToEngine(input, records, entry, remaining.offers[i]);
    if (!offer.ok()) return offer.status();
    offer_at[static_cast<std::int32_t>(i)] =
        static_cast<std::int32_t>(stage.offers.size());
    stage.offers.push_back(static_cast<std::int32_t>(i));
    stage.instance.offers.push_back(*std::move(offer));
  }
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    const auto& entry = records.needs[i];
    // A need met by an earlier stage still has its part in the points.
    if (!takes[At(entry.place)]) continue;
    auto need =
        ToEngine(records, entry, remaining.needs[i], stage.instance.item_lists);
    if (!need.ok()) return need.status();
    for (const std::int32_t offer : records.declined[i]) {
      const auto it = offer_at.find(offer);
      if (it == offer_at.end()) continue;
      stage.instance.exclusions.push_back(
          {static_cast<std::int32_t>(stage.needs.size()), it->second});
    }
    stage.needs.push_back(static_cast<std::int32_t>(i));
    stage.instance.needs.push_back(*std::move(need));
  }
  return stage;
}

absl::Status Explain(const absl::Status& status) {
  if (absl::IsResourceExhausted(status)) {
    return InstanceTooBig(status.message());
  }
  if (absl::IsInvalidArgument(status)) {
    return InstanceNotValid(status.message());
  }
  return status;
}

std::string ToText(matcher::Int128 value) {
  const bool negative = value < 0;
  std::string text;
  do {
    const auto digit = static_cast<int>(value % 10);
    text.insert(text.begin(),
                static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) text.insert(text.begin(), '-');
  return text;
}

std::vector<std::string> ToTexts(const matcher::WeightTotal& total) {
  std::vector<std::string> texts;
  for (const matcher::Int128 digit : total.digits) {
    texts.push_back(ToText(digit));
  }
  return texts;
}

// The digits that stand for urgency.
model::TierPoints PointsOf(const matcher::Weight& weight) {
  return {weight[0], weight[1], weight[2], weight[3]};
}

model::UnmetReason ToModel(matcher::UnmetReason reason) {
  switch (reason) {
    case matcher::UnmetReason::kNoTie:
      return model::UnmetReason::kNoTie;
    case matcher::UnmetReason::kNoOffer:
      return model::UnmetReason::kNoOffer;
    case matcher::UnmetReason::kSubstituteNotAccepted:
      return model::UnmetReason::kSubstituteNotAccepted;
    case matcher::UnmetReason::kCurrency:
      return model::UnmetReason::kCurrency;
    case matcher::UnmetReason::kQuality:
      return model::UnmetReason::kQuality;
    case matcher::UnmetReason::kDirectedElsewhere:
      return model::UnmetReason::kDirectedElsewhere;
    case matcher::UnmetReason::kDeclinedTogether:
      return model::UnmetReason::kDeclinedTogether;
    case matcher::UnmetReason::kOfferWindow:
      return model::UnmetReason::kOfferWindow;
    case matcher::UnmetReason::kTooLate:
      return model::UnmetReason::kTooLate;
    case matcher::UnmetReason::kExpiresBeforeArrival:
      return model::UnmetReason::kExpiresBeforeArrival;
    case matcher::UnmetReason::kMinimumLot:
      return model::UnmetReason::kMinimumLot;
    case matcher::UnmetReason::kPlaceNotPaired:
      return model::UnmetReason::kPlaceNotPaired;
    case matcher::UnmetReason::kStockUsedUp:
      return model::UnmetReason::kStockUsedUp;
  }
  return model::UnmetReason::kNoTie;
}

using Ends = std::pair<std::int32_t, std::int32_t>;  // donor, recipient

// The pairs in which something flows.
std::set<Ends> Shipping(const Stage& stage, const matcher::Solution& solution) {
  std::set<Ends> shipping;
  for (const matcher::Flow& flow : solution.flows) {
    shipping.emplace(stage.instance.offers[At(flow.offer)].place,
                     stage.instance.needs[At(flow.need)].place);
  }
  return shipping;
}

void AddEdges(const Records& records, const std::vector<PlaceTie>& ties,
              const std::set<Ends>& shipping, const matcher::Instance& instance,
              const matcher::Solution& solution, Plan& plan) {
  std::set<std::pair<model::PlaceId, model::PlaceId>> known;
  for (const model::RoundEdge& edge : plan.edges) {
    known.emplace(edge.donor, edge.recipient);
  }
  for (const matcher::Edge& from : solution.edges) {
    const PlaceTie& tie = ties[At(from.tie)];
    model::RoundEdge edge;
    edge.donor = records.places[At(from.donor)]->id;
    edge.recipient = records.places[At(from.recipient)]->id;
    if (!known.emplace(edge.donor, edge.recipient).second) continue;
    edge.rung = tie.rung;
    if (tie.link != nullptr) edge.link = tie.link->id;
    edge.paired = shipping.contains({from.donor, from.recipient});
    edge.value = from.value.digits;
    const matcher::Certificate& proof = solution.certificate;
    edge.donor_price = PointsOf(proof.donor_potential[At(from.donor)]);
    edge.recipient_price =
        PointsOf(proof.recipient_potential[At(from.recipient)]);
    edge.slack = PointsOf(matcher::ReducedCost(instance, solution, from));
    plan.edges.push_back(std::move(edge));
  }
}

void AddPairings(const Records& records, int rung,
                 const std::vector<PlaceTie>& ties,
                 const std::set<Ends>& shipping,
                 const matcher::Solution& solution, Remaining& remaining,
                 Plan& plan) {
  for (const matcher::Pair& pair : solution.pairs) {
    if (!shipping.contains({pair.donor, pair.recipient})) continue;
    const PlaceTie& tie = ties[At(pair.tie)];
    PlannedPairing pairing;
    pairing.donor = records.places[At(pair.donor)]->id;
    pairing.recipient = records.places[At(pair.recipient)]->id;
    pairing.rung = tie.rung;
    if (tie.link != nullptr) pairing.link = tie.link->id;
    pairing.value = pair.value.digits;
    pairing.standing = rung == 0;
    plan.pairings.push_back(std::move(pairing));
    remaining.donor_free[At(pair.donor)] = false;
    remaining.recipient_free[At(pair.recipient)] = false;
  }
}

void AddMatches(const Records& records, const Stage& stage,
                const std::vector<PlaceTie>& ties,
                const matcher::Solution& solution, Remaining& remaining,
                Plan& plan) {
  std::map<Ends, int> rung_of;
  for (const matcher::Pair& pair : solution.pairs) {
    rung_of[{pair.donor, pair.recipient}] = ties[At(pair.tie)].rung;
  }
  for (const matcher::Flow& flow : solution.flows) {
    const std::int32_t n = stage.needs[At(flow.need)];
    const std::int32_t o = stage.offers[At(flow.offer)];
    const auto& need = records.needs[At(n)];
    const auto& offer = records.offers[At(o)];
    PlannedMatch match;
    match.need = need.row->name;
    match.offer = offer.row->name;
    match.need_item = need.row->item;
    match.offer_item = offer.row->item;
    match.quality_percent = flow.quality;
    match.quantity = model::BaseUnits(flow.base_units);
    match.rung = rung_of.at({offer.place, need.place});
    plan.matches.push_back(std::move(match));
    remaining.needs[At(n)] -= flow.base_units;
    remaining.offers[At(o)] -= flow.base_units;
  }
}

}  // namespace

absl::Status RunStage(const PlanInput& input, const Records& records, int rung,
                      const std::vector<PlaceTie>& ties, Remaining& remaining,
                      Reasons& reasons, Plan& plan) {
  auto stage = MakeStage(input, records, ties, remaining);
  if (!stage.ok()) return stage.status();
  auto solution = matcher::Solve(stage->instance);
  if (!solution.ok()) return Explain(solution.status());

  model::StageCertificate proof;
  proof.rung = rung;
  proof.pairs = static_cast<std::int64_t>(solution->pairs.size());
  proof.edges_checked = static_cast<std::int64_t>(solution->edges.size());
  proof.primal = ToTexts(solution->certificate.pairs_total);
  proof.dual = ToTexts(solution->certificate.potentials_total);
  proof.verified = matcher::CheckCertificate(stage->instance, *solution).ok();
  plan.certificate.push_back(std::move(proof));

  const std::set<Ends> shipping = Shipping(*stage, *solution);
  AddEdges(records, ties, shipping, stage->instance, *solution, plan);
  AddPairings(records, rung, ties, shipping, *solution, remaining, plan);
  AddMatches(records, *stage, ties, *solution, remaining, plan);
  for (const matcher::Unmet& unmet : solution->unmet) {
    model::UnmetReason& reason = reasons[At(stage->needs[At(unmet.need)])];
    reason = std::max(reason, ToModel(unmet.reason));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::planning
