// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/need.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {

v1::Need ToProto(const model::Need& need) {
  v1::Need proto;
  const std::string name = NameOrEmpty(need.name);
  proto.set_name(name);
  proto.set_item(NameOrEmpty(need.item));
  proto.set_quantity(need.quantity.value());
  proto.set_urgency(ToEnum<v1::Urgency>(need.urgency));
  if (need.needed_by) *proto.mutable_needed_by() = ToProto(*need.needed_by);
  proto.set_substitutes(ToEnum<v1::Need::SubstitutePolicy>(need.substitutes));
  for (const model::ItemId& item : need.listed_substitutes) {
    proto.add_listed_substitutes(NameOrEmpty(item));
  }
  proto.set_min_quality_percent(need.min_quality_percent);
  proto.set_currency(need.currency);
  proto.set_beneficiary(NameOrEmpty(need.beneficiary));
  proto.set_note(need.note);
  proto.set_note_language(need.note_language);
  proto.set_state(ToEnum<v1::Need::State>(need.state()));
  proto.set_total(need.total.value());
  proto.set_proposed(need.tallies.proposed.value());
  proto.set_committed(need.tallies.committed.value());
  proto.set_in_transit(need.tallies.in_transit.value());
  proto.set_received(need.tallies.received.value());
  proto.set_outstanding(need.outstanding().value());
  proto.set_open(need.open_to_matching().value());
  *proto.mutable_confirm_time() = ToProto(need.confirm_time);
  SetMeta(name, need.meta, proto);
  return proto;
}

absl::StatusOr<model::Need> FromProto(const v1::Need& proto) {
  model::Need need;
  TWINAID_ASSIGN_OR_RETURN(
      need.name, FromNestedName<model::NeedName>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(need.item,
                           FromName<model::ItemId>(proto.item(), "item"));
  need.quantity = model::Units(proto.quantity());
  TWINAID_ASSIGN_OR_RETURN(
      need.urgency,
      FromEnumOr(proto.urgency(), model::Urgency::kMedium, "urgency"));
  if (proto.has_needed_by()) {
    TWINAID_ASSIGN_OR_RETURN(need.needed_by,
                             FromProto(proto.needed_by(), "needed_by"));
  }
  TWINAID_ASSIGN_OR_RETURN(
      need.substitutes,
      FromEnumOr(proto.substitutes(), model::SubstitutePolicy::kNone,
                 "substitutes"));
  TWINAID_ASSIGN_OR_RETURN(need.listed_substitutes,
                           FromNames<model::ItemId>(proto.listed_substitutes(),
                                                    "listed_substitutes"));
  need.min_quality_percent = proto.min_quality_percent();
  need.currency = proto.currency();
  TWINAID_ASSIGN_OR_RETURN(
      need.beneficiary,
      FromName<model::OrganizationId>(proto.beneficiary(), "beneficiary"));
  need.note = proto.note();
  need.note_language = proto.note_language();
  return need;
}

}  // namespace twinaid::convert
