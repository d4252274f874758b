// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/round.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/scheme.h"

namespace twinaid::convert {
namespace {

v1::OrderFigures Figures(const model::OrderFigures& figures) {
  v1::OrderFigures proto;
  for (const std::string& digit : figures.points) proto.add_points(digit);
  proto.set_needs_fully(figures.needs_fully);
  proto.set_needs_without(figures.needs_without);
  proto.set_min_place_permille(figures.min_place_permille);
  proto.set_median_place_permille(figures.median_place_permille);
  return proto;
}

}  // namespace

v1::Coverage ToProto(const model::Coverage& coverage) {
  v1::Coverage proto;
  proto.set_needs(coverage.needs);
  proto.set_needs_fully(coverage.needs_fully);
  proto.set_needs_partly(coverage.needs_partly);
  proto.set_needed(coverage.needed.value());
  proto.set_proposed(coverage.proposed.value());
  proto.set_places(coverage.places);
  proto.set_min_place_permille(coverage.min_place_permille);
  proto.set_median_place_permille(coverage.median_place_permille);
  return proto;
}

v1::Fairness ToProto(const model::Fairness& fairness) {
  v1::Fairness proto;
  proto.set_critical_needs(fairness.critical_needs);
  proto.set_critical_without(fairness.critical_without);
  for (const model::UnitCoverage& unit : fairness.units) {
    v1::UnitCoverage* row = proto.add_units();
    row->set_unit(unit.unit);
    row->set_needed(unit.needed);
    row->set_proposed(unit.proposed);
  }
  proto.set_most_matches_of_a_donor(fairness.most_matches_of_a_donor);
  proto.set_matches_per_donor_permille(fairness.matches_per_donor_permille);
  if (fairness.by_value)
    *proto.mutable_by_value() = Figures(*fairness.by_value);
  if (fairness.fair) *proto.mutable_fair() = Figures(*fairness.fair);
  return proto;
}

v1::ExtraCapacity ToProto(const model::ExtraCapacity& extra) {
  v1::ExtraCapacity proto;
  proto.set_recipients(extra.recipients);
  proto.set_most_coverable(extra.most_coverable);
  for (const model::PlaceId& place : extra.uncovered) {
    proto.add_uncovered(NameOrEmpty(place));
  }
  proto.set_extra(extra.extra);
  for (const model::ExtraCapacity::More& more : extra.more) {
    v1::ExtraCapacity::More* row = proto.add_more();
    row->set_donor(NameOrEmpty(more.donor));
    row->set_recipients(more.recipients);
  }
  return proto;
}

v1::StageCertificate ToProto(const model::StageCertificate& stage) {
  v1::StageCertificate proto;
  proto.set_rung(stage.rung);
  proto.set_pairs(stage.pairs);
  proto.set_edges_checked(stage.edges_checked);
  for (const std::string& digit : stage.primal) proto.add_primal(digit);
  for (const std::string& digit : stage.dual) proto.add_dual(digit);
  proto.set_verified(stage.verified);
  proto.set_kind(ToEnum<v1::StageCertificate::Kind>(stage.kind));
  proto.set_pass(stage.pass);
  if (stage.solve_time != absl::ZeroDuration()) {
    *proto.mutable_solve_time() = ToProto(stage.solve_time);
  }
  if (stage.check_time != absl::ZeroDuration()) {
    *proto.mutable_check_time() = ToProto(stage.check_time);
  }
  return proto;
}

v1::UnmetNeed ToProto(const model::UnmetNeed& unmet) {
  v1::UnmetNeed proto;
  proto.set_need(NameOrEmpty(unmet.need));
  proto.set_quantity(unmet.quantity.value());
  proto.set_reason(ToEnum<v1::UnmetNeed::Reason>(unmet.reason));
  for (const model::ClosedOffer& offer : unmet.closed) {
    v1::ClosedOffer* row = proto.add_closed();
    row->set_offer(NameOrEmpty(offer.offer));
    row->set_available(offer.available.value());
    for (const model::ClosedOffer::Served& served : offer.serves) {
      v1::ClosedOffer::Served* need = row->add_serves();
      need->set_need(NameOrEmpty(served.need));
      need->set_quantity(served.quantity.value());
    }
  }
  proto.set_closed_offers(unmet.closed_offers);
  return proto;
}

v1::StaleProposal ToProto(const model::StaleProposal& stale) {
  v1::StaleProposal proto;
  proto.set_need(NameOrEmpty(stale.need));
  proto.set_offer(NameOrEmpty(stale.offer));
  proto.set_quantity(stale.quantity.value());
  proto.set_why(stale.why);
  return proto;
}

v1::Round ToProto(const model::Round& round, model::Language language) {
  v1::Round proto;
  const std::string name = NameOrEmpty(round.name);
  proto.set_name(name);
  proto.set_state(ToEnum<v1::Round::State>(round.state));
  *proto.mutable_policy() = ToProto(round.policy);
  proto.set_seed(round.seed);
  *proto.mutable_as_of() = ToProto(round.as_of);
  proto.set_input_hash(round.input_hash);
  proto.set_pairings(round.pairings);
  proto.set_matches(round.matches);
  proto.set_donors(round.donors);
  *proto.mutable_coverage() = ToProto(round.coverage);
  *proto.mutable_fairness() = ToProto(round.fairness);
  *proto.mutable_extra_capacity() = ToProto(round.extra_capacity);
  for (const model::StageCertificate& stage : round.certificate) {
    *proto.add_certificate() = ToProto(stage);
  }
  for (const model::StaleProposal& stale : round.stale) {
    *proto.add_stale() = ToProto(stale);
  }
  proto.set_failure(model::TextOf(round.failure, language));
  proto.set_failure_reason(round.failure.reason);
  if (round.finish_time) {
    *proto.mutable_finish_time() = ToProto(*round.finish_time);
  }
  SetMeta(name, round.meta, proto);
  return proto;
}

}  // namespace twinaid::convert
