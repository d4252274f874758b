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

v1::Contact ToProto(const model::Contact& contact) {
  v1::Contact proto;
  proto.set_name(contact.name);
  proto.set_email(contact.email);
  proto.set_telephone(contact.telephone);
  proto.set_language(contact.language);
  proto.set_notify(contact.notify);
  return proto;
}

v1::Organization WithContacts(const model::Organization& organization) {
  v1::Organization proto = ToProto(organization);
  for (const model::Contact& contact : organization.contacts) {
    *proto.add_contacts() = ToProto(contact);
  }
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
  for (const v1::Contact& contact : proto.contacts()) {
    organization.contacts.push_back({contact.name(), contact.email(),
                                     contact.telephone(), contact.language(),
                                     contact.notify()});
  }
  return organization;
}

}  // namespace twinaid::convert
