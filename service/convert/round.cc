// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/round.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/scheme.h"

namespace twinaid::convert {

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

v1::StageCertificate ToProto(const model::StageCertificate& stage) {
  v1::StageCertificate proto;
  proto.set_rung(stage.rung);
  proto.set_pairs(stage.pairs);
  proto.set_edges_checked(stage.edges_checked);
  for (const std::string& digit : stage.primal) proto.add_primal(digit);
  for (const std::string& digit : stage.dual) proto.add_dual(digit);
  proto.set_verified(stage.verified);
  return proto;
}

v1::UnmetNeed ToProto(const model::UnmetNeed& unmet) {
  v1::UnmetNeed proto;
  proto.set_need(NameOrEmpty(unmet.need));
  proto.set_quantity(unmet.quantity.value());
  proto.set_reason(ToEnum<v1::UnmetNeed::Reason>(unmet.reason));
  return proto;
}

v1::Round ToProto(const model::Round& round) {
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
  for (const model::StageCertificate& stage : round.certificate) {
    *proto.add_certificate() = ToProto(stage);
  }
  for (const model::StaleProposal& stale : round.stale) {
    v1::StaleProposal* row = proto.add_stale();
    row->set_need(NameOrEmpty(stale.need));
    row->set_offer(NameOrEmpty(stale.offer));
    row->set_quantity(stale.quantity.value());
    row->set_why(stale.why);
  }
  proto.set_failure(round.failure);
  if (round.finish_time) {
    *proto.mutable_finish_time() = ToProto(*round.finish_time);
  }
  SetMeta(name, round.meta, proto);
  return proto;
}

}  // namespace twinaid::convert
