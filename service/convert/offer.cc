// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/offer.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {

v1::Offer ToProto(const model::Offer& offer) {
  v1::Offer proto;
  const std::string name = NameOrEmpty(offer.name);
  proto.set_name(name);
  proto.set_item(NameOrEmpty(offer.item));
  proto.set_quantity(offer.quantity.value());
  if (offer.available_from) {
    *proto.mutable_available_from() = ToProto(*offer.available_from);
  }
  if (offer.available_until) {
    *proto.mutable_available_until() = ToProto(*offer.available_until);
  }
  if (offer.expires) *proto.mutable_expires() = ToProto(*offer.expires);
  if (offer.min_lot) proto.set_min_lot(offer.min_lot->value());
  proto.set_lead_days(offer.lead_days);
  proto.set_directed_to(NameOrEmpty(offer.directed_to));
  proto.set_currency(offer.currency);
  proto.set_donor(NameOrEmpty(offer.donor));
  for (const std::string& text : offer.certificates) {
    proto.add_certificates(text);
  }
  proto.set_note(offer.note);
  proto.set_note_language(offer.note_language);
  proto.set_state(ToEnum<v1::Offer::State>(offer.state()));
  proto.set_total(offer.total.value());
  proto.set_proposed(offer.tallies.proposed.value());
  proto.set_committed(offer.tallies.committed.value());
  proto.set_dispatched(offer.tallies.dispatched.value());
  proto.set_available(offer.available().value());
  *proto.mutable_confirm_time() = ToProto(offer.confirm_time);
  SetMeta(name, offer.meta, proto);
  return proto;
}

absl::StatusOr<model::Offer> FromProto(const v1::Offer& proto) {
  model::Offer offer;
  TWINAID_ASSIGN_OR_RETURN(
      offer.name, FromNestedName<model::OfferName>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(offer.item,
                           FromName<model::ItemId>(proto.item(), "item"));
  offer.quantity = model::Units(proto.quantity());
  if (proto.has_available_from()) {
    TWINAID_ASSIGN_OR_RETURN(
        offer.available_from,
        FromProto(proto.available_from(), "available_from"));
  }
  if (proto.has_available_until()) {
    TWINAID_ASSIGN_OR_RETURN(
        offer.available_until,
        FromProto(proto.available_until(), "available_until"));
  }
  if (proto.has_expires()) {
    TWINAID_ASSIGN_OR_RETURN(offer.expires,
                             FromProto(proto.expires(), "expires"));
  }
  if (proto.min_lot() != 0) offer.min_lot = model::Units(proto.min_lot());
  offer.lead_days = proto.lead_days();
  TWINAID_ASSIGN_OR_RETURN(
      offer.directed_to,
      FromName<model::PlaceId>(proto.directed_to(), "directed_to"));
  offer.currency = proto.currency();
  TWINAID_ASSIGN_OR_RETURN(
      offer.donor, FromName<model::OrganizationId>(proto.donor(), "donor"));
  offer.certificates.assign(proto.certificates().begin(),
                            proto.certificates().end());
  offer.note = proto.note();
  offer.note_language = proto.note_language();
  return offer;
}

}  // namespace twinaid::convert
