// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string role;
  std::string title;
  std::vector<std::string> places;
  std::vector<std::string> schemes;
  bool disabled = false;
  CLI::App* verb = nullptr;  // to know what was given
};

int List(Session& session, const Typed& typed) {
  v1::ListPrincipalsRequest request;
  request.set_filter(Equals("role", typed.role));
  return PrintList(session, request, &AdminStub::ListPrincipals,
                   &v1::ListPrincipalsResponse::mutable_principals,
                   PrincipalColumns());
}

v1::Principal PrincipalOf(const Typed& typed) {
  v1::Principal principal;
  principal.set_role(EnumValue<v1::Principal::Role>(typed.role));
  principal.set_title(typed.title);
  for (const std::string& place : typed.places) {
    if (!place.empty()) principal.add_places(PlaceName(place));
  }
  for (const std::string& scheme : typed.schemes) {
    if (!scheme.empty()) principal.add_schemes(SchemeName(scheme));
  }
  principal.set_disabled(typed.disabled);
  return principal;
}

int Create(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlaces(session, "--place", typed.places, code)) return code;
  v1::CreatePrincipalRequest request;
  request.set_principal_id(typed.id);
  *request.mutable_principal() = PrincipalOf(typed);
  return ChangeAndShow(session, &AdminStub::CreatePrincipal, request,
                       PrincipalDetails());
}

int Update(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlaces(session, "--place", typed.places, code)) return code;
  v1::UpdatePrincipalRequest request;
  *request.mutable_principal() = PrincipalOf(typed);
  request.mutable_principal()->set_name(PrincipalName(typed.id));
  if (!MaskOf(session, *typed.verb,
              {{"--role", "role"},
               {"--title", "title"},
               {"--place", "places"},
               {"--scheme", "schemes"},
               {"--disabled", "disabled"}},
              *request.mutable_update_mask())) {
    return kUsage;
  }
  return ChangeAndShow(session, &AdminStub::UpdatePrincipal, request,
                       PrincipalDetails());
}

void AddFields(CLI::App& verb, Typed& typed) {
  typed.verb = &verb;
  verb.add_option("--place", typed.places,
                  "a place it acts for, with all inside it; - for every place, "
                  "\"\" for none; repeat for more")
      ->allow_extra_args(false);
  verb.add_option("--scheme", typed.schemes,
                  "a scheme it acts in; - for every scheme, \"\" for none; "
                  "repeat for more")
      ->allow_extra_args(false);
}

}  // namespace

void AddPrincipalCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("principal", "who may act, and for what");
  noun->require_subcommand(1);

  auto listed = std::make_shared<Typed>();
  CLI::App* list = noun->add_subcommand("list", "principals, by id");
  AddEnum<v1::Principal::Role>(*list, "--role", listed->role, "of this role");
  Does(*list, session, listed, &List);
  AddShow(*noun, session, &PrincipalName, &AdminStub::GetPrincipal,
          &PrincipalDetails);

  auto made = std::make_shared<Typed>();
  CLI::App* create = noun->add_subcommand(
      "create",
      "make a principal; `token create` then gives it a token\n"
      "Example: twinaid principal create wuxi-fao --role office --title "
      "\"Wuxi Foreign Affairs Office\" --place cn-js-wuxi");
  create->add_option("id", made->id, "its id; made of the title if unset");
  AddEnum<v1::Principal::Role>(*create, "--role", made->role, "what it may do")
      ->required();
  create->add_option("--title", made->title, "who that is, for people")
      ->required();
  AddFields(*create, *made);
  Does(*create, session, made, &Create);

  auto changed = std::make_shared<Typed>();
  CLI::App* update = noun->add_subcommand(
      "update",
      "change a principal; what it may do changes with its next call\n"
      "Example: twinaid principal update wuxi-fao --disabled");
  update->add_option("name", changed->id, "its id")->required();
  AddEnum<v1::Principal::Role>(*update, "--role", changed->role,
                               "what it may do");
  update->add_option("--title", changed->title, "who that is, for people");
  AddFields(*update, *changed);
  update->add_flag("--disabled,!--enabled", changed->disabled,
                   "whether its tokens are taken");
  Does(*update, session, changed, &Update);
}

}  // namespace twinaid::client
