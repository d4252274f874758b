// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/outlook.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "service/model/status_macros.h"

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

}  // namespace

absl::StatusOr<std::unique_ptr<const Outlook>> Outlook::Make(
    const PlanInput& input, const Records& records) {
  const Remaining start(records, input.policy);
  const Sides sides = SidesOf(records, start, model::Shape::kCounterpart);
  TWINAID_ASSIGN_OR_RETURN(std::vector<PlaceTie> ties,
                           TiesUpTo(records, start, sides, input.policy.rungs));
  TWINAID_ASSIGN_OR_RETURN(EngineInstance engine,
                           ToEngine(input, records, ties, start, Scope::kAll));
  const absl::Status valid = matcher::Validate(engine.instance);
  if (!valid.ok()) return Explain(valid);
  return std::unique_ptr<const Outlook>(
      new Outlook(records, std::move(ties), std::move(engine)));
}

Outlook::Outlook(const Records& records, std::vector<PlaceTie> ties,
                 EngineInstance engine)
    : records_(records),
      ties_(std::move(ties)),
      engine_(std::move(engine)),
      compatibility_(engine_.instance),
      ties_to_(records.places.size()),
      needs_of_(records.places.size()) {
  for (std::size_t t = 0; t < ties_.size(); ++t) {
    ties_to_[At(ties_[t].recipient)].push_back(static_cast<std::int32_t>(t));
  }
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    needs_of_[At(records.needs[i].place)].push_back(
        static_cast<std::int32_t>(i));
  }
  for (std::size_t i = 0; i < records.offers.size(); ++i) {
    const auto& offer = records.offers[i];
    offers_of_[{offer.place, records.group[At(offer.item)]}].push_back(
        static_cast<std::int32_t>(i));
  }
}

const std::vector<std::int32_t>& Outlook::OffersOf(std::int32_t place,
                                                   std::int32_t group) const {
  static const std::vector<std::int32_t> kNone;
  const auto it = offers_of_.find({place, group});
  return it == offers_of_.end() ? kNone : it->second;
}

model::UnmetReason Outlook::Judge(std::int32_t need, std::int32_t offer,
                                  int transit_days) const {
  return ToModel(compatibility_.Judge(need, offer, transit_days));
}

bool Outlook::HasValue(const PlaceTie& tie) const {
  const std::vector<std::int32_t>& needs = needs_of_[At(tie.recipient)];
  return std::any_of(needs.begin(), needs.end(), [&](std::int32_t need) {
    const std::int32_t group =
        records_.group[At(records_.needs[At(need)].item)];
    const std::vector<std::int32_t>& offers = OffersOf(tie.donor, group);
    return std::any_of(offers.begin(), offers.end(), [&](std::int32_t offer) {
      return Judge(need, offer, tie.transit_days) ==
             model::UnmetReason::kStockUsedUp;
    });
  });
}

}  // namespace twinaid::planning
