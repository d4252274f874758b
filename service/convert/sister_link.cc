// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/sister_link.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {

v1::SisterLink ToProto(const model::SisterLink& link) {
  v1::SisterLink proto;
  const std::string name = NameOrEmpty(link.id);
  proto.set_name(name);
  proto.set_place_a(NameOrEmpty(link.place_a));
  proto.set_place_b(NameOrEmpty(link.place_b));
  proto.set_kind(ToEnum<v1::SisterLink::Kind>(link.kind));
  if (link.since_year) proto.set_since_year(*link.since_year);
  proto.set_state(ToEnum<v1::SisterLink::State>(link.state));
  proto.set_transit_days(link.transit_days);
  proto.set_note(link.note);
  SetMeta(name, link.meta, proto);
  return proto;
}

absl::StatusOr<model::SisterLink> FromProto(const v1::SisterLink& proto) {
  model::SisterLink link;
  TWINAID_ASSIGN_OR_RETURN(link.id,
                           FromName<model::SisterLinkId>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(
      link.place_a, FromName<model::PlaceId>(proto.place_a(), "place_a"));
  TWINAID_ASSIGN_OR_RETURN(
      link.place_b, FromName<model::PlaceId>(proto.place_b(), "place_b"));
  TWINAID_ASSIGN_OR_RETURN(link.kind,
                           FromEnum<model::LinkKind>(proto.kind(), "kind"));
  if (proto.has_since_year()) link.since_year = proto.since_year();
  TWINAID_ASSIGN_OR_RETURN(
      link.state,
      FromEnumOr(proto.state(), model::LinkState::kActive, "state"));
  link.transit_days = proto.transit_days();
  link.note = proto.note();
  return link;
}

}  // namespace twinaid::convert
