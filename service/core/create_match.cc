// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/apart.h"
#include "service/core/assistance.h"
#include "service/core/compatibility.h"
#include "service/core/ledger.h"
#include "service/core/new_match.h"
#include "service/core/rows.h"
#include "service/core/tallies.h"
#include "service/model/enum_names.h"
#include "service/model/match_errors.h"
#include "service/model/supply_errors.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

// A lot binds what is sent in one go; a round sees to it over all its matches.
absl::Status CheckLot(const View& v, const NewMatch& match,
                      const model::Offer& offer) {
  if (match.origin != model::MatchOrigin::kManual || !offer.min_lot) {
    return absl::OkStatus();
  }
  TWINAID_ASSIGN_OR_RETURN(const model::Item item,
                           Require(v.tx.items(), offer.item));
  const model::BaseUnits lot(offer.min_lot->value() * item.base_content);
  if (match.quantity >= lot) return absl::OkStatus();
  return model::BelowMinimumLot(offer.name, lot, match.quantity);
}

absl::Status CheckTime(const View& v, const NewMatch& match) {
  if (!match.happened) return absl::OkStatus();
  if (match.origin != model::MatchOrigin::kRecorded) {
    return model::InvalidValue("received_time", "a time",
                               "no time, unless the match is RECORDED",
                               "仅 RECORDED 可填写时间");
  }
  if (*match.happened <= v.now) return absl::OkStatus();
  return model::InvalidValue(
      "received_time", absl::FormatTime(*match.happened, absl::UTCTimeZone()),
      "a time that has passed", "已经过去的时间");
}

// When a proposal lapses: by its scheme, schemes/default for one by hand.
absl::StatusOr<absl::Time> AnswerBy(const Mutation& m, const NewMatch& match) {
  const model::SchemeId id =
      match.round.empty() ? model::SchemeId::Trusted(model::kDefaultSchemeId)
                          : match.round.parent;
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Scheme> scheme,
                           m.tx.schemes().Find(id));
  const int days = scheme ? scheme->answer_days : model::kDefaultAnswerDays;
  return m.now + absl::Hours(24) * days;
}

// The earliest match of the need of which something did not arrive, and has not
// been made good by those that replace it. None: an empty id.
absl::StatusOr<model::MatchId> Replaced(const View& v,
                                        const model::NeedName& need) {
  store::MatchQuery of_need;
  of_need.need = need;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           v.tx.matches().List(of_need, std::nullopt, 0));
  std::map<model::MatchId, model::BaseUnits> made_good;
  for (const model::Match& match : matches) {
    const bool counts =
        match.is_live() || match.state == model::MatchState::kReceived;
    if (!counts || match.replaces.empty()) continue;
    // What was never sent makes nothing good.
    const model::BaseUnits most =
        match.dispatch_final ? match.dispatched() : match.quantity;
    made_good[match.replaces] += most - match.missing();
  }
  const model::Match* first = nullptr;
  for (const model::Match& match : matches) {
    if (match.missing() <= made_good[match.id]) continue;
    if (first == nullptr || std::tie(match.meta.create_time, match.id) <
                                std::tie(first->meta.create_time, first->id)) {
      first = &match;
    }
  }
  return first == nullptr ? model::MatchId() : first->id;
}

// A gift that was made: every step at once, at the time it happened.
void CarryOut(model::Match& match, Ends& ends, const std::string& principal,
              absl::Time when) {
  ends.Commit(match.quantity);
  ends.Dispatch(match.quantity);
  ends.Receive(match.quantity, model::BaseUnits(0));
  match.state = model::MatchState::kReceived;
  match.donor_decision = {model::Answer::kAccepted, principal, false, when};
  match.recipient_decision = match.donor_decision;
  match.dispatches = {{when, match.quantity, "", "", {}}};
  match.receipts = {{when, match.quantity, {}, "", {}}};
  match.dispatch_final = true;
}

}  // namespace

