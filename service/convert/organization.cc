// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/organization.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {

v1::Organization ToProto(const model::Organization& organization) {
  v1::Organization proto;
  const std::string name = NameOrEmpty(organization.id);
  proto.set_name(name);
  proto.set_kind(ToEnum<v1::Organization::Kind>(organization.kind));
  proto.set_name_en(organization.name_en);
  proto.set_name_zh(organization.name_zh);
  proto.set_seat(NameOrEmpty(organization.seat));
  proto.set_note(organization.note);
  SetMeta(name, organization.meta, proto);
  return proto;
}

absl::StatusOr<model::Organization> FromProto(const v1::Organization& proto) {
  model::Organization organization;
  TWINAID_ASSIGN_OR_RETURN(
      organization.id, FromName<model::OrganizationId>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(organization.kind, FromEnum<model::OrganizationKind>(
                                                  proto.kind(), "kind"));
  organization.name_en = proto.name_en();
  organization.name_zh = proto.name_zh();
  TWINAID_ASSIGN_OR_RETURN(organization.seat,
                           FromName<model::PlaceId>(proto.seat(), "seat"));
  organization.note = proto.note();
  return organization;
}

}  // namespace twinaid::convert
