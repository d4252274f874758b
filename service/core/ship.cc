// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/assistance.h"
#include "service/core/rows.h"
#include "service/core/steps.h"
#include "service/core/tallies.h"
#include "service/model/enum_names.h"
#include "service/model/match_errors.h"
#include "service/model/text.h"

namespace twinaid::core {
namespace {

constexpr model::BaseUnits kNothing{};

model::BaseUnits LeftToSend(const model::Match& match) {
  return match.dispatch_final ? kNothing : match.quantity - match.dispatched();
}

// All that was sent is accounted for, and nothing more will be sent.
void CloseIfDone(model::Match& match) {
  if (!match.dispatch_final || match.in_transit() > kNothing) return;
  match.state = match.received() > kNothing ? model::MatchState::kReceived
                                            : model::MatchState::kLost;
}

absl::Status CheckDispatch(const model::Match& match,
                           const NewDispatch& dispatch) {
  TWINAID_RETURN_IF_ERROR(
      model::CheckText(dispatch.carrier, "carrier", model::kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(
      model::CheckText(dispatch.reference, "reference", model::kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(model::Validate(dispatch.documents, "documents"));
  const bool nothing = dispatch.quantity == kNothing;
  if (dispatch.quantity < kNothing || (nothing && !dispatch.final)) {
    return model::OutOfRange("quantity", dispatch.quantity.value(), 1,
                             model::kMaxBaseUnits);
  }
  const bool open =
      match.state == model::MatchState::kAccepted ||
      (match.state == model::MatchState::kDispatched && !match.dispatch_final);
  if (!open) {
    return model::MatchWrongState(match, model::MatchState::kAccepted);
  }
  if (nothing && match.dispatched() == kNothing) {
    return model::InvalidValue(
        "quantity", "0",
        "more than 0: a match of which nothing is sent is cancelled instead",
        "大于 0：若完全不发运，请取消该匹配");
  }
  if (dispatch.quantity > LeftToSend(match)) {
    return model::DispatchTooMuch(match.id, LeftToSend(match),
                                  dispatch.quantity);
  }
  return absl::OkStatus();
}

absl::StatusOr<model::BaseUnits> SumOf(const NewReceipt& receipt) {
  TWINAID_RETURN_IF_ERROR(
      model::CheckText(receipt.note, "note", model::kMaxNoteBytes));
  TWINAID_RETURN_IF_ERROR(model::Validate(receipt.documents, "documents"));
  model::BaseUnits sum = receipt.received;
  if (receipt.received < kNothing ||
      receipt.received > model::BaseUnits(model::kMaxBaseUnits)) {
    return model::OutOfRange("received", receipt.received.value(), 0,
                             model::kMaxBaseUnits);
  }
  for (std::size_t i = 0; i < receipt.missing.size(); ++i) {
    const model::Missing& part = receipt.missing[i];
    const std::string at = absl::StrCat("missing[", i, "].");
    if (part.quantity <= kNothing ||
        part.quantity > model::BaseUnits(model::kMaxBaseUnits)) {
      return model::OutOfRange(at + "quantity", part.quantity.value(), 1,
                               model::kMaxBaseUnits);
    }
    if (part.reason == model::Reason::kNone) {
      return model::RequiredField(at + "reason");
    }
    TWINAID_RETURN_IF_ERROR(
        model::CheckText(part.note, at + "note", model::kMaxNoteBytes));
    sum += part.quantity;
    // So that no number of parts can overflow.
    if (sum > model::BaseUnits(2 * model::kMaxBaseUnits)) break;
  }
  if (sum == kNothing && !receipt.close) {
    return model::InvalidValue("received", "0",
                               "what arrived, what is missing, or close",
                               "已收到的数量、缺少的数量，或结束（close）");
  }
  return sum;
}

}  // namespace

absl::StatusOr<model::Match> DispatchMatch(Mutation& m,
                                           const model::MatchId& id,
                                           absl::string_view etag,
                                           const NewDispatch& dispatch) {
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           RequireFresh(m.tx.matches(), id, etag));
  TWINAID_RETURN_IF_ERROR(CheckDispatch(match, dispatch));
  TWINAID_ASSIGN_OR_RETURN(Ends ends, LoadEnds(m.view(), match));
  if (dispatch.quantity > kNothing) {
    ends.Dispatch(dispatch.quantity);
    match.dispatches.push_back({m.now, dispatch.quantity, dispatch.carrier,
                                dispatch.reference, dispatch.documents});
  }
  const model::BaseUnits rest = LeftToSend(match);
  if (dispatch.final || rest == kNothing) {
    ends.Release(rest);
    match.dispatch_final = true;
  }
  match.state = model::MatchState::kDispatched;
  CloseIfDone(match);
  TWINAID_RETURN_IF_ERROR(SaveEnds(m, std::move(ends)));
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.dispatched",
               {{"quantity", absl::StrCat(dispatch.quantity.value())},
                {"final", match.dispatch_final ? "true" : "false"}}));
  return match;
}

absl::StatusOr<model::Match> ReceiveMatch(Mutation& m, const model::MatchId& id,
                                          absl::string_view etag,
                                          const NewReceipt& given) {
  TWINAID_ASSIGN_OR_RETURN(model::Match match,
                           RequireFresh(m.tx.matches(), id, etag));
  TWINAID_ASSIGN_OR_RETURN(model::BaseUnits accounted, SumOf(given));
  if (match.state != model::MatchState::kDispatched) {
    return model::MatchWrongState(match, model::MatchState::kDispatched);
  }
  if (accounted > match.in_transit()) {
    return model::ReceiveTooMuch(match.id, match.in_transit(), accounted);
  }
  model::Receipt receipt = {m.now, given.received, given.missing, given.note,
                            given.documents};
  TWINAID_ASSIGN_OR_RETURN(Ends ends, LoadEnds(m.view(), match));
  if (given.close) {
    const model::BaseUnits rest = match.in_transit() - accounted;
    if (rest > kNothing) {
      if (given.close_reason == model::Reason::kNone) {
        return model::RequiredField("close_reason");
      }
      receipt.missing.push_back({rest, given.close_reason, ""});
      accounted += rest;
    }
    ends.Release(LeftToSend(match));
    match.dispatch_final = true;
    match.end_reason = given.close_reason;
  }
  ends.Receive(given.received, accounted - given.received);
  match.receipts.push_back(receipt);
  CloseIfDone(match);
  TWINAID_RETURN_IF_ERROR(SaveEnds(m, std::move(ends)));
  TWINAID_RETURN_IF_ERROR(
      SaveStep(m, match, "match.received",
               {{"received", absl::StrCat(given.received.value())},
                {"missing", absl::StrCat((accounted - given.received).value())},
                {"closed", given.close ? "true" : "false"}},
               given.note));
  return match;
}

}  // namespace twinaid::core
