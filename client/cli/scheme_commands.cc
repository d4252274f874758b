// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string title_en;
  std::string title_zh;
  std::vector<std::string> places;
  int rungs = 0;
  CLI::App* verb = nullptr;  // to know what was given
};

int List(Session& session, const Typed&) {
  return PrintList(session, v1::ListSchemesRequest(),
                   &MatchingStub::ListSchemes,
                   &v1::ListSchemesResponse::mutable_schemes, SchemeColumns());
}

v1::Scheme SchemeOf(const Typed& typed) {
  v1::Scheme scheme;
  scheme.set_title_en(typed.title_en);
  scheme.set_title_zh(typed.title_zh);
  for (const std::string& place : typed.places) {
    scheme.add_participants(PlaceName(place));
  }
  scheme.mutable_policy()->set_rungs(typed.rungs);
  return scheme;
}

int Create(Session& session, const Typed& typed) {
  v1::CreateSchemeRequest request;
  request.set_scheme_id(typed.id);
  *request.mutable_scheme() = SchemeOf(typed);
  return ChangeAndShow(session, &MatchingStub::CreateScheme, request,
                       SchemeDetails());
}

int Update(Session& session, const Typed& typed) {
  v1::UpdateSchemeRequest request;
  *request.mutable_scheme() = SchemeOf(typed);
  request.mutable_scheme()->set_name(SchemeName(typed.id));
  if (!MaskOf(session, *typed.verb,
              {{"--title", "title_en"},
               {"--title-zh", "title_zh"},
               {"--place", "participants"},
               {"--rungs", "policy"}},
              *request.mutable_update_mask())) {
    return kUsage;
  }
  return ChangeAndShow(session, &MatchingStub::UpdateScheme, request,
                       SchemeDetails());
}

void AddFields(CLI::App& verb, Typed& typed) {
  typed.verb = &verb;
  verb.add_option("--title-zh", typed.title_zh, "Chinese title");
  verb.add_option("--place", typed.places,
                  "a place that takes part, all if none; repeat for more")
      ->allow_extra_args(false);
  verb.add_option("--rungs", typed.rungs,
                  "1: sister links; 2: friendly exchanges too");
}

}  // namespace

void AddSchemeCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("scheme", "who takes part in rounds, and how");
  noun->require_subcommand(1);
  CLI::App* list = noun->add_subcommand("list", "schemes, by id");
  Does(*list, session, std::make_shared<Typed>(), &List);
  AddShow(*noun, session, &SchemeName, &MatchingStub::GetScheme,
          &SchemeDetails);

  auto made = std::make_shared<Typed>();
  CLI::App* create = noun->add_subcommand(
      "create",
      "make a scheme\n"
      "Example: twinaid scheme create hubei --title \"Help for Hubei\" "
      "--rungs 2");
  create->add_option("id", made->id, "its id; the server makes one if unset");
  create->add_option("--title", made->title_en, "English title")->required();
  AddFields(*create, *made);
  Does(*create, session, made, &Create);

  auto changed = std::make_shared<Typed>();
  CLI::App* update = noun->add_subcommand("update", "change a scheme");
  update->add_option("name", changed->id, "its id")->required();
  update->add_option("--title", changed->title_en, "English title");
  AddFields(*update, *changed);
  Does(*update, session, changed, &Update);
}

}  // namespace twinaid::client
