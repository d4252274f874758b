// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/plan.h"

#include <algorithm>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/round.h"
#include "service/convert/scheme.h"

namespace twinaid::convert {

v1::Plan ToProto(const planning::Plan& plan) {
  v1::Plan proto;
  for (const planning::PlannedPairing& pairing : plan.pairings) {
    v1::Plan::Pairing* row = proto.add_pairings();
    row->set_donor(NameOrEmpty(pairing.donor));
    row->set_recipient(NameOrEmpty(pairing.recipient));
    row->set_rung(pairing.rung);
    row->set_sister_link(NameOrEmpty(pairing.link));
    *row->mutable_value() = ToProto(pairing.value);
    row->set_standing(pairing.standing);
    const auto stage = static_cast<std::size_t>(pairing.stage);
    if (stage < plan.certificate.size()) {
      row->set_kind(
          ToEnum<v1::StageCertificate::Kind>(plan.certificate[stage].kind));
      row->set_pass(plan.certificate[stage].pass);
    }
    row->set_pair(pairing.pair);
  }
  for (const planning::PlannedMatch& match : plan.matches) {
    v1::Plan::Match* row = proto.add_matches();
    row->set_need(NameOrEmpty(match.need));
    row->set_offer(NameOrEmpty(match.offer));
    row->set_need_item(NameOrEmpty(match.need_item));
    row->set_offer_item(NameOrEmpty(match.offer_item));
    row->set_quality_percent(match.quality_percent);
    row->set_quantity(match.quantity.value());
    row->set_rung(match.rung);
    row->set_pooled(match.pooled);
  }
  for (const planning::PlannedUnmet& unmet : plan.unmet) {
    *proto.add_unmet() = ToProto(model::UnmetNeed{{},
                                                  unmet.need,
                                                  unmet.quantity,
                                                  unmet.reason,
                                                  unmet.closed,
                                                  unmet.closed_offers});
  }
  return proto;
}

v1::Round PreviewToProto(const model::Policy& policy, std::int64_t seed,
                         absl::CivilDay as_of, const planning::Plan& plan) {
  v1::Round proto;
  *proto.mutable_policy() = ToProto(policy);
  proto.set_seed(seed);
  *proto.mutable_as_of() = ToProto(as_of);
  proto.set_input_hash(plan.input_hash);
  proto.set_pairings(std::count_if(
      plan.pairings.begin(), plan.pairings.end(),
      [](const planning::PlannedPairing& p) { return !p.standing; }));
  proto.set_matches(static_cast<std::int64_t>(plan.matches.size()));
  proto.set_donors(plan.donors);
  *proto.mutable_coverage() = ToProto(plan.coverage);
  *proto.mutable_fairness() = ToProto(plan.fairness);
  *proto.mutable_extra_capacity() = ToProto(plan.extra_capacity);
  for (const model::StageCertificate& stage : plan.certificate) {
    *proto.add_certificate() = ToProto(stage);
  }
  *proto.mutable_plan() = ToProto(plan);
  return proto;
}

}  // namespace twinaid::convert
