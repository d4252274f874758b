// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Needs and offers, matches from proposal to receipt, and rounds.
#include "service/core/assistance.h"
#include "service/core/inventory.h"
#include "service/core/letters.h"
#include "service/core/rounds.h"
#include "service/model/status_macros.h"
#include "tests/faults/store/script.h"
#include "tests/service/core/world.h"

namespace twinaid::faults {
namespace {

using core::Mutation;

constexpr std::int64_t kMuch = 100;
constexpr std::int64_t kSome = 10;

model::Need Need(const std::string& id) {
  return core::NeedOf("san-antonio", id, "gowns", kMuch);
}
model::Offer Offer(const std::string& id) {
  return core::OfferOf("wuxi", id, "gowns", kMuch);
}
core::NewMatch MatchOf(const std::string& id, const std::string& need,
                       const std::string& offer) {
  core::NewMatch match =
      core::ByHand(Need(need).name, Offer(offer).name, kSome);
  match.id = model::MatchId::Trusted(id);
  return match;
}

// Adds the need, the offer and the match of a name, the latter as the mutation
// that is told apart by it.
void Propose(Script& script, const std::string& name) {
  script.Add(
      "CreateMatch-" + name,
      [name](Mutation& m) -> absl::StatusOr<model::Match> {
        TWINAID_RETURN_IF_ERROR(core::CreateNeed(m, Need("n" + name)).status());
        TWINAID_RETURN_IF_ERROR(
            core::CreateOffer(m, Offer("o" + name)).status());
        return core::CreateMatch(m,
                                 MatchOf("m" + name, "n" + name, "o" + name));
      });
}

// The same transaction at a later moment.
Mutation After(Mutation& m, absl::Duration time) {
  return Mutation{m.tx, m.now + time, m.caller, m.ids, m.request_id};
}

model::Scheme Scheme(const std::string& title) {
  model::Scheme scheme;
  scheme.id = model::SchemeId::Trusted("joint");
  scheme.title_en = title;
  return scheme;
}

const model::RoundName& Round() {
  static const auto& name = *new model::RoundName{
      model::SchemeId::Trusted("joint"), model::RoundId::Trusted("r1")};
  return name;
}

}  // namespace

void WriteInventory(Script& script) {
  script.Add("CreateNeed",
             [](Mutation& m) { return core::CreateNeed(m, Need("n1")); });
  script.Add("CreateOffer",
             [](Mutation& m) { return core::CreateOffer(m, Offer("o1")); });
  script.Add("CreateMatch", [](Mutation& m) {
    return core::CreateMatch(m, MatchOf("m1", "n1", "o1"));
  });
  // With a proposal that is looked at again, and stays.
  script.Add("UpdateNeed", [](Mutation& m) {
    model::Need need = Need("n1");
    need.urgency = model::Urgency::kCritical;
    return core::UpdateNeed(m, need, "");
  });
  script.Add("UpdateOffer", [](Mutation& m) {
    model::Offer offer = Offer("o1");
    offer.note = "in the cellar";
    return core::UpdateOffer(m, offer, "");
  });
  script.Add("AdjustOffer", [](Mutation& m) {
    core::Adjustment adjustment;
    adjustment.delta = model::Units(kSome);
    adjustment.reason = model::Reason::kOther;
    return core::AdjustOffer(m, Offer("o1").name, "", adjustment);
  });
  script.Add("ConfirmNeed", [](Mutation& m) {
    return core::ConfirmNeed(m, Need("n1").name, "");
  });
  script.Add("ConfirmOffer", [](Mutation& m) {
    return core::ConfirmOffer(m, Offer("o1").name, "");
  });
}

void WriteMatches(Script& script) {
  const auto id = [](const std::string& text) {
    return model::MatchId::Trusted(text);
  };
  script.Add("SetConsignee", [id](Mutation& m) {
    model::Consignee consignee;
    consignee.name = "Hospital";
    consignee.address = "1 Main Street";
    return core::SetConsignee(m, id("m1"), consignee);
  });
  script.Add("CreateLetter", [](Mutation& m) {
    model::Letter letter;
    letter.id = model::LetterId::Trusted("l1");
    letter.from = core::PlaceNamed("san-antonio");
    letter.to = core::PlaceNamed("wuxi");
    letter.text = "Thank you, Wuxi.";
    letter.language = "en";
    return core::CreateLetter(m, letter);
  });
  const auto accept = [id](const std::string& match) {
    return [id, match](Mutation& m) {
      return core::AcceptMatch(m, id(match), "", model::Side::kBoth, false, "");
    };
  };
  script.Add("AcceptMatch", accept("m1"));
  script.Add("DispatchMatch", [id](Mutation& m) {
    core::NewDispatch dispatch;
    dispatch.quantity = model::BaseUnits(kSome);
    return core::DispatchMatch(m, id("m1"), "", dispatch);
  });
  script.Add("ReceiveMatch", [id](Mutation& m) {
    core::NewReceipt receipt;
    receipt.received = model::BaseUnits(kSome);
    return core::ReceiveMatch(m, id("m1"), "", receipt);
  });
  Propose(script, "2");
  script.Add("DeclineMatch", [id](Mutation& m) {
    return core::DeclineMatch(m, id("m2"), "", model::Side::kRecipient, false,
                              model::Reason::kDuplicate, "twice");
  });
  script.Add("ReconsiderMatch", [id](Mutation& m) {
    return core::ReconsiderMatch(m, id("m2"), "", model::Side::kRecipient, "");
  });
  Propose(script, "3");
  script.Add("WithdrawMatch", [id](Mutation& m) {
    return core::WithdrawMatch(m, id("m3"), "", model::Reason::kOther, "");
  });
  Propose(script, "4");
  script.Add("AcceptMatch-4", accept("m4"));
  script.Add("CancelMatch", [id](Mutation& m) {
    return core::CancelMatch(m, id("m4"), "", model::Reason::kOther, "");
  });
  Propose(script, "5");
  script.Add("LapseDue", [](Mutation& m) {
    constexpr int kAll = 256;
    Mutation later = After(m, absl::Hours(24 * 8));
    return core::LapseDue(later, kAll);
  });
  Propose(script, "6");
  script.Add("WithdrawNeed", [](Mutation& m) {
    return core::WithdrawNeed(m, Need("n6").name, "",
                              model::Reason::kNoLongerNeeded, "");
  });
  Propose(script, "7");
  script.Add("WithdrawOffer", [](Mutation& m) {
    return core::WithdrawOffer(m, Offer("o7").name, "",
                               model::Reason::kNoLongerAvailable, "");
  });
  Propose(script, "8");
  // Below what is proposed: the proposal goes.
  script.Add("UpdateNeed-8", [](Mutation& m) {
    model::Need need = Need("n8");
    need.quantity = model::Units(1);
    return core::UpdateNeed(m, need, "");
  });
  script.Add("CreateNeed-9", [](Mutation& m) {
    model::Need need = Need("n9");
    need.needed_by = absl::CivilDay(2020, 2, 12);
    return core::CreateNeed(m, need);
  });
  script.Add("ExpireThese", [](Mutation& m) {
    Mutation later = After(m, absl::Hours(24 * 8));
    const std::vector<model::NeedName> due = {Need("n9").name};
    return core::ExpireThese(later, due);
  });
}

void WriteRounds(Script& script) {
  script.Add("EnsureDefaultScheme",
             [](Mutation& m) { return core::EnsureDefaultScheme(m); });
  script.Add("CreateScheme", [](Mutation& m) {
    return core::CreateScheme(m, Scheme("Joint"));
  });
  script.Add("UpdateScheme", [](Mutation& m) {
    return core::UpdateScheme(m, Scheme("All together"), "");
  });
  script.Add("StartRound", [](Mutation& m) {
    core::NewRound round;
    round.name = Round();
    round.as_of = absl::CivilDay(2020, 2, 10);
    return core::StartRound(m, round);
  });
  // What a round leaves, as its writer does it.
  script.Add("WriteRound", [](Mutation& m) -> absl::Status {
    model::UnmetNeed unmet;
    unmet.round = Round();
    unmet.need = Need("n2").name;
    unmet.quantity = model::BaseUnits(kSome);
    TWINAID_RETURN_IF_ERROR(m.tx.unmet_needs().Insert(unmet));
    model::RoundEdge edge;
    edge.round = Round();
    edge.donor = core::PlaceNamed("wuxi");
    edge.recipient = core::PlaceNamed("san-antonio");
    edge.rung = 1;
    edge.paired = true;
    TWINAID_RETURN_IF_ERROR(m.tx.round_edges().Insert(edge));
    model::Pairing pairing;
    pairing.name = {Round().parent, model::PairingId::Trusted("p1")};
    pairing.donor = edge.donor;
    pairing.recipient = edge.recipient;
    pairing.round = Round();
    pairing.meta = {m.now, m.now, 1};
    TWINAID_RETURN_IF_ERROR(m.tx.pairings().Insert(pairing));
    core::NewMatch match = MatchOf("m10", "n2", "o2");
    match.origin = model::MatchOrigin::kRound;
    match.pairing = pairing.name;
    match.round = Round();
    match.rung = 1;
    return core::CreateMatch(m, match).status();
  });
  script.Add("EndPairing", [](Mutation& m) {
    return core::EndPairing(m,
                            {Round().parent, model::PairingId::Trusted("p1")},
                            "", model::Reason::kOther, "");
  });
}

}  // namespace twinaid::faults
