// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/contacts_command.h"
#include "client/cli/history_command.h"
#include "client/cli/own_places.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string id;
  std::string place;
  std::string donor;
  std::string recipient;
  std::string need;
  std::string offer;
  std::string item;
  std::string state;
  std::string pairing;
  std::string round;
  std::string keeps_apart;
  std::string quantity;  // base units
  std::string received_on;
  std::string side;
  bool by_telephone = false;
  std::string reason;
  std::string note;
  std::string carrier;
  std::string reference;
  bool final = false;
  std::vector<std::string> missing;  // N:REASON[:NOTE]
  bool close = false;
  bool refuse_substitute = false;
  std::vector<std::string> documents;  // TITLE[=URI]
};

void AddDocuments(
    const Typed& typed,
    google::protobuf::RepeatedPtrField<v1::Match::Document>& documents) {
  for (const std::string& text : typed.documents) {
    const std::pair<std::string, std::string> parts =
        absl::StrSplit(text, absl::MaxSplits('=', 1));
    v1::Match::Document& document = *documents.Add();
    document.set_title(parts.first);
    document.set_uri(parts.second);
  }
}

// Makes resource names of what was typed. False: `code` is what to return.
bool LookUp(Session& session, Typed& typed, int& code) {
  return FindPlace(session, "--place", typed.place, code) &&
         FindPlace(session, "--donor", typed.donor, code) &&
         FindPlace(session, "--recipient", typed.recipient, code) &&
         FindInPlace(session, "--need", typed.need, code) &&
         FindInPlace(session, "--offer", typed.offer, code) &&
         FindItem(session, "--item", typed.item, code);
}

int List(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!LookUp(session, typed, code)) return code;
  const std::string asked = JoinFilter(
      {Equals("donor", PlaceName(typed.donor)),
       Equals("recipient", PlaceName(typed.recipient)),
       Equals("need", NeedName(typed.need)),
       Equals("offer", OfferName(typed.offer)),
       Equals("item", ItemName(typed.item)), Equals("state", typed.state),
       Equals("pairing", PairingName(typed.pairing)),
       Equals("round", RoundName(typed.round)),
       Equals("keeps_apart", typed.keeps_apart)});
  std::vector<v1::Match> matches;
  const grpc::Status status = FetchOwn<v1::Match>(
      session, typed.place,
      [&](const std::string& place, std::vector<v1::Match>& rows) {
        v1::ListMatchesRequest request;
        request.set_filter(JoinFilter(
            {Equals("place", place == "places/-" ? "" : place), asked}));
        return Fetch(session, request, &AssistanceStub::ListMatches,
                     &v1::ListMatchesResponse::mutable_matches, rows);
      },
      matches);
  if (!status.ok()) return session.Refused(status);
  std::sort(matches.begin(), matches.end(),
            [](const v1::Match& a, const v1::Match& b) {
              return a.name() < b.name();
            });
  PrintRows(session, matches, MatchColumns(session.chinese()));
  return kDone;
}

// False, and said, where --quantity is no number that fits; none given is 0.
bool ReadQuantity(Session& session, const Typed& typed, std::int64_t& into) {
  if (typed.quantity.empty()) return true;
  const auto quantity = ParseQuantity(typed.quantity, "");
  if (!quantity.has_value()) {
    BadQuantity(session, typed.quantity);
    return false;
  }
  into = *quantity;
  return true;
}

v1::CreateMatchRequest NewMatch(const Typed& typed, std::int64_t quantity,
                                v1::Match::Origin origin) {
  v1::CreateMatchRequest request;
  request.set_match_id(typed.id);
  request.mutable_match()->set_need(NeedName(typed.need));
  request.mutable_match()->set_offer(OfferName(typed.offer));
  request.mutable_match()->set_quantity(quantity);
  request.mutable_match()->set_origin(origin);
  request.set_note(typed.note);
  return request;
}

