// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/match_errors.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

struct MisfitText {
  const char* reason;
  const char* en;
  const char* zh;
};

MisfitText TextOfMisfit(Misfit misfit) {
  switch (misfit) {
    case Misfit::kSamePlace:
      return {"SAME_PLACE", "they are of the same place", "两者属于同一个地方"};
    case Misfit::kItem:
      return {"ITEM_NOT_ACCEPTED",
              "its item is neither the needed item nor a substitute that the "
              "need accepts",
              "其物品既不是所需物品，也不是该需求接受的替代品"};
    case Misfit::kQuality:
      return {"QUALITY_TOO_LOW", "the substitute's quality is below the need's",
              "替代品的质量低于需求的最低要求"};
    case Misfit::kCurrency:
      return {"CURRENCY_DIFFERS", "the currencies differ", "币种不同"};
    case Misfit::kDirected:
      return {"DIRECTED_ELSEWHERE", "it is directed to another place",
              "该供给指定给另一个地方"};
    case Misfit::kUnavailable:
      return {"NOT_AVAILABLE_IN_TIME",
              "it cannot be ready before its last day (available_until)",
              "该供给无法在截止日（available_until）之前备妥"};
    case Misfit::kTooLate:
      return {"ARRIVES_TOO_LATE",
              "it would arrive after the day it is needed by",
              "到达时已超过需求期限"};
    case Misfit::kGoodsExpired:
      return {"GOODS_EXPIRED", "the goods would have expired on arrival",
              "物资到达时已过保质期"};
    case Misfit::kDeclinedBefore:
      return {"DECLINED_BEFORE", "the two were declined together before",
              "两者的配对曾被拒绝"};
    case Misfit::kNoTie:
      return {"NO_ACTIVE_TIE", "no active tie joins the two places",
              "两地之间没有有效的友好关系"};
  }
  return {"ITEM_NOT_ACCEPTED", "they do not fit", "两者不相符"};
}

std::string Text(BaseUnits quantity) { return absl::StrCat(quantity.value()); }

absl::Status Refuse(const char* reason, std::string subject, const char* en,
                    const char* zh, BaseUnits limit, BaseUnits given) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {
      {"name", subject}, {"limit", Text(limit)}, {"given", Text(given)}};
  spec.precondition_subject = std::move(subject);
  return MakeError(spec);
}

}  // namespace

absl::Status DoesNotFit(const OfferName& offer, const NeedName& need,
                        Misfit misfit) {
  const MisfitText text = TextOfMisfit(misfit);
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = text.reason;
  spec.en = absl::StrCat("{offer} cannot serve {need}: ", text.en);
  spec.zh = absl::StrCat("{offer} 不能满足 {need}：", text.zh);
  spec.metadata = {{"offer", offer.ToString()}, {"need", need.ToString()}};
  spec.field = "offer";
  return MakeError(spec);
}

absl::string_view ReasonOf(Misfit misfit) {
  return TextOfMisfit(misfit).reason;
}

absl::Status MatchWrongState(const Match& match, MatchState wanted) {
  const std::string name = ToName(match.id);
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "MATCH_WRONG_STATE";
  spec.en = "{name} is {state}; this call needs a match that is {wanted}";
  spec.zh = "{name} 的状态为“{state}”；此操作要求状态为“{wanted}”";
  spec.metadata = {{"name", name},
                   {"state", std::string(WordOf(match.state))},
                   {"wanted", std::string(WordOf(wanted))}};
  spec.zh_words = {{"state", std::string(ChineseWordOf(match.state))},
                   {"wanted", std::string(ChineseWordOf(wanted))}};
  spec.precondition_subject = name;
  return MakeError(spec);
}

absl::Status NotDeclinedBySide(const Match& match, Side given, Side declined) {
  const std::string name = ToName(match.id);
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = "NOT_DECLINED_BY_SIDE";
  spec.en =
      "{name} was declined by {declined}, and {given} cannot reconsider it; "
      "name {declined}";
  spec.zh =
      "{name} 由{declined}谢绝，{given}不能重新考虑；请用 --side "
      "指明{declined}";
  spec.metadata = {{"name", name},
                   {"given", std::string(WordOf(given))},
                   {"declined", std::string(WordOf(declined))}};
  spec.zh_words = {{"given", std::string(ChineseWordOf(given))},
                   {"declined", std::string(ChineseWordOf(declined))}};
  spec.precondition_subject = name;
  return MakeError(spec);
}

absl::Status NotEnoughAvailable(const OfferName& offer, BaseUnits available,
                                BaseUnits wanted) {
  return Refuse(
      "NOT_ENOUGH_AVAILABLE", offer.ToString(),
      "{name} has {limit} base units available, {given} are asked for",
      "{name} 可用 {limit} 个基本单位，请求为 {given}", available, wanted);
}

absl::Status NotEnoughOpen(const NeedName& need, BaseUnits open,
                           BaseUnits wanted) {
  return Refuse("NOT_ENOUGH_OPEN", need.ToString(),
                "{name} has {limit} base units open, {given} are proposed",
                "{name} 尚缺 {limit} 个基本单位，请求为 {given}", open, wanted);
}

absl::Status BelowMinimumLot(const OfferName& offer, BaseUnits lot,
                             BaseUnits wanted) {
  return Refuse("BELOW_MINIMUM_LOT", offer.ToString(),
                "{name} ships at least {limit} base units, {given} are asked "
                "for",
                "{name} 每次至少发运 {limit} 个基本单位，请求为 {given}", lot,
                wanted);
}

absl::Status DispatchTooMuch(const MatchId& match, BaseUnits left,
                             BaseUnits given) {
  return Refuse("DISPATCH_TOO_MUCH", ToName(match),
                "{name} has {limit} base units left to send, {given} are given",
                "{name} 还可发运 {limit} 个基本单位，所填为 {given}", left,
                given);
}

absl::Status ReceiveTooMuch(const MatchId& match, BaseUnits in_transit,
                            BaseUnits given) {
  return Refuse("RECEIVE_TOO_MUCH", ToName(match),
                "{name} has {limit} base units on their way, {given} are given",
                "{name} 在途 {limit} 个基本单位，所填为 {given}", in_transit,
                given);
}

}  // namespace twinaid::model
