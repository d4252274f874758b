// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/reason_text.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string name;
  std::string scheme = "default";
  std::string place;
  std::string round;
  std::string state;
  std::string reason;
  std::string note;
};

int List(Session& session, const Typed& typed) {
  v1::ListPairingsRequest request;
  request.set_parent(SchemeName(typed.scheme));
  request.set_filter(JoinFilter({Equals("place", PlaceName(typed.place)),
                                 Equals("state", typed.state),
                                 Equals("round", RoundName(typed.round))}));
  return PrintList(session, request, &MatchingStub::ListPairings,
                   &v1::ListPairingsResponse::mutable_pairings,
                   PairingColumns());
}

void PrintAlternatives(
    Session& session, const std::string& en, const std::string& zh,
    const google::protobuf::RepeatedPtrField<v1::CandidatePair>& pairs) {
  session.out() << "\n" << (session.chinese() ? zh : en) << "\n";
  if (pairs.empty()) {
    session.out() << (session.chinese() ? "(无)" : "(nobody)") << "\n";
    return;
  }
  PrintRows(session, std::vector<v1::CandidatePair>(pairs.begin(), pairs.end()),
            CandidateColumns());
}

int Why(Session& session, const Typed& typed) {
  v1::ExplainPairingRequest request;
  request.set_name(PairingName(typed.name));
  v1::ExplainPairingResponse answer;
  const grpc::Status status =
      Send(session, &MatchingStub::ExplainPairing, request, &answer);
  if (!status.ok()) return session.Refused(status);
  if (session.options.format == Format::kJson) {
    PrintJson(session, answer);
    return kDone;
  }
  if (session.options.format == Format::kCsv) {
    std::vector<v1::CandidatePair> pairs = {answer.pair()};
    pairs.insert(pairs.end(), answer.donor_alternatives().begin(),
                 answer.donor_alternatives().end());
    pairs.insert(pairs.end(), answer.recipient_alternatives().begin(),
                 answer.recipient_alternatives().end());
    PrintRows(session, pairs, CandidateColumns());
    return kDone;
  }
  const std::string donor = IdOf(answer.pairing().donor());
  const std::string recipient = IdOf(answer.pairing().recipient());
  PrintOne(session, answer.pairing(), PairingDetails());
  session.out() << (session.chinese() ? "价格  " : "prices     ") << donor
                << ": " << PointsText(answer.pair().donor_price()) << "; "
                << recipient << ": "
                << PointsText(answer.pair().recipient_price()) << "\n";
  PrintAlternatives(session, "WHO ELSE " + donor + " COULD HAVE HELPED",
                    donor + " 还可以帮助", answer.donor_alternatives());
  PrintAlternatives(session, "WHO ELSE COULD HAVE HELPED " + recipient,
                    "还可以帮助 " + recipient + " 的地方",
                    answer.recipient_alternatives());
  return kDone;
}

int End(Session& session, const Typed& typed) {
  v1::EndPairingRequest request;
  request.set_name(PairingName(typed.name));
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &MatchingStub::EndPairing, request,
                       PairingDetails());
}

}  // namespace

void AddPairingCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("pairing", "which place looks after which");
  noun->require_subcommand(1);
  auto listed = std::make_shared<Typed>();
  CLI::App* list = noun->add_subcommand("list", "pairings of a scheme");
  list->add_option("--scheme", listed->scheme, "of which scheme; - for all")
      ->capture_default_str();
  list->add_option("--place", listed->place, "only of this place");
  list->add_option("--round", listed->round, "only made by this round");
  AddEnum<v1::Pairing::State>(*list, "--state", listed->state,
                              "only in this state");
  Does(*list, session, listed, &List);

  AddShow(*noun, session, &PairingName, &MatchingStub::GetPairing,
          &PairingDetails);

  auto asked = std::make_shared<Typed>();
  CLI::App* why = noun->add_subcommand("why", "why these two places");
  why->add_option("name", asked->name, "[SCHEME/]PAIRING")->required();
  Does(*why, session, asked, &Why);

  auto ended = std::make_shared<Typed>();
  CLI::App* end = noun->add_subcommand(
      "end", "end it; proposals are withdrawn, accepted matches go on");
  end->add_option("name", ended->name, "[SCHEME/]PAIRING")->required();
  AddEnum<v1::Reason>(*end, "--reason", ended->reason, "why")->required();
  end->add_option("--note", ended->note, "free text");
  Does(*end, session, ended, &End);
}

}  // namespace twinaid::client