int Create(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "--need", typed.need, code) ||
      !FindInPlace(session, "--offer", typed.offer, code)) {
    return code;
  }
  std::int64_t quantity = 0;
  if (!ReadQuantity(session, typed, quantity)) return kUsage;
  v1::CreateMatchRequest request = NewMatch(typed, quantity, v1::Match::MANUAL);
  return ChangeAndShow(session, &AssistanceStub::CreateMatch, request,
                       MatchDetails(session.chinese()));
}

int Record(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "--need", typed.need, code) ||
      !FindInPlace(session, "--offer", typed.offer, code)) {
    return code;
  }
  std::int64_t quantity = 0;
  if (!ReadQuantity(session, typed, quantity)) return kUsage;
  v1::CreateMatchRequest request =
      NewMatch(typed, quantity, v1::Match::RECORDED);
  if (!typed.received_on.empty()) {
    const auto time = ParseTime(typed.received_on);
    if (!time.has_value()) {
      return session.Usage(
          "--received-on: " + typed.received_on +
              " is neither a date (2026-04-30) nor a time of RFC 3339",
          "--received-on:" + typed.received_on +
              " 不是日期（2026-04-30）或 RFC 3339 时间");
    }
    *request.mutable_received_time() = *time;
  }
  return ChangeAndShow(session, &AssistanceStub::CreateMatch, request,
                       MatchDetails(session.chinese()));
}

int Accept(Session& session, const Typed& typed) {
  v1::AcceptMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_side(EnumValue<v1::Side>(typed.side));
  request.set_by_telephone(typed.by_telephone);
  request.set_note(typed.note);
  return ChangeAndShow(session, &AssistanceStub::AcceptMatch, request,
                       MatchDetails(session.chinese()));
}

int Decline(Session& session, const Typed& typed) {
  v1::DeclineMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_side(EnumValue<v1::Side>(typed.side));
  request.set_by_telephone(typed.by_telephone);
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  request.set_refuse_substitute(typed.refuse_substitute);
  return ChangeAndShow(session, &AssistanceStub::DeclineMatch, request,
                       MatchDetails(session.chinese()));
}

int Withdraw(Session& session, const Typed& typed) {
  v1::WithdrawMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &AssistanceStub::WithdrawMatch, request,
                       MatchDetails(session.chinese()));
}

int Reconsider(Session& session, const Typed& typed) {
  v1::ReconsiderMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_side(EnumValue<v1::Side>(typed.side));
  request.set_note(typed.note);
  return ChangeAndShow(session, &AssistanceStub::ReconsiderMatch, request,
                       MatchDetails(session.chinese()));
}

int Cancel(Session& session, const Typed& typed) {
  v1::CancelMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_reason(EnumValue<v1::Reason>(typed.reason));
  request.set_note(typed.note);
  return ChangeAndShow(session, &AssistanceStub::CancelMatch, request,
                       MatchDetails(session.chinese()));
}

int Dispatch(Session& session, const Typed& typed) {
  if (typed.quantity.empty() && !typed.final) {
    return session.Usage(
        "--quantity says how many base units have left; --final alone says "
        "that no more will",
        "请用 --quantity 填写已发运的数量（基本单位）；若不再发运，只填 "
        "--final");
  }
  std::int64_t quantity = 0;
  if (!ReadQuantity(session, typed, quantity)) return kUsage;
  v1::DispatchMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_quantity(quantity);
  request.set_carrier(typed.carrier);
  request.set_reference(typed.reference);
  request.set_final(typed.final);
  AddDocuments(typed, *request.mutable_documents());
  return ChangeAndShow(session, &AssistanceStub::DispatchMatch, request,
                       MatchDetails(session.chinese()));
}

// Fills `into` from "12:damaged" or "12:damaged:wet boxes".
bool ParseMissing(const std::string& text, v1::Match::Missing& into) {
  const std::vector<std::string> parts =
      absl::StrSplit(text, absl::MaxSplits(':', 2));
  std::int64_t quantity = 0;
  if (parts.size() < 2 || !absl::SimpleAtoi(parts[0], &quantity)) return false;
  into.set_quantity(quantity);
  into.set_reason(EnumValue<v1::Reason>(parts[1]));
  if (parts.size() > 2) into.set_note(parts[2]);
  return into.reason() != v1::REASON_UNSPECIFIED;
}

