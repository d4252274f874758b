// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/lookup.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string place;
  std::string place_a;
  std::string place_b;
  std::string kind;
  std::string state;
  int since_year = 0;
  int transit_days = 0;
  std::string note;
  CLI::App* verb = nullptr;  // to know what was given
};

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--place", typed.place, code)) return code;
  v1::ListSisterLinksRequest request;
  request.set_filter(
      JoinFilter({Equals("place", PlaceName(typed.place)),
                  Equals("kind", typed.kind), Equals("state", typed.state)}));
  return PrintList(session, request, &RegistryStub::ListSisterLinks,
                   &v1::ListSisterLinksResponse::mutable_sister_links,
                   LinkColumns());
}

v1::SisterLink LinkOf(const Typed& typed) {
  v1::SisterLink link;
  link.set_kind(EnumValue<v1::SisterLink::Kind>(typed.kind));
  if (typed.since_year != 0) link.set_since_year(typed.since_year);
  link.set_transit_days(typed.transit_days);
  link.set_note(typed.note);
  return link;
}

int Create(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "place_a", typed.place_a, code) ||
      !FindPlace(session, "place_b", typed.place_b, code)) {
    return code;
  }
  v1::CreateSisterLinkRequest request;
  request.set_sister_link_id(typed.id);
  v1::SisterLink& link = *request.mutable_sister_link();
  link = LinkOf(typed);
  link.set_place_a(PlaceName(typed.place_a));
  link.set_place_b(PlaceName(typed.place_b));
  return ChangeAndShow(session, &RegistryStub::CreateSisterLink, request,
                       LinkDetails());
}

int Update(Session& session, const Typed& typed) {
  v1::UpdateSisterLinkRequest request;
  *request.mutable_sister_link() = LinkOf(typed);
  request.mutable_sister_link()->set_name(LinkName(typed.id));
  if (!MaskOf(session, *typed.verb,
              {{"--kind", "kind"},
               {"--since", "since_year"},
               {"--transit-days", "transit_days"},
               {"--note", "note"}},
              *request.mutable_update_mask())) {
    return kUsage;
  }
  return ChangeAndShow(session, &RegistryStub::UpdateSisterLink, request,
                       LinkDetails());
}

int SetState(Session& session, const Typed& typed,
             v1::SisterLink::State state) {
  v1::UpdateSisterLinkRequest request;
  request.mutable_sister_link()->set_name(LinkName(typed.id));
  request.mutable_sister_link()->set_state(state);
  request.mutable_update_mask()->add_paths("state");
  return ChangeAndShow(session, &RegistryStub::UpdateSisterLink, request,
                       LinkDetails());
}
int Suspend(Session& session, const Typed& typed) {
  return SetState(session, typed, v1::SisterLink::SUSPENDED);
}
int Resume(Session& session, const Typed& typed) {
  return SetState(session, typed, v1::SisterLink::ACTIVE);
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("list", "sister links, by id");
  verb->add_option("--place", typed->place, "only of this place");
  AddEnum<v1::SisterLink::Kind>(*verb, "--kind", typed->kind,
                                "only of this kind");
  AddEnum<v1::SisterLink::State>(*verb, "--state", typed->state,
                                 "only in this state");
  Does(*verb, session, typed, &List);
}

void AddFields(CLI::App& verb, Typed& typed) {
  typed.verb = &verb;
  AddEnum<v1::SisterLink::Kind>(verb, "--kind", typed.kind, "kind of tie");
  verb.add_option("--since", typed.since_year, "year of the agreement");
  verb.add_option("--transit-days", typed.transit_days,
                  "days goods take from one to the other");
  verb.add_option("--note", typed.note, "free text");
}

void AddCreate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "create",
      "tie two places\n"
      "Example: twinaid link create cn-js-wuxi us-tx-san-antonio "
      "--kind sister_city --since 2012");
  verb->add_option("place_a", typed->place_a, "one place")->required();
  verb->add_option("place_b", typed->place_b, "the other place")->required();
  verb->add_option("--id", typed->id, "its id; the server makes one if unset");
  AddFields(*verb, *typed);
  verb->get_option("--kind")->required();
  Does(*verb, session, typed, &Create);
}

void AddUpdate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb =
      noun.add_subcommand("update", "correct a link; its places stay");
  verb->add_option("name", typed->id, "its id")->required();
  AddFields(*verb, *typed);
  Does(*verb, session, typed, &Update);
}

void AddStateVerb(CLI::App& noun, Session& session, const std::string& name,
                  const std::string& help,
                  int (*action)(Session&, const Typed&)) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(name, help);
  verb->add_option("name", typed->id, "its id")->required();
  Does(*verb, session, typed, action);
}

}  // namespace

void AddLinkCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand("link", "standing ties between places");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &LinkName, &RegistryStub::GetSisterLink,
          &LinkDetails);
  AddCreate(*noun, session);
  AddUpdate(*noun, session);
  AddStateVerb(*noun, session, "suspend", "let rounds pass it over", &Suspend);
  AddStateVerb(*noun, session, "resume", "let it count again", &Resume);
  AddDelete(*noun, session, &LinkName, &RegistryStub::DeleteSisterLink);
}

}  // namespace twinaid::client
