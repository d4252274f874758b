// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/contacts_command.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string kind;
  std::string seat;
  std::string name_en;
  std::string name_zh;
  std::string note;
  std::vector<std::string> contacts;
  CLI::App* verb = nullptr;  // to know what was given
};

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--seat", typed.seat, code)) return code;
  v1::ListOrganizationsRequest request;
  request.set_filter(JoinFilter(
      {Equals("seat", PlaceName(typed.seat)), Equals("kind", typed.kind)}));
  return PrintList(session, request, &RegistryStub::ListOrganizations,
                   &v1::ListOrganizationsResponse::mutable_organizations,
                   OrganizationColumns());
}

v1::Organization OrganizationOf(const Typed& typed) {
  v1::Organization organization;
  organization.set_kind(EnumValue<v1::Organization::Kind>(typed.kind));
  organization.set_seat(PlaceName(typed.seat));
  organization.set_name_en(typed.name_en);
  organization.set_name_zh(typed.name_zh);
  organization.set_note(typed.note);
  return organization;
}

// False, and said, where a contact cannot be read.
bool ReadContacts(Session& session, const Typed& typed,
                  v1::Organization& organization) {
  for (const std::string& contact : typed.contacts) {
    if (ParseContact(contact, *organization.add_contacts())) continue;
    session.Usage(
        "--contact: " + contact +
            " is not of the form \"name=Duty desk,email=office@example.org,"
            "telephone=+86 510 8275 0101,language=zh,notify\"",
        "--contact:" + contact +
            " 应为 `name=值班室,email=office@example.org,"
            "telephone=+86 510 8275 0101,language=zh,notify` 的形式");
    return false;
  }
  return true;
}

int Create(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--seat", typed.seat, code)) return code;
  v1::CreateOrganizationRequest request;
  request.set_organization_id(typed.id);
  *request.mutable_organization() = OrganizationOf(typed);
  if (!ReadContacts(session, typed, *request.mutable_organization())) {
    return kUsage;
  }
  return ChangeAndShow(session, &RegistryStub::CreateOrganization, request,
                       OrganizationDetails());
}

int Update(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindOrganization(session, "name", typed.id, code) ||
      !FindPlace(session, "--seat", typed.seat, code)) {
    return code;
  }
  v1::UpdateOrganizationRequest request;
  *request.mutable_organization() = OrganizationOf(typed);
  request.mutable_organization()->set_name(OrganizationName(typed.id));
  if (!ReadContacts(session, typed, *request.mutable_organization())) {
    return kUsage;
  }
  if (!MaskOf(session, *typed.verb,
              {{"--kind", "kind"},
               {"--seat", "seat"},
               {"--name", "name_en"},
               {"--name-zh", "name_zh"},
               {"--note", "note"},
               {"--contact", "contacts"}},
              *request.mutable_update_mask())) {
    return kUsage;
  }
  return ChangeAndShow(session, &RegistryStub::UpdateOrganization, request,
                       OrganizationDetails());
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("list", "organizations, by id");
  verb->add_option("--seat", typed->seat, "only those that sit here");
  AddEnum<v1::Organization::Kind>(*verb, "--kind", typed->kind,
                                  "only of this kind");
  Does(*verb, session, typed, &List);
}

void AddFields(CLI::App& verb, Typed& typed) {
  typed.verb = &verb;
  AddEnum<v1::Organization::Kind>(verb, "--kind", typed.kind, "what it is");
  verb.add_option("--seat", typed.seat, "the place where it sits");
  verb.add_option("--name", typed.name_en, "English name");
  verb.add_option("--name-zh", typed.name_zh, "Chinese name");
  verb.add_option("--note", typed.note, "free text");
  verb.add_option("--contact", typed.contacts,
                  "whom to ring up: \"name=Duty desk,email=...,telephone=...,"
                  "language=zh,notify\"; repeat for more; all of them anew on "
                  "update")
      ->allow_extra_args(false);
}

void AddCreate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "create",
      "register an organization\n"
      "Example: twinaid organization create wuxi-fao --kind municipal_office "
      "--seat cn-js-wuxi --name-zh 无锡市外事办公室");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  AddFields(*verb, *typed);
  verb->get_option("--kind")->required();
  verb->get_option("--seat")->required();
  Does(*verb, session, typed, &Create);
}

void AddUpdate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("update", "correct an organization");
  verb->add_option("name", typed->id, "its id")->required();
  AddFields(*verb, *typed);
  Does(*verb, session, typed, &Update);
}

}  // namespace

void AddOrganizationCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("organization", "who gives and receives at a place");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &OrganizationName, &RegistryStub::GetOrganization,
          &OrganizationDetails, &FindOrganization);
  AddOrganizationContacts(*noun, session);
  AddCreate(*noun, session);
  AddUpdate(*noun, session);
  AddDelete(*noun, session, &OrganizationName,
            &RegistryStub::DeleteOrganization, &FindOrganization);
}

}  // namespace twinaid::client