int Receive(Session& session, const Typed& typed) {
  std::int64_t quantity = 0;
  if (!ReadQuantity(session, typed, quantity)) return kUsage;
  v1::ReceiveMatchRequest request;
  request.set_name(MatchName(typed.id));
  request.set_received(quantity);
  for (const std::string& missing : typed.missing) {
    if (!ParseMissing(missing, *request.add_missing())) {
      return session.Usage("--missing: " + missing +
                               " is not N:REASON or N:REASON:NOTE, such as "
                               "12:damaged",
                           "--missing:" + missing +
                               " 应为 `数量:原因` 或 `数量:原因:备注`，例如 "
                               "12:damaged");
    }
  }
  request.set_note(typed.note);
  AddDocuments(typed, *request.mutable_documents());
  request.set_close(typed.close);
  request.set_close_reason(EnumValue<v1::Reason>(typed.reason));
  return ChangeAndShow(session, &AssistanceStub::ReceiveMatch, request,
                       MatchDetails(session.chinese()));
}

void AddList(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = noun.add_subcommand("list", "matches, by id");
  verb->add_option(
      "--place", typed->place,
      "only where it gives or receives; all that you act for if left out");
  verb->add_option("--donor", typed->donor, "only given by this place");
  verb->add_option("--recipient", typed->recipient,
                   "only received by this place");
  verb->add_option("--need", typed->need, "only for this need, PLACE/NEED");
  verb->add_option("--offer", typed->offer,
                   "only from this offer, PLACE/OFFER");
  verb->add_option("--item", typed->item, "only where this item is needed");
  AddEnum<v1::Match::State>(*verb, "--state", typed->state,
                            "only in this state");
  verb->add_option("--pairing", typed->pairing,
                   "only of this pairing, [SCHEME/]PAIRING");
  verb->add_option("--round", typed->round,
                   "only of this round, [SCHEME/]ROUND");
  AddEnum<v1::Match::Apart>(*verb, "--keeps-apart", typed->keeps_apart,
                            "only those that rounds keep apart for");
  Does(*verb, session, typed, &List);
}

CLI::App* AddNew(CLI::App& noun, const std::string& name,
                 const std::string& help, Typed& typed) {
  CLI::App* verb = noun.add_subcommand(name, help);
  verb->add_option("id", typed.id, "its id; the server makes one if left out");
  verb->add_option("--need", typed.need, "PLACE/NEED")->required();
  verb->add_option("--offer", typed.offer, "PLACE/OFFER")->required();
  verb->add_option("--quantity", typed.quantity, "base units")->required();
  verb->add_option("--note", typed.note, "free text");
  return verb;
}

CLI::App* AddOnOne(CLI::App& noun, const std::string& name,
                   const std::string& help, Typed& typed) {
  CLI::App* verb = noun.add_subcommand(name, help);
  verb->add_option("name", typed.id, "its id")->required();
  return verb;
}

// An answer: whose it is, and whether the office gave it by telephone.
void AddAnswer(CLI::App& verb, Typed& typed) {
  AddEnum<v1::Side>(verb, "--side", typed.side, "who answers")->required();
  verb.add_flag("--by-telephone", typed.by_telephone,
                "recorded for the office");
}

void AddReason(CLI::App& verb, Typed& typed) {
  AddEnum<v1::Reason>(verb, "--reason", typed.reason, "why")->required();
}

void AddDocument(CLI::App& verb, Typed& typed) {
  verb.add_option("--document", typed.documents,
                  "TITLE or TITLE=ADDRESS of a paper about it; repeat for more")
      ->allow_extra_args(false);
}

