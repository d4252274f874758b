// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/pairing.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"

namespace twinaid::convert {

v1::Pairing ToProto(const model::Pairing& pairing) {
  v1::Pairing proto;
  const std::string name = NameOrEmpty(pairing.name);
  proto.set_name(name);
  proto.set_donor(NameOrEmpty(pairing.donor));
  proto.set_recipient(NameOrEmpty(pairing.recipient));
  proto.set_state(ToEnum<v1::Pairing::State>(pairing.state));
  proto.set_rung(pairing.rung);
  proto.set_sister_link(NameOrEmpty(pairing.link));
  *proto.mutable_value() = ToProto(pairing.value);
  proto.set_round(NameOrEmpty(pairing.round));
  proto.set_pair_id(pairing.pair_id);
  proto.set_returns_help(pairing.returns_help);
  SetMeta(name, pairing.meta, proto);
  return proto;
}

v1::CandidatePair ToProto(const model::RoundEdge& edge) {
  v1::CandidatePair proto;
  proto.set_donor(NameOrEmpty(edge.donor));
  proto.set_recipient(NameOrEmpty(edge.recipient));
  proto.set_rung(edge.rung);
  proto.set_sister_link(NameOrEmpty(edge.link));
  proto.set_paired(edge.paired);
  *proto.mutable_value() = ToProto(edge.value);
  *proto.mutable_donor_price() = ToProto(edge.donor_price);
  *proto.mutable_recipient_price() = ToProto(edge.recipient_price);
  *proto.mutable_slack() = ToProto(edge.slack);
  proto.set_stage(edge.stage);
  return proto;
}

}  // namespace twinaid::convert
