// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/round_compare_command.h"
#include "client/cli/round_output.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

// Between two looks at a round that runs.
constexpr absl::Duration kFirstLook = absl::Milliseconds(50);
constexpr absl::Duration kLongestLook = absl::Seconds(2);

struct Typed {
  std::string name;
  std::string scheme = "default";
  std::string id;
  std::string as_of;
  std::string place;
  std::string state;
  std::int64_t seed = 0;
  bool wait = false;
};

int List(Session& session, const Typed& typed) {
  v1::ListRoundsRequest request;
  request.set_parent(SchemeName(typed.scheme));
  request.set_filter(JoinFilter({Equals("state", typed.state)}));
  return PrintList(session, request, &MatchingStub::ListRounds,
                   &v1::ListRoundsResponse::mutable_rounds, RoundColumns());
}

int Show(Session& session, const Typed& typed) {
  v1::GetRoundRequest request;
  request.set_name(RoundName(typed.name));
  v1::Round round;
  const grpc::Status status =
      Send(session, &MatchingStub::GetRound, request, &round);
  if (!status.ok()) return session.Refused(status);
  PrintRound(session, round);
  return kDone;
}

int Unmet(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--place", typed.place, code)) {
    return code;
  }
  v1::ListUnmetNeedsRequest request;
  request.set_parent(RoundName(typed.name));
  request.set_filter(JoinFilter({Equals("place", PlaceName(typed.place))}));
  return PrintList(session, request, &MatchingStub::ListUnmetNeeds,
                   &v1::ListUnmetNeedsResponse::mutable_unmet_needs,
                   UnmetColumns(session.chinese()));
}

// Reads the round until it has ended.
grpc::Status Wait(Session& session, v1::Round& round) {
  v1::GetRoundRequest request;
  request.set_name(round.name());
  const auto& environment = session.environment();
  const absl::Duration begun = environment.elapsed();
  Progress progress(session, "s: " + ShortName(round.name()) + " is running",
                    "秒：轮次 " + ShortName(round.name()) + " 运行中");
  absl::Duration look = kFirstLook;
  while (round.state() == v1::Round::RUNNING) {
    environment.sleep(look);
    progress.Reach(absl::ToInt64Seconds(environment.elapsed() - begun));
    look = std::min(2 * look, kLongestLook);
    const grpc::Status status =
        Send(session, &MatchingStub::GetRound, request, &round);
    if (!status.ok()) return status;
  }
  return grpc::Status::OK;
}

int Run(Session& session, const Typed& typed) {
  v1::CreateRoundRequest request;
  request.set_parent(SchemeName(typed.scheme));
  request.set_round_id(typed.id);
  request.mutable_round()->set_seed(typed.seed);
  if (const auto day = ParseDate(typed.as_of)) {
    *request.mutable_round()->mutable_as_of() = *day;
  }
  session.Prepare(request);
  v1::Round round;
  grpc::Status status =
      Send(session, &MatchingStub::CreateRound, request, &round);
  if (!status.ok()) return session.Refused(status);
  if (session.options.dry_run) {
    PrintRound(session, round);
    session.Say("dry run: planned, nothing stored", "试运行：已计划，未保存");
    return kDone;
  }
  if (typed.wait) {
    session.Say("waiting for " + ShortName(round.name()),
                "等待 " + ShortName(round.name()));
    status = Wait(session, round);
    if (!status.ok()) return session.Refused(status);
  }
  PrintRound(session, round);
  return round.state() == v1::Round::FAILED ? kRefused : kDone;
}

void AddRun(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand(
      "run",
      "pair places and propose matches; --dry-run shows what it would do\n"
      "Example: twinaid round run --wait");
  verb->add_option("id", typed->id, "its id; the server makes one if left out");
  verb->add_option("--scheme", typed->scheme, "of which scheme")
      ->capture_default_str();
  AddDate(*verb, "--as-of", typed->as_of, "\"today\" of the round");
  verb->add_option("--seed", typed->seed, "decides between equals");
  verb->add_flag("--wait", typed->wait, "until it has ended");
  Does(*verb, session, typed, &Run);
}

}  // namespace

void AddRoundCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("round", "runs of the engine and their results");
  noun->require_subcommand(1);
  AddRun(*noun, session);

  auto listed = std::make_shared<Typed>();
  CLI::App* list = noun->add_subcommand("list", "rounds of a scheme");
  list->add_option("--scheme", listed->scheme, "of which scheme; - for all")
      ->capture_default_str();
  AddEnum<v1::Round::State>(*list, "--state", listed->state,
                            "only in this state");
  Does(*list, session, listed, &List);

  auto shown = std::make_shared<Typed>();
  CLI::App* show = noun->add_subcommand("show", "result and proof of one");
  show->add_option("name", shown->name, "[SCHEME/]ROUND")->required();
  Does(*show, session, shown, &Show);

  auto left = std::make_shared<Typed>();
  CLI::App* unmet =
      noun->add_subcommand("unmet", "needs it did not cover whole, and why");
  unmet->add_option("name", left->name, "[SCHEME/]ROUND")->required();
  unmet->add_option("--place", left->place, "only of this place");
  Does(*unmet, session, left, &Unmet);
  AddRoundCompare(*noun, session);
}

}  // namespace twinaid::client