void AddDispatch(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb =
      AddOnOne(noun, "dispatch",
               "say that goods have left\n"
               "Example: twinaid match dispatch m-4k2j9x0q7c --quantity 5000 "
               "--carrier SF --reference SF1066",
               *typed);
  verb->add_option("--quantity", typed->quantity, "base units; 0 with --final");
  verb->add_option("--carrier", typed->carrier, "who carries it");
  verb->add_option("--reference", typed->reference, "number of the shipment");
  AddDocument(*verb, *typed);
  verb->add_flag("--final", typed->final, "the rest will not be sent");
  Does(*verb, session, typed, &Dispatch);
}

void AddReceive(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb =
      AddOnOne(noun, "receive",
               "say what has arrived, and what has not\n"
               "Example: twinaid match receive m-4k2j9x0q7c --quantity 4950 "
               "--missing 50:damaged",
               *typed);
  verb->add_option("--quantity", typed->quantity, "base units that arrived");
  verb->add_option("--missing", typed->missing,
                   "N:REASON[:NOTE], what did not; repeat for more")
      ->allow_extra_args(false);
  verb->add_option("--note", typed->note, "free text");
  AddDocument(*verb, *typed);
  verb->add_flag("--close", typed->close, "nothing more is expected");
  AddEnum<v1::Reason>(*verb, "--close-reason", typed->reason,
                      "why what is still on its way counts as missing");
  Does(*verb, session, typed, &Receive);
}

}  // namespace

void AddMatchCommands(CLI::App& root, Session& session) {
  CLI::App* noun = root.add_subcommand(
      "match", "goods of an offer for a need, from proposal to receipt");
  noun->require_subcommand(1);
  AddList(*noun, session);
  AddShow(*noun, session, &MatchName, &AssistanceStub::GetMatch, &MatchDetails);
  AddHistory(*noun, session, &MatchName, "");
  auto made = std::make_shared<Typed>();
  Does(*AddNew(*noun, "create", "propose a match by hand", *made), session,
       made, &Create);
  auto recorded = std::make_shared<Typed>();
  CLI::App* record =
      AddNew(*noun, "record", "record what was received already", *recorded);
  record->add_option("--received-on", recorded->received_on,
                     "date or RFC 3339 time; now if left out");
  Does(*record, session, recorded, &Record);

  auto yes = std::make_shared<Typed>();
  CLI::App* accept = AddOnOne(*noun, "accept", "say yes for a side", *yes);
  AddAnswer(*accept, *yes);
  accept->add_option("--note", yes->note, "free text");
  Does(*accept, session, yes, &Accept);
  auto no = std::make_shared<Typed>();
  CLI::App* decline = AddOnOne(*noun, "decline", "say no for a side", *no);
  AddAnswer(*decline, *no);
  AddReason(*decline, *no);
  decline->add_option("--note", no->note, "free text");
  decline->add_flag("--refuse-substitute", no->refuse_substitute,
                    "the recipient wants no substitute of this item for this "
                    "need, whoever gives it");
  Does(*decline, session, no, &Decline);
  auto again = std::make_shared<Typed>();
  CLI::App* reconsider =
      AddOnOne(*noun, "reconsider",
               "let rounds propose again what was declined", *again);
  AddEnum<v1::Side>(*reconsider, "--side", again->side, "who declined it")
      ->required();
  reconsider->add_option("--note", again->note, "free text");
  Does(*reconsider, session, again, &Reconsider);
  auto back = std::make_shared<Typed>();
  CLI::App* withdraw = AddOnOne(
      *noun, "withdraw", "take back a proposal that is not accepted", *back);
  AddReason(*withdraw, *back);
  withdraw->add_option("--note", back->note, "free text");
  Does(*withdraw, session, back, &Withdraw);
  auto undone = std::make_shared<Typed>();
  CLI::App* cancel =
      AddOnOne(*noun, "cancel",
               "undo an accepted match of which nothing has left", *undone);
  AddReason(*cancel, *undone);
  cancel->add_option("--note", undone->note, "free text");
  Does(*cancel, session, undone, &Cancel);
  AddDispatch(*noun, session);
  AddReceive(*noun, session);
  AddMatchContacts(*noun, session);
}

}  // namespace twinaid::client
