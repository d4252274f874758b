// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/apart.h"
#include "service/core/assistance.h"
#include "service/core/end_pair.h"
#include "service/core/proposals.h"
#include "service/core/rows.h"
#include "service/core/steps.h"
#include "service/core/tallies.h"
#include "service/model/enum_names.h"
#include "service/model/match_errors.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

absl::StatusOr<model::Match> InState(const Mutation& m,
                                     const model::MatchId& id,
                                     absl::string_view etag,
                                     model::MatchState wanted) {
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           RequireFresh(m.tx.matches(), id, etag));
  if (match.state != wanted) {
    return model::MatchWrongState(match, wanted);
  }
  return match;
}

bool Names(model::Side named, model::Side side) {
  return named == side || named == model::Side::kBoth;
}

void Answer(Mutation& m, model::Match& match, model::Side side,
            model::Answer answer, bool by_telephone) {
  const model::Decision decision = {answer, m.caller.principal, by_telephone,
                                    m.now};
  if (Names(side, model::Side::kDonor)) match.donor_decision = decision;
  if (Names(side, model::Side::kRecipient)) match.recipient_decision = decision;
}

Details QuantityOf(const model::Match& match) {
  return {{"quantity", absl::StrCat(match.quantity.value())}};
}

Details DetailsOf(const model::Match& match, model::Side side,
                  bool by_telephone) {
  Details details = QuantityOf(match);
  details["side"] = std::string(model::WordOf(side));
  details["by_telephone"] = by_telephone ? "true" : "false";
  return details;
}

absl::Status Activate(Mutation& m, const model::PairingName& name) {
  if (name.empty()) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                           Require(m.tx.pairings(), name));
  if (pairing.state != model::PairingState::kProposed) return absl::OkStatus();
  return MovePairing(m, pairing, model::PairingState::kActive, {});
}

// A side prefers another partner: the pairing gives its slots free. What was
// accepted on it goes on.
absl::Status Part(Mutation& m, const model::Match& match) {
  if (match.pairing.empty()) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                           Require(m.tx.pairings(), match.pairing));
  if (pairing.state == model::PairingState::kEnded) return absl::OkStatus();
  return EndPair(m, pairing,
                 {{"reason", std::string(model::WordOf(match.end_reason))},
                  {"match", model::ToName(match.id)}},
                 "", "pairing_ended");
}

// Only the need's own side says which substitutes it takes.
absl::Status CheckRefusal(const model::Match& match, model::Side side) {
  if (!match.is_substitute()) {
    return model::InvalidValue(
        "refuse_substitute", "true",
        "false: the item that was asked for is offered, no substitute",
        "false：所提供的正是所需物品，并非替代品");
  }
  if (Names(side, model::Side::kRecipient)) return absl::OkStatus();
  return model::InvalidValue("refuse_substitute", "true",
                             "false, unless the recipient's side declines",
                             "false，除非由受助方拒绝");
}

// The sides that said no. Precondition: the match is DECLINED.
model::Side DeclinedBy(const model::Match& match) {
  const bool donor = match.donor_decision.answer == model::Answer::kDeclined;
  const bool recipient =
      match.recipient_decision.answer == model::Answer::kDeclined;
  if (donor && recipient) return model::Side::kBoth;
  return donor ? model::Side::kDonor : model::Side::kRecipient;
}

// Frees what is not sent and ends the match.
absl::Status End(Mutation& m, model::Match& match, model::MatchState state,
                 model::Reason reason, absl::string_view note) {
  TWINAID_ASSIGN_OR_RETURN(Ends ends, LoadEnds(m.view(), match));
  if (match.state == model::MatchState::kProposed) {
    ends.TakeBack(match.quantity);
  } else {
    ends.Release(match.quantity);
  }
  match.state = state;
  match.end_reason = reason;
  match.end_note = std::string(note);
  return SaveEnds(m, std::move(ends));
}

}  // namespace

absl::StatusOr<model::Match> AcceptMatch(Mutation& m, const model::MatchId& id,
                                         absl::string_view etag,
                                         model::Side side, bool by_telephone,
                                         absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           RequireFresh(m.tx.matches(), id, etag));
  const auto yes = [&](model::Side one, const model::Decision& decision) {
    return !Names(side, one) || decision.answer == model::Answer::kAccepted;
  };
  const bool live = match.is_live();
  if (live && yes(model::Side::kDonor, match.donor_decision) &&
      yes(model::Side::kRecipient, match.recipient_decision)) {
    return match;
  }
  if (match.state != model::MatchState::kProposed) {
    return model::MatchWrongState(match, model::MatchState::kProposed);
  }
  Answer(m, match, side, model::Answer::kAccepted, by_telephone);
  const bool both = match.donor_decision.answer == model::Answer::kAccepted &&
                    match.recipient_decision.answer == model::Answer::kAccepted;
  if (both) {
    TWINAID_ASSIGN_OR_RETURN(Ends ends, LoadEnds(m.view(), match));
    ends.Commit(match.quantity);
    TWINAID_RETURN_IF_ERROR(SaveEnds(m, std::move(ends)));
    match.state = model::MatchState::kAccepted;
  }
  TWINAID_RETURN_IF_ERROR(SaveStep(m, match, "match.accepted",
                                   DetailsOf(match, side, by_telephone), note));
  if (both) TWINAID_RETURN_IF_ERROR(Activate(m, match.pairing));
  return match;
}

