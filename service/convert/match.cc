// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/match.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {
namespace {

v1::Match::Decision ToProto(const model::Decision& decision) {
  v1::Match::Decision proto;
  proto.set_answer(ToEnum<v1::Match::Decision::Answer>(decision.answer));
  proto.set_principal(decision.principal);
  proto.set_by_telephone(decision.by_telephone);
  if (decision.time) *proto.mutable_time() = convert::ToProto(*decision.time);
  return proto;
}

v1::Match::Document ToProto(const model::Document& document) {
  v1::Match::Document proto;
  proto.set_title(document.title);
  proto.set_uri(document.uri);
  return proto;
}

v1::Match::Dispatch ToProto(const model::Dispatch& dispatch) {
  v1::Match::Dispatch proto;
  *proto.mutable_time() = convert::ToProto(dispatch.time);
  proto.set_quantity(dispatch.quantity.value());
  proto.set_carrier(dispatch.carrier);
  proto.set_reference(dispatch.reference);
  for (const model::Document& document : dispatch.documents) {
    *proto.add_documents() = ToProto(document);
  }
  return proto;
}

v1::Match::Receipt ToProto(const model::Receipt& receipt) {
  v1::Match::Receipt proto;
  *proto.mutable_time() = convert::ToProto(receipt.time);
  proto.set_received(receipt.received.value());
  for (const model::Missing& part : receipt.missing) {
    v1::Match::Missing* missing = proto.add_missing();
    missing->set_quantity(part.quantity.value());
    missing->set_reason(ToEnum<v1::Reason>(part.reason));
    missing->set_note(part.note);
  }
  proto.set_note(receipt.note);
  for (const model::Document& document : receipt.documents) {
    *proto.add_documents() = ToProto(document);
  }
  return proto;
}

}  // namespace

v1::Match ToProto(const model::Match& match) {
  v1::Match proto;
  const std::string name = NameOrEmpty(match.id);
  proto.set_name(name);
  proto.set_need(NameOrEmpty(match.need));
  proto.set_offer(NameOrEmpty(match.offer));
  proto.set_quantity(match.quantity.value());
  proto.set_origin(ToEnum<v1::Match::Origin>(match.origin));
  proto.set_donor_place(NameOrEmpty(match.donor_place()));
  proto.set_recipient_place(NameOrEmpty(match.recipient_place()));
  proto.set_need_item(NameOrEmpty(match.need_item));
  proto.set_offer_item(NameOrEmpty(match.offer_item));
  proto.set_quality_percent(match.quality_percent);
  proto.set_pairing(NameOrEmpty(match.pairing));
  proto.set_round(NameOrEmpty(match.round));
  proto.set_rung(match.rung);
  proto.set_state(ToEnum<v1::Match::State>(match.state));
  *proto.mutable_donor_decision() = ToProto(match.donor_decision);
  *proto.mutable_recipient_decision() = ToProto(match.recipient_decision);
  for (const model::Dispatch& dispatch : match.dispatches) {
    *proto.add_dispatches() = ToProto(dispatch);
  }
  for (const model::Receipt& receipt : match.receipts) {
    *proto.add_receipts() = ToProto(receipt);
  }
  proto.set_dispatch_final(match.dispatch_final);
  proto.set_dispatched(match.dispatched().value());
  proto.set_received(match.received().value());
  proto.set_missing(match.missing().value());
  proto.set_in_transit(match.in_transit().value());
  proto.set_end_reason(ToEnum<v1::Reason>(match.end_reason));
  proto.set_end_note(match.end_note);
  if (match.state == model::MatchState::kProposed && match.answer_by) {
    *proto.mutable_answer_by() = convert::ToProto(*match.answer_by);
  }
  proto.set_keeps_apart(ToEnum<v1::Match::Apart>(match.keeps_apart));
  proto.set_substitute_refused(match.substitute_refused);
  proto.set_category(ToEnum<v1::Category>(match.category));
  proto.set_currency(match.currency);
  proto.set_replaces(NameOrEmpty(match.replaces));
  SetMeta(name, match.meta, proto);
  return proto;
}

absl::StatusOr<std::vector<model::Missing>> FromMissing(
    const google::protobuf::RepeatedPtrField<v1::Match::Missing>& missing) {
  std::vector<model::Missing> parts;
  for (int i = 0; i < missing.size(); ++i) {
    model::Missing part;
    part.quantity = model::BaseUnits(missing[i].quantity());
    TWINAID_ASSIGN_OR_RETURN(
        part.reason,
        FromEnum<model::Reason>(missing[i].reason(),
                                absl::StrCat("missing[", i, "].reason")));
    part.note = missing[i].note();
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<model::Document> FromDocuments(
    const google::protobuf::RepeatedPtrField<v1::Match::Document>& documents) {
  std::vector<model::Document> rows;
  for (const v1::Match::Document& document : documents) {
    rows.push_back({document.title(), document.uri()});
  }
  return rows;
}

}  // namespace twinaid::convert
