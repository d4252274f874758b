// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/correspondence.h"

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/organization.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {

v1::Letter ToProto(const model::Letter& letter) {
  v1::Letter proto;
  proto.set_name(NameOrEmpty(letter.id));
  proto.set_kind(ToEnum<v1::Letter::Kind>(letter.kind));
  proto.set_from(NameOrEmpty(letter.from));
  proto.set_to(NameOrEmpty(letter.to));
  proto.set_organization(NameOrEmpty(letter.organization));
  proto.set_signatory(letter.signatory);
  proto.set_text(letter.text);
  proto.set_language(letter.language);
  proto.set_match(NameOrEmpty(letter.match));
  *proto.mutable_create_time() = ToProto(letter.meta.create_time);
  return proto;
}

absl::StatusOr<model::Letter> FromProto(const v1::Letter& proto) {
  model::Letter letter;
  TWINAID_ASSIGN_OR_RETURN(letter.kind,
                           FromEnum<model::LetterKind>(proto.kind(), "kind"));
  TWINAID_ASSIGN_OR_RETURN(letter.from,
                           FromName<model::PlaceId>(proto.from(), "from"));
  TWINAID_ASSIGN_OR_RETURN(letter.to,
                           FromName<model::PlaceId>(proto.to(), "to"));
  TWINAID_ASSIGN_OR_RETURN(
      letter.organization,
      FromName<model::OrganizationId>(proto.organization(), "organization"));
  letter.signatory = proto.signatory();
  letter.text = proto.text();
  letter.language = proto.language();
  TWINAID_ASSIGN_OR_RETURN(letter.match,
                           FromName<model::MatchId>(proto.match(), "match"));
  return letter;
}

v1::OrganizationContacts ContactsOf(const model::Organization& organization) {
  v1::OrganizationContacts proto;
  proto.set_organization(NameOrEmpty(organization.id));
  proto.set_kind(ToEnum<v1::Organization::Kind>(organization.kind));
  proto.set_name_en(organization.name_en);
  proto.set_name_zh(organization.name_zh);
  for (const model::Contact& contact : organization.contacts) {
    *proto.add_contacts() = ToProto(contact);
  }
  return proto;
}

v1::Consignee ToProto(const model::Consignee& consignee) {
  v1::Consignee proto;
  proto.set_name(consignee.name);
  proto.set_address(consignee.address);
  proto.set_telephone(consignee.telephone);
  proto.set_email(consignee.email);
  proto.set_note(consignee.note);
  return proto;
}

model::Consignee FromProto(const v1::Consignee& proto) {
  return {proto.name(), proto.address(), proto.telephone(), proto.email(),
          proto.note()};
}

}  // namespace twinaid::convert
