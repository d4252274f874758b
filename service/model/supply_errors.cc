// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/supply_errors.h"

#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/enum_names.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

absl::Status Refuse(const char* reason, const std::string& subject,
                    const char* en, const char* zh,
                    std::map<std::string, std::string> metadata,
                    std::map<std::string, std::string> zh_words = {}) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kFailedPrecondition;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.metadata = std::move(metadata);
  spec.metadata["name"] = subject;
  spec.zh_words = std::move(zh_words);
  spec.precondition_subject = subject;
  return MakeError(spec);
}

std::string Text(BaseUnits quantity) { return absl::StrCat(quantity.value()); }

}  // namespace

absl::Status NeedClosed(const Need& need) {
  return Refuse("NEED_CLOSED", need.name.ToString(),
                "{name} is {state} and takes no more changes",
                "{name} 的状态为“{state}”，不能再更改",
                {{"state", std::string(WordOf(need.state()))}},
                {{"state", std::string(ChineseWordOf(need.state()))}});
}

absl::Status OfferClosed(const Offer& offer) {
  return Refuse("OFFER_CLOSED", offer.name.ToString(),
                "{name} is {state} and takes no more changes",
                "{name} 的状态为“{state}”，不能再更改",
                {{"state", std::string(WordOf(offer.state()))}},
                {{"state", std::string(ChineseWordOf(offer.state()))}});
}

absl::Status NeedUnderWay(const Need& need) {
  return Refuse(
      "NEED_UNDER_WAY", need.name.ToString(),
      "{name} has {committed} base units committed and {in_transit} on their "
      "way; cancel or receive those matches first",
      "{name} 有 {committed} 个基本单位已承诺、{in_transit} "
      "个在途；请先取消或签收这些匹配",
      {{"committed", Text(need.tallies.committed)},
       {"in_transit", Text(need.tallies.in_transit)}});
}

absl::Status OfferUnderWay(const Offer& offer) {
  return Refuse(
      "OFFER_UNDER_WAY", offer.name.ToString(),
      "{name} has {committed} base units committed; cancel or "
      "dispatch those matches first",
      "{name} 有 {committed} 个基本单位已承诺；请先取消或发运这些匹配",
      {{"committed", Text(offer.tallies.committed)}});
}

absl::Status QuantityBelowCovered(const Need& need, BaseUnits given) {
  return Refuse("QUANTITY_BELOW_COVERED", need.name.ToString(),
                "{name} is covered by {covered} base units; {given} is less",
                "{name} 已覆盖 {covered} 个基本单位；{given} 小于该数",
                {{"covered", Text(need.covered())}, {"given", Text(given)}});
}

absl::Status QuantityBelowPromised(const Offer& offer, BaseUnits given) {
  return Refuse(
      "QUANTITY_BELOW_PROMISED", offer.name.ToString(),
      "{name} has {promised} base units committed or dispatched; "
      "{given} is less",
      "{name} 已承诺或发运 {promised} 个基本单位；{given} 小于该数",
      {{"promised", Text(offer.tallies.committed + offer.tallies.dispatched)},
       {"given", Text(given)}});
}

absl::Status SumTooLarge(const ItemId& item) {
  return Refuse("SUM_TOO_LARGE", ToName(item),
                "a sum of {name} is larger than this report can tell; ask for "
                "fewer places",
                "{name} 的合计超出报表可表示的范围；请缩小地方范围", {});
}

absl::Status ItemImmutable(absl::string_view name, const ItemId& item) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "ITEM_IMMUTABLE";
  spec.en = "the item of {name} stays {item}; withdraw it and make another";
  spec.zh = "{name} 的物品只能是 {item}；请撤回后另建";
  spec.metadata = {{"name", std::string(name)}, {"item", ToName(item)}};
  spec.field = "item";
  return MakeError(spec);
}

}  // namespace twinaid::model
