// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/assistance.h"
#include "service/core/ledger.h"
#include "service/core/proposals.h"
#include "service/core/rows.h"
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
    return model::MatchWrongState(match, model::WordOf(wanted));
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

absl::Status Save(Mutation& m, model::Match& match, absl::string_view type,
                  std::map<std::string, std::string> details,
                  absl::string_view note) {
  match.meta = EditedMeta(match.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.matches().Update(match));
  details["state"] = std::string(model::WordOf(match.state));
  details["quantity"] = absl::StrCat(match.quantity.value());
  return Record(m, type, model::ToName(match.id),
                {match.donor_place(), match.recipient_place()},
                std::move(details), note);
}

std::map<std::string, std::string> DetailsOf(model::Side side,
                                             bool by_telephone) {
  return {{"side", std::string(model::WordOf(side))},
          {"by_telephone", by_telephone ? "true" : "false"}};
}

absl::Status Activate(Mutation& m, const model::PairingName& name) {
  if (name.empty()) return absl::OkStatus();
  TWINAID_ASSIGN_OR_RETURN(model::Pairing pairing,
                           Require(m.tx.pairings(), name));
  if (pairing.state != model::PairingState::kProposed) return absl::OkStatus();
  pairing.state = model::PairingState::kActive;
  pairing.meta = EditedMeta(pairing.meta, m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.pairings().Update(pairing));
  return Record(m, "pairing.activated", name.ToString(),
                {pairing.donor, pairing.recipient}, {});
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
    return model::MatchWrongState(match,
                                  model::WordOf(model::MatchState::kProposed));
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
  TWINAID_RETURN_IF_ERROR(
      Save(m, match, "match.accepted", DetailsOf(side, by_telephone), note));
  if (both) TWINAID_RETURN_IF_ERROR(Activate(m, match.pairing));
  return match;
}

absl::StatusOr<model::Match> DeclineMatch(Mutation& m, const model::MatchId& id,
                                          absl::string_view etag,
                                          model::Side side, bool by_telephone,
                                          model::Reason reason,
                                          absl::string_view note) {
  TWINAID_RETURN_IF_ERROR(model::CheckText(note, "note", model::kMaxNoteBytes));
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, etag, model::MatchState::kProposed));
  Answer(m, match, side, model::Answer::kDeclined, by_telephone);
  TWINAID_RETURN_IF_ERROR(
      End(m, match, model::MatchState::kDeclined, reason, note));
  auto details = DetailsOf(side, by_telephone);
  details["reason"] = std::string(model::WordOf(reason));
  TWINAID_RETURN_IF_ERROR(
      Save(m, match, "match.declined", std::move(details), note));
  TWINAID_RETURN_IF_ERROR(SettlePairing(m, match.pairing));
  return match;
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
  TWINAID_RETURN_IF_ERROR(Save(m, match, "match.cancelled",
                               {{"reason", std::string(model::WordOf(reason))}},
                               note));
  return match;
}

absl::StatusOr<model::Match> WithdrawProposal(Mutation& m,
                                              const model::MatchId& id,
                                              absl::string_view why) {
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           InState(m, id, "", model::MatchState::kProposed));
  TWINAID_RETURN_IF_ERROR(
      End(m, match, model::MatchState::kWithdrawn, model::Reason::kNone, ""));
  TWINAID_RETURN_IF_ERROR(
      Save(m, match, "match.withdrawn", {{"why", std::string(why)}}, ""));
  TWINAID_RETURN_IF_ERROR(SettlePairing(m, match.pairing));
  return match;
}

}  // namespace twinaid::core
