// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/answers.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/match.h"
#include "service/convert/pairing.h"
#include "service/convert/round.h"

namespace twinaid::rpc {
namespace {

using convert::NameOrEmpty;

v1::CandidatePair ToProto(const core::Candidate& candidate) {
  v1::CandidatePair proto = convert::ToProto(candidate.edge);
  proto.set_kind(convert::ToEnum<v1::StageCertificate::Kind>(candidate.kind));
  proto.set_pass(candidate.pass);
  if (candidate.cost) {
    *proto.mutable_cost() = convert::ToProto(*candidate.cost);
  }
  if (candidate.pair_value) {
    *proto.mutable_pair_value() = convert::ToProto(*candidate.pair_value);
  }
  return proto;
}

using Changes = google::protobuf::RepeatedPtrField<
    v1::CompareRoundsResponse::PairingChange>;
void Add(const std::vector<core::PairingChange>& changes, Changes* to) {
  for (const core::PairingChange& change : changes) {
    v1::CompareRoundsResponse::PairingChange* row = to->Add();
    row->set_donor(NameOrEmpty(change.donor));
    row->set_recipient(NameOrEmpty(change.recipient));
    if (change.before) {
      *row->mutable_before() = convert::ToProto(*change.before);
    }
    if (change.after) *row->mutable_after() = convert::ToProto(*change.after);
  }
}

using NeedChanges =
    google::protobuf::RepeatedPtrField<v1::CompareRoundsResponse::NeedChange>;
void Add(const std::vector<core::NeedChange>& changes, NeedChanges* to) {
  for (const core::NeedChange& change : changes) {
    v1::CompareRoundsResponse::NeedChange* row = to->Add();
    row->set_need(NameOrEmpty(change.need));
    row->set_before(change.before.value());
    row->set_after(change.after.value());
    if (change.reason) {
      row->set_reason(convert::ToEnum<v1::UnmetNeed::Reason>(*change.reason));
    }
  }
}

}  // namespace

v1::ExplainPairingResponse ToProto(const core::PairingExplanation& why) {
  v1::ExplainPairingResponse proto;
  *proto.mutable_pairing() = convert::ToProto(why.pairing);
  *proto.mutable_pair() = ToProto(why.chosen);
  for (const core::Candidate& other : why.donor_alternatives) {
    *proto.add_donor_alternatives() = ToProto(other);
  }
  for (const core::Candidate& other : why.recipient_alternatives) {
    *proto.add_recipient_alternatives() = ToProto(other);
  }
  return proto;
}

v1::ExplainNeedResponse ToProto(const core::NeedExplanation& why) {
  v1::ExplainNeedResponse proto;
  proto.set_outcome(
      convert::ToEnum<v1::ExplainNeedResponse::Outcome>(why.outcome));
  proto.set_proposed(why.proposed.value());
  for (const model::Match& match : why.matches) {
    *proto.add_matches() = convert::ToProto(match);
  }
  if (why.unmet) *proto.mutable_unmet() = convert::ToProto(*why.unmet);
  for (const model::Pairing& pairing : why.pairings) {
    *proto.add_pairings() = convert::ToProto(pairing);
  }
  for (const model::StaleProposal& stale : why.stale) {
    *proto.add_stale() = convert::ToProto(stale);
  }
  return proto;
}

v1::CompareRoundsResponse ToProto(const core::RoundComparison& compared) {
  v1::CompareRoundsResponse proto;
  // Both have a result, and so no failure to tell in one language or another.
  constexpr auto kAny = model::Language::kEnglish;
  *proto.mutable_round() = convert::ToProto(compared.round, kAny);
  if (compared.base) {
    *proto.mutable_base() = convert::ToProto(*compared.base, kAny);
  }
  Add(compared.gained, proto.mutable_gained());
  Add(compared.lost, proto.mutable_lost());
  Add(compared.changed, proto.mutable_changed());
  Add(compared.unmet_gained, proto.mutable_unmet_gained());
  Add(compared.unmet_lost, proto.mutable_unmet_lost());
  Add(compared.unmet_changed, proto.mutable_unmet_changed());
  return proto;
}

}  // namespace twinaid::rpc
