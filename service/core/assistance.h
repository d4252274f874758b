// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Use cases on matches: from proposal to receipt.
//
// Every call moves the quantities of the match, its need and its offer together
// and records an event. After each: proposed + committed + dispatched never
// exceed what is offered, a need is never over-covered, nothing is negative.
//
// All return NOT_FOUND; ABORTED (STALE_ETAG); FAILED_PRECONDITION
// (MATCH_WRONG_STATE) where the match's state does not allow the call.
#ifndef TWINAID_SERVICE_CORE_ASSISTANCE_H_
#define TWINAID_SERVICE_CORE_ASSISTANCE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/core/context.h"
#include "service/model/match.h"

namespace twinaid::core {

absl::StatusOr<model::Match> GetMatch(const View& v, const model::MatchId& id);

// A match to be made. RECORDED: `happened` holds when it was received; the
// match goes straight to RECEIVED.
struct NewMatch {
  model::MatchId id;  // empty: made here
  model::NeedName need;
  model::OfferName offer;
  model::BaseUnits quantity;
  model::MatchOrigin origin = model::MatchOrigin::kManual;
  model::PairingName pairing;  // ROUND only, like round and rung
  model::RoundName round;
  int rung = 0;
  std::optional<absl::Time> happened;
  std::optional<absl::CivilDay> day;  // to judge days by; today if empty
  std::string note;
};

// Checks that the offer may serve the need (item or accepted substitute,
// quality, currency, direction, days, not the same place) and that both have
// the quantity left; the store's rows of the moment decide.
// INVALID_ARGUMENT: they do not fit; FAILED_PRECONDITION: NOT_ENOUGH_AVAILABLE,
// NOT_ENOUGH_OPEN, BELOW_MINIMUM_LOT; ALREADY_EXISTS.
absl::StatusOr<model::Match> CreateMatch(Mutation& m, const NewMatch& match);

// One side's, or both sides', yes. When both have accepted, the quantity is
// committed and the match's pairing becomes ACTIVE. Accepting again changes
// nothing.
absl::StatusOr<model::Match> AcceptMatch(Mutation& m, const model::MatchId& id,
                                         absl::string_view etag,
                                         model::Side side, bool by_telephone,
                                         absl::string_view note);

// A no. Frees what was proposed, and keeps this need and this offer apart; with
// prefers_other the two places, and their pairing ends. `refuse_substitute`:
// the need is not offered that item again, whoever gives it. INVALID_ARGUMENT
// where it is no substitute, or the recipient's side is not named.
absl::StatusOr<model::Match> DeclineMatch(Mutation& m, const model::MatchId& id,
                                          absl::string_view etag,
                                          model::Side side, bool by_telephone,
                                          model::Reason reason,
                                          absl::string_view note,
                                          bool refuse_substitute = false);

// Lifts what a declined match keeps apart. `side` is the one that declined, or
// kBoth. FAILED_PRECONDITION (NOT_DECLINED_BY_SIDE). Lifting again changes
// nothing.
absl::StatusOr<model::Match> ReconsiderMatch(Mutation& m,
                                             const model::MatchId& id,
                                             absl::string_view etag,
                                             model::Side side,
                                             absl::string_view note);

// Takes back a proposal that the two sides have not both accepted. It may be
// proposed again.
absl::StatusOr<model::Match> WithdrawMatch(Mutation& m,
                                           const model::MatchId& id,
                                           absl::string_view etag,
                                           model::Reason reason,
                                           absl::string_view note);

// Ends proposals whose time to answer has come, at most `limit` of them, and
// keeps need and offer apart until one of them is confirmed. Returns how many.
absl::StatusOr<int> LapseDue(Mutation& m, int limit);

// Undoes an accepted match of which nothing was dispatched.
absl::StatusOr<model::Match> CancelMatch(Mutation& m, const model::MatchId& id,
                                         absl::string_view etag,
                                         model::Reason reason,
                                         absl::string_view note);

// Sent, in whole or in part. With `final` the rest will not be sent and
// returns. FAILED_PRECONDITION (DISPATCH_TOO_MUCH): above what is left.
struct NewDispatch {
  model::BaseUnits quantity;  // may be 0 with final
  std::string carrier;
  std::string reference;
  bool final = false;
  std::vector<model::Document> documents;
};
absl::StatusOr<model::Match> DispatchMatch(Mutation& m,
                                           const model::MatchId& id,
                                           absl::string_view etag,
                                           const NewDispatch& dispatch);

// Arrived, in whole or in part; what is missing is open again.
// FAILED_PRECONDITION (RECEIVE_TOO_MUCH): above what is on its way.
struct NewReceipt {
  model::BaseUnits received;
  std::vector<model::Missing> missing;
  std::string note;
  // The recipient closes the match: what is still on its way counts as
  // missing (close_reason), what was not sent returns.
  bool close = false;
  model::Reason close_reason = model::Reason::kNone;
  std::vector<model::Document> documents;
};
absl::StatusOr<model::Match> ReceiveMatch(Mutation& m, const model::MatchId& id,
                                          absl::string_view etag,
                                          const NewReceipt& receipt);

// Takes back a proposal that nobody has answered in full (a need shrank, a
// round failed). Not for callers of the API.
absl::StatusOr<model::Match> WithdrawProposal(Mutation& m,
                                              const model::MatchId& id,
                                              absl::string_view why);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_ASSISTANCE_H_