absl::StatusOr<model::Match> DeclineMatch(Mutation& m, const model::MatchId& id,
                                          absl::string_view etag,
                                          model::Side side, bool by_telephone,
                                          model::Reason reason,
                                          absl::string_view note,
                                          bool refuse_substitute) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, etag, model::MatchState::kProposed));
  if (refuse_substitute) {
    TWINAID_RETURN_IF_ERROR(CheckRefusal(match, side));
  }
  Answer(m, match, side, model::Answer::kDeclined, by_telephone);
  match.keeps_apart = ApartAfter(reason);
  match.substitute_refused = refuse_substitute;
  TWINAID_RETURN_IF_ERROR(
      End(m, match, model::MatchState::kDeclined, reason, note));
  Details details = DetailsOf(match, side, by_telephone);
  details["reason"] = std::string(model::WordOf(reason));
  if (refuse_substitute) {
    details["substitute_refused"] = model::ToName(match.offer_item);
  }
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.declined", std::move(details), note));
  TWINAID_RETURN_IF_ERROR(match.keeps_apart == model::Apart::kPlaces
                              ? Part(m, match)
                              : SettlePairing(m, match.pairing));
  return match;
}

absl::StatusOr<model::Match> ReconsiderMatch(Mutation& m,
                                             const model::MatchId& id,
                                             absl::string_view etag,
                                             model::Side side,
                                             absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, etag, model::MatchState::kDeclined));
  const model::Side declined = DeclinedBy(match);
  if (!Names(side, declined)) {
    return model::NotDeclinedBySide(match, side, declined);
  }
  if (match.keeps_apart == model::Apart::kNobody) return match;
  match.keeps_apart = model::Apart::kNobody;
  match.substitute_refused = false;
  TWINAID_RETURN_IF_ERROR(SaveStep(m, match, "match.reconsidered",
                                   {{"side", std::string(model::WordOf(side))}},
                                   note));
  return match;
}

absl::StatusOr<model::Match> WithdrawMatch(Mutation& m,
                                           const model::MatchId& id,
                                           absl::string_view etag,
                                           model::Reason reason,
                                           absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, etag, model::MatchState::kProposed));
  TWINAID_RETURN_IF_ERROR(
      End(m, match, model::MatchState::kWithdrawn, reason, note));
  Details details = QuantityOf(match);
  details["reason"] = std::string(model::WordOf(reason));
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.withdrawn", std::move(details), note));
  TWINAID_RETURN_IF_ERROR(SettlePairing(m, match.pairing));
  return match;
}

absl::StatusOr<int> LapseDue(Mutation& m, int limit) {
  store::MatchQuery due;
  due.answer_by = m.now;
  TWINAID_ASSIGN_OR_RETURN(std::vector<model::Match> matches,
                           m.tx.matches().List(due, std::nullopt, limit));
  for (model::Match& match : matches) {
    match.keeps_apart = model::Apart::kNeedAndOffer;
    TWINAID_RETURN_IF_ERROR(
        End(m, match, model::MatchState::kLapsed, model::Reason::kNone, ""));
    TWINAID_RETURN_IF_ERROR(
        SaveStep(m, match, "match.lapsed", QuantityOf(match)));
    TWINAID_RETURN_IF_ERROR(SettlePairing(m, match.pairing));
  }
  return static_cast<int>(matches.size());
}

absl::StatusOr<model::Match> CancelMatch(Mutation& m, const model::MatchId& id,
                                         absl::string_view etag,
                                         model::Reason reason,
                                         absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, etag, model::MatchState::kAccepted));
  TWINAID_RETURN_IF_ERROR(
      End(m, match, model::MatchState::kCancelled, reason, note));
  Details details = QuantityOf(match);
  details["reason"] = std::string(model::WordOf(reason));
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.cancelled", std::move(details), note));
  return match;
}

absl::StatusOr<model::Match> WithdrawProposal(Mutation& m,
                                              const model::MatchId& id,
                                              absl::string_view why) {
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, "", model::MatchState::kProposed));
  TWINAID_RETURN_IF_ERROR(
      End(m, match, model::MatchState::kWithdrawn, model::Reason::kNone, ""));
  Details details = QuantityOf(match);
  details["why"] = std::string(why);
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.withdrawn", std::move(details)));
  TWINAID_RETURN_IF_ERROR(SettlePairing(m, match.pairing));
  return match;
}

}  // namespace twinaid::core