absl::StatusOr<CheckedMatch> CheckNewMatch(const View& v,
                                           const NewMatch& match) {
  if (match.need.empty()) return model::RequiredField("match.need");
  if (match.offer.empty()) return model::RequiredField("match.offer");
  if (match.quantity < model::BaseUnits(1) ||
      match.quantity > model::BaseUnits(model::kMaxBaseUnits)) {
    return model::OutOfRange("match.quantity", match.quantity.value(), 1,
                             model::kMaxBaseUnits);
  }
  TWINAID_RETURN_IF_ERROR(CheckTime(v, match));
  TWINAID_RETURN_IF_ERROR(
      model::CheckText(match.note, "note", model::kMaxNoteBytes));
  CheckedMatch checked;
  TWINAID_ASSIGN_OR_RETURN(checked.ends.need,
                           Refer(v.tx.needs(), match.need, "match.need"));
  TWINAID_ASSIGN_OR_RETURN(checked.ends.offer,
                           Refer(v.tx.offers(), match.offer, "match.offer"));
  const model::Need& need = checked.ends.need;
  const model::Offer& offer = checked.ends.offer;
  if (need.closed != model::Closed::kNo) return model::NeedClosed(need);
  if (offer.closed != model::Closed::kNo) return model::OfferClosed(offer);
  const bool recorded = match.origin == model::MatchOrigin::kRecorded;
  TWINAID_ASSIGN_OR_RETURN(
      checked.quality_percent,
      CheckFit(v, need, offer, match.day.value_or(DayOf(v.now)),
               recorded ? Days::kIgnore : Days::kCheck));
  if (match.origin == model::MatchOrigin::kRound) {
    TWINAID_ASSIGN_OR_RETURN(
        const bool apart,
        AreApart(v, match.need, match.offer, match.round.parent));
    if (apart) {
      return model::DoesNotFit(match.offer, match.need,
                               model::Misfit::kDeclinedBefore);
    }
  }
  if (match.quantity > offer.available()) {
    return model::NotEnoughAvailable(offer.name, offer.available(),
                                     match.quantity);
  }
  if (match.quantity > need.open_to_matching()) {
    return model::NotEnoughOpen(need.name, need.open_to_matching(),
                                match.quantity);
  }
  TWINAID_RETURN_IF_ERROR(CheckLot(v, match, offer));
  return checked;
}

absl::StatusOr<model::Match> GetMatch(const View& v, const model::MatchId& id) {
  return Require(v.tx.matches(), id);
}

absl::StatusOr<model::Match> CreateMatch(Mutation& m, const NewMatch& match) {
  TWINAID_ASSIGN_OR_RETURN(CheckedMatch checked,
                           CheckNewMatch(m.view(), match));
  return MakeMatch(m, match, std::move(checked));
}

absl::StatusOr<model::Match> MakeMatch(Mutation& m, const NewMatch& given,
                                       CheckedMatch checked) {
  Ends& ends = checked.ends;
  model::Match match;
  match.id =
      given.id.empty() ? model::MatchId::Trusted(m.ids.NewId("m")) : given.id;
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.matches(), match.id));
  match.need = given.need;
  match.offer = given.offer;
  match.need_item = ends.need.item;
  match.offer_item = ends.offer.item;
  match.quality_percent = checked.quality_percent;
  match.quantity = given.quantity;
  match.origin = given.origin;
  match.pairing = given.pairing;
  match.round = given.round;
  match.rung = given.rung;
  match.meta = NewMeta(m.now);
  TWINAID_ASSIGN_OR_RETURN(const model::Item item,
                           Require(m.tx.items(), match.need_item));
  match.category = item.category;
  match.currency = ends.need.currency;
  TWINAID_ASSIGN_OR_RETURN(match.replaces, Replaced(m.view(), match.need));
  ends.Propose(match.quantity);
  const bool recorded = match.origin == model::MatchOrigin::kRecorded;
  if (recorded) {
    CarryOut(match, ends, m.caller.principal, given.happened.value_or(m.now));
  } else {
    TWINAID_ASSIGN_OR_RETURN(match.answer_by, AnswerBy(m, given));
  }
  const std::vector<model::PlaceId> places = {match.donor_place(),
                                              match.recipient_place()};
  TWINAID_RETURN_IF_ERROR(SaveEnds(m, std::move(ends)));
  TWINAID_RETURN_IF_ERROR(m.tx.matches().Insert(match));
  std::map<std::string, std::string> details = {
      {"need", match.need.ToString()},
      {"offer", match.offer.ToString()},
      {"quantity", absl::StrCat(match.quantity.value())},
      {"origin", std::string(model::WordOf(match.origin))}};
  if (match.is_substitute()) {
    details["substitute"] = model::ToName(match.offer_item);
  }
  if (!match.replaces.empty()) {
    details["replaces"] = model::ToName(match.replaces);
  }
  TWINAID_RETURN_IF_ERROR(
      Record(m, recorded ? "match.recorded" : "match.proposed",
             model::ToName(match.id), places, std::move(details), given.note));
  return match;
}

}  // namespace twinaid::core
