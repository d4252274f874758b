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
  std::string shape;
  int donor_capacity = 0;
  int recipient_capacity = 0;
  int rungs = 0;
  std::string tiers;
  std::string pool;
  std::string keep;
  bool one_way = false;
  int confirm_days = 0;
  int answer_days = 0;
  std::vector<std::string> third_places;
  std::vector<int> rung_waits;
  bool prefer_return = false;
  int round_every_hours = 0;
  int round_after_minutes = 0;
  CLI::App* verb = nullptr;  // to know what was given
};

int List(Session& session, const Typed&) {
  return PrintList(session, v1::ListSchemesRequest(),
                   &MatchingStub::ListSchemes,
                   &v1::ListSchemesResponse::mutable_schemes, SchemeColumns());
}

// Takes over what was typed of the policy; the rest stays. False: nothing was.
bool TakePolicy(const Typed& typed, v1::Policy& policy) {
  bool any = false;
  const auto given = [&](const char* option) {
    const bool is = typed.verb->count(option) > 0;
    any = any || is;
    return is;
  };
  if (given("--shape")) {
    policy.set_shape(EnumValue<v1::Policy::Shape>(typed.shape));
  }
  if (given("--donor-capacity")) {
    policy.set_donor_capacity(typed.donor_capacity);
  }
  if (given("--recipient-capacity")) {
    policy.set_recipient_capacity(typed.recipient_capacity);
  }
  if (given("--rungs")) policy.set_rungs(typed.rungs);
  if (given("--tiers")) {
    policy.set_tiers(EnumValue<v1::Policy::Tiers>(typed.tiers));
  }
  if (given("--pool")) {
    policy.set_pool(EnumValue<v1::Policy::Pool>(typed.pool));
  }
  if (given("--keep")) {
    policy.set_keep(EnumValue<v1::Policy::Keep>(typed.keep));
  }
  if (given("--allow-one-way")) policy.set_allow_one_way(typed.one_way);
  if (given("--rung-wait")) {
    policy.clear_rung_wait_days();
    for (const int days : typed.rung_waits) policy.add_rung_wait_days(days);
  }
  if (given("--prefer-return")) policy.set_prefer_return(typed.prefer_return);
  return any;
}

v1::Scheme SchemeOf(const Typed& typed) {
  v1::Scheme scheme;
  scheme.set_title_en(typed.title_en);
  scheme.set_title_zh(typed.title_zh);
  for (const std::string& place : typed.places) {
    scheme.add_participants(PlaceName(place));
  }
  scheme.set_confirm_days(typed.confirm_days);
  scheme.set_answer_days(typed.answer_days);
  for (const std::string& place : typed.third_places) {
    scheme.add_third_places(PlaceName(place));
  }
  scheme.set_round_every_hours(typed.round_every_hours);
  scheme.set_round_after_minutes(typed.round_after_minutes);
  return scheme;
}

// Makes resource names of what was typed. False: `code` is what to return.
bool LookUp(Session& session, Typed& typed, int& code) {
  return FindPlaces(session, "--place", typed.places, code) &&
         FindPlaces(session, "--third-place", typed.third_places, code);
}

int Create(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  v1::CreateSchemeRequest request;
  request.set_scheme_id(typed.id);
  *request.mutable_scheme() = SchemeOf(typed);
  TakePolicy(typed, *request.mutable_scheme()->mutable_policy());
  return ChangeAndShow(session, &MatchingStub::CreateScheme, request,
                       SchemeDetails());
}

int Update(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  v1::UpdateSchemeRequest request;
  *request.mutable_scheme() = SchemeOf(typed);
  request.mutable_scheme()->set_name(SchemeName(typed.id));
  v1::Policy asked;
  if (TakePolicy(typed, asked)) {
    // A policy is replaced as a whole: begin with what it is now, and let the
    // etag refuse the change where it is something else meanwhile.
    v1::GetSchemeRequest get;
    get.set_name(request.scheme().name());
    v1::Scheme present;
    const grpc::Status status =
        Send(session, &MatchingStub::GetScheme, get, &present);
    if (!status.ok()) return session.Refused(status);
    request.mutable_scheme()->set_etag(present.etag());
    *request.mutable_scheme()->mutable_policy() = present.policy();
    TakePolicy(typed, *request.mutable_scheme()->mutable_policy());
    request.mutable_update_mask()->add_paths("policy");
  }
  if (!MaskOf(session, *typed.verb,
              {{"--title", "title_en"},
               {"--title-zh", "title_zh"},
               {"--place", "participants"},
               {"--confirm-days", "confirm_days"},
               {"--answer-days", "answer_days"},
               {"--third-place", "third_places"},
               {"--round-every-hours", "round_every_hours"},
               {"--round-after-minutes", "round_after_minutes"}},
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
  AddEnum<v1::Policy::Shape>(verb, "--shape", typed.shape,
                             "who looks after whom; counterpart if left out");
  verb.add_option("--donor-capacity", typed.donor_capacity,
                  "recipients a donor may have; 1 if left out");
  verb.add_option("--recipient-capacity", typed.recipient_capacity,
                  "donors a recipient may have; 1 if left out");
  verb.add_option("--rungs", typed.rungs,
                  "1: sister links; 2: friendly exchanges too; 3: ties of the "
                  "parents too; 4: any two places");
  AddEnum<v1::Policy::Tiers>(verb, "--tiers", typed.tiers,
                             "how urgencies are weighed; strict if left out");
  AddEnum<v1::Policy::Pool>(verb, "--pool", typed.pool,
                            "what becomes of the rest; none if left out");
  AddEnum<v1::Policy::Keep>(verb, "--keep", typed.keep,
                            "what becomes of standing pairings; fixed if left "
                            "out");
  verb.add_flag("--allow-one-way,!--both-ways", typed.one_way,
                "mutual pairs may help in one direction only");
  verb.add_option("--confirm-days", typed.confirm_days,
                  "days without a word after which needs and offers rest; 14 "
                  "if left out");
  verb.add_option("--answer-days", typed.answer_days,
                  "days to answer a proposal before it lapses; 7 if left out");
  verb.add_option("--third-place", typed.third_places,
                  "a place that the others serve together: it only receives, "
                  "they only give; repeat for more")
      ->allow_extra_args(false);
  verb.add_option("--rung-wait", typed.rung_waits,
                  "days that a place has waited before rungs 2, 3 and 4 open "
                  "to it: 0,3,7")
      ->delimiter(',')
      ->allow_extra_args(false);
  verb.add_flag("--prefer-return,!--no-prefer-return", typed.prefer_return,
                "among equals, those who return help come first");
  verb.add_option("--round-every-hours", typed.round_every_hours,
                  "a round starts by itself so long after the last; 0: none");
  verb.add_option("--round-after-minutes", typed.round_after_minutes,
                  "a round starts by itself when nothing has changed for so "
                  "long since a change; 0: none");
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
      "--rungs 2 --pool fair");
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
