// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <cstdint>

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string kind;
  std::string parent;
  std::string country;
  std::string name_en;
  std::string name_zh;
  std::vector<std::string> aliases;
  std::string time_zone;
  std::int64_t population = -1;
  CLI::App* verb = nullptr;  // to know what was given
};

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--parent", typed.parent, code)) return code;
  v1::ListPlacesRequest request;
  request.set_filter(
      JoinFilter({Equals("kind", typed.kind),
                  Equals("parent_place", PlaceName(typed.parent)),
                  Equals("country_code", typed.country)}));
  return PrintList(session, request, &RegistryStub::ListPlaces,
                   &v1::ListPlacesResponse::mutable_places, PlaceColumns());
}

v1::Place PlaceOf(const Typed& typed) {
  v1::Place place;
  place.set_kind(EnumValue<v1::Place::Kind>(typed.kind));
  place.set_name_en(typed.name_en);
  place.set_name_zh(typed.name_zh);
  for (const std::string& alias : typed.aliases) place.add_aliases(alias);
  place.set_parent_place(PlaceName(typed.parent));
  place.set_country_code(typed.country);
  place.set_time_zone(typed.time_zone);
  if (typed.population >= 0) place.set_population(typed.population);
  return place;
}

int Create(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--parent", typed.parent, code)) return code;
  v1::CreatePlaceRequest request;
  request.set_place_id(typed.id);
  *request.mutable_place() = PlaceOf(typed);
  return ChangeAndShow(session, &RegistryStub::CreatePlace, request,
                       PlaceDetails());
}

int Update(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "name", typed.id, code) ||
      !FindPlace(session, "--parent", typed.parent, code)) {
    return code;
  }
  v1::UpdatePlaceRequest request;
  *request.mutable_place() = PlaceOf(typed);
  request.mutable_place()->set_name(PlaceName(typed.id));
  if (!MaskOf(session, *typed.verb,
              {{"--kind", "kind"},
               {"--name", "name_en"},
               {"--name-zh", "name_zh"},
               {"--alias", "aliases"},
               {"--parent", "parent_place"},
               {"--country", "country_code"},
               {"--population", "population"},
               {"--time-zone", "time_zone"}},
              *request.mutable_update_mask())) {
    return kUsage;
  }
  return ChangeAndShow(session, &RegistryStub::UpdatePlace, request,
                       PlaceDetails());
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("list", "places, by id");
  AddEnum<v1::Place::Kind>(*verb, "--kind", typed->kind, "only of this kind");
  verb->add_option("--parent", typed->parent, "only directly inside this one");
  verb->add_option("--country", typed->country, "only of this country (CN)");
  Does(*verb, session, typed, &List);
}

void AddFields(CLI::App& verb, Typed& typed) {
  typed.verb = &verb;
  AddEnum<v1::Place::Kind>(verb, "--kind", typed.kind, "what it is");
  verb.add_option("--name", typed.name_en, "English name");
  verb.add_option("--name-zh", typed.name_zh, "Chinese name");
  verb.add_option("--alias", typed.aliases, "a further name; repeat for more")
      ->allow_extra_args(false);
  verb.add_option("--parent", typed.parent, "the place it lies in");
  verb.add_option("--country", typed.country, "ISO 3166-1 code");
  verb.add_option("--population", typed.population, "persons")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{20'000'000'000},
                         "NONNEGATIVE"));
  verb.add_option("--time-zone", typed.time_zone, "IANA name");
}

void AddCreate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "create",
      "register a place\n"
      "Example: twinaid place create us-oh-dayton --kind city --name Dayton "
      "--name-zh 代顿 --parent us-oh");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  AddFields(*verb, *typed);
  verb->get_option("--kind")->required();
  verb->get_option("--name")->required();
  Does(*verb, session, typed, &Create);
}

void AddUpdate(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("update", "correct a place");
  verb->add_option("name", typed->id, "its id")->required();
  AddFields(*verb, *typed);
  Does(*verb, session, typed, &Update);
}

}  // namespace

void AddPlaceCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("place", "cities, provinces, states and countries");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &PlaceName, &RegistryStub::GetPlace, &PlaceDetails,
          &FindPlace);
  AddCreate(*noun, session);
  AddUpdate(*noun, session);
  AddDelete(*noun, session, &PlaceName, &RegistryStub::DeletePlace, &FindPlace);
}

}  // namespace twinaid::client
