// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdint>

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

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--place", typed.place, code)) return code;
  v1::ListPairingsRequest request;
  request.set_parent(SchemeName(typed.scheme));
  request.set_filter(JoinFilter({Equals("place", PlaceName(typed.place)),
                                 Equals("state", typed.state),
                                 Equals("round", RoundName(typed.round))}));
  return PrintList(session, request, &MatchingStub::ListPairings,
                   &v1::ListPairingsResponse::mutable_pairings,
                   PairingColumns());
}

using Candidates = google::protobuf::RepeatedPtrField<v1::CandidatePair>;

void Tell(Session& session, const std::string& en, const std::string& zh) {
  session.out() << (session.chinese() ? zh : en) << "\n";
}

// The table of what else there was, and the runner-up in words: `en` and `zh`
// say what would have been, `partner` with whom.
void PrintAlternatives(Session& session, const std::string& en,
                       const std::string& zh, const Candidates& pairs,
                       const std::string& runner_up_en,
                       const std::string& runner_up_zh,
                       const std::string& partner) {
  session.out() << "\n" << (session.chinese() ? zh : en) << "\n";
  if (pairs.empty()) return Tell(session, "(nobody)", "（无）");
  PrintRows(session, std::vector<v1::CandidatePair>(pairs.begin(), pairs.end()),
            CandidateColumns(session.chinese()));
  if (!pairs[0].has_cost()) return;
  Tell(session,
       runner_up_en + partner + " instead, the whole round would lose " +
           LossText(pairs[0].cost(), false),
       runner_up_zh + "，整轮损失：" + LossText(pairs[0].cost(), true));
}

// What the pair itself is worth to the round.
void PrintCost(Session& session, const v1::CandidatePair& pair) {
  if (pair.has_pair_value()) {
    Tell(session,
         "both ways  " + PointsText(pair.pair_value(), false) +
             ", by which partners are chosen",
         "双向      " + PointsText(pair.pair_value(), true) + "，伙伴按此选定");
  }
  if (pair.has_cost()) {
    Tell(
        session,
        "without    the whole round would lose " + LossText(pair.cost(), false),
        "若无此对  整轮损失：" + LossText(pair.cost(), true));
  }
}

// Whom the first of them would join with the place; empty: there is none.
std::string FirstPartner(const Candidates& pairs, const std::string& place) {
  if (pairs.empty()) return "";
  const std::string donor = IdOf(pairs[0].donor());
  return donor == place ? IdOf(pairs[0].recipient()) : donor;
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
    PrintRows(session, pairs, CandidateColumns(session.chinese()));
    return kDone;
  }
  const std::string donor = IdOf(answer.pairing().donor());
  const std::string recipient = IdOf(answer.pairing().recipient());
  const bool chinese = session.chinese();
  PrintOne(session, answer.pairing(), PairingDetails(chinese));
  // Prices of mutual pairs are of both directions.
  if (answer.pair().kind() != v1::StageCertificate::MUTUAL) {
    const char* const colon = chinese ? "：" : ": ";
    session.out() << (chinese ? "价格  " : "prices     ") << donor << colon
                  << PointsText(answer.pair().donor_price(), chinese)
                  << (chinese ? "；" : "; ") << recipient << colon
                  << PointsText(answer.pair().recipient_price(), chinese)
                  << "\n";
  }
  PrintCost(session, answer.pair());
  const std::string other = FirstPartner(answer.donor_alternatives(), donor);
  const bool mutual = answer.pair().has_pair_value();
  PrintAlternatives(
      session,
      mutual ? "OTHER PARTNERS OF " + donor
             : "WHO ELSE " + donor + " COULD HAVE HELPED",
      mutual ? donor + " 的其他伙伴" : donor + " 还可以帮助",
      answer.donor_alternatives(), mutual ? "to be paired with " : "to help ",
      (mutual ? "若改与 " + other + " 结对" : "若改为帮助 " + other), other);
  const std::string helper =
      FirstPartner(answer.recipient_alternatives(), recipient);
  PrintAlternatives(
      session,
      mutual ? "OTHER PARTNERS OF " + recipient
             : "WHO ELSE COULD HAVE HELPED " + recipient,
      mutual ? recipient + " 的其他伙伴"
             : "还可以帮助 " + recipient + " 的地方",
      answer.recipient_alternatives(),
      mutual ? "to be paired with " : "to be helped by ",
      mutual ? "若改与 " + helper + " 结对" : "若改由 " + helper + " 帮助",
      helper);
  return kDone;
}

int End(Session& session, const Typed& typed) {
  v1::EndPairingRequest request;
  request.set_name(PairingName(typed.name));
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &MatchingStub::EndPairing, request,
                       PairingDetails(session.chinese()));
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
