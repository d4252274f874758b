// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Columns of needs and offers.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"

namespace twinaid::client {
namespace {

// Zero needs no currency.
std::string Sum(const v1::Need& need, std::int64_t quantity) {
  return QuantityText(quantity, quantity == 0 ? "" : need.currency());
}
std::string Sum(const v1::Offer& offer, std::int64_t quantity) {
  return QuantityText(quantity, quantity == 0 ? "" : offer.currency());
}

}  // namespace

std::vector<Column<v1::Need>> NeedColumns() {
  using N = v1::Need;
  return {
      {"need", "需求", false, [](const N& n) { return ShortName(n.name()); }},
      {"item", "物品", false, [](const N& n) { return IdOf(n.item()); }},
      {"urgency",
       "紧急程度",
       false,
       [](const N& n, bool zh) { return EnumText(n.urgency(), zh); },
       {.spare = 2}},
      {"needed",
       "需要",
       true,
       [](const N& n) { return Sum(n, n.total()); },
       {.spare = 3}},
      {"covered",
       "已落实",
       true,
       [](const N& n) { return Sum(n, n.total() - n.outstanding()); },
       {.spare = 4}},
      {"outstanding", "尚缺", true,
       [](const N& n) { return Sum(n, n.outstanding()); }},
      {"state",
       "状态",
       false,
       [](const N& n, bool zh) { return EnumText(n.state(), zh); },
       {.spare = 1}},
  };
}

std::vector<Column<v1::Need>> NeedProgress() {
  using N = v1::Need;
  return {
      {"need", "需求", false, [](const N& n) { return ShortName(n.name()); }},
      {"item", "物品", false, [](const N& n) { return IdOf(n.item()); }},
      {"urgency",
       "紧急程度",
       false,
       [](const N& n, bool zh) { return EnumText(n.urgency(), zh); },
       {.spare = 2}},
      {"needed",
       "需要",
       true,
       [](const N& n) { return Sum(n, n.total()); },
       {.spare = 3}},
      {"proposed",
       "提议",
       true,
       [](const N& n) { return Sum(n, n.proposed()); },
       {.spare = 6}},
      {"committed",
       "承诺",
       true,
       [](const N& n) { return Sum(n, n.committed() + n.in_transit()); },
       {.spare = 5}},
      {"received",
       "收到",
       true,
       [](const N& n) { return Sum(n, n.received()); },
       {.spare = 4}},
      {"outstanding", "尚缺", true,
       [](const N& n) { return Sum(n, n.outstanding()); }},
      {"state",
       "状态",
       false,
       [](const N& n, bool zh) { return EnumText(n.state(), zh); },
       {.spare = 1}},
  };
}

std::vector<Column<v1::Need>> NeedDetails() {
  using N = v1::Need;
  return {
      {"need", "需求", false, [](const N& n) { return ShortName(n.name()); }},
      {"item", "物品", false, [](const N& n) { return IdOf(n.item()); }},
      {"quantity", "数量", true,
       [](const N& n) { return Sum(n, n.quantity()); }},
      {"urgency", "紧急程度", false,
       [](const N& n, bool zh) { return EnumText(n.urgency(), zh); }},
      {"needed_by", "期限", false,
       [](const N& n) { return DateText(n.needed_by()); }},
      {"substitutes", "替代品", false,
       [](const N& n, bool zh) { return EnumText(n.substitutes(), zh); }},
      {"accepts", "可接受", false,
       [](const N& n, bool zh) {
         return absl::StrJoin(n.listed_substitutes(), Comma(zh),
                              [](std::string* out, const std::string& item) {
                                out->append(IdOf(item));
                              });
       }},
      {"min_quality", "最低质量", true,
       [](const N& n) {
         return n.min_quality_percent() == 0
                    ? ""
                    : absl::StrCat(n.min_quality_percent(), "%");
       }},
      {"beneficiary", "受益机构", false,
       [](const N& n) { return IdOf(n.beneficiary()); }},
      {"state", "状态", false,
       [](const N& n, bool zh) { return EnumText(n.state(), zh); }},
      {"total", "总量", true, [](const N& n) { return Sum(n, n.total()); }},
      {"proposed", "提议", true,
       [](const N& n) { return Sum(n, n.proposed()); }},
      {"committed", "承诺", true,
       [](const N& n) { return Sum(n, n.committed()); }},
      {"in_transit", "在途", true,
       [](const N& n) { return Sum(n, n.in_transit()); }},
      {"received", "收到", true,
       [](const N& n) { return Sum(n, n.received()); }},
      {"outstanding", "尚缺", true,
       [](const N& n) { return Sum(n, n.outstanding()); }},
      {"open", "待配对", true, [](const N& n) { return Sum(n, n.open()); }},
      {"confirmed", "最近确认", false,
       [](const N& n) { return TimeText(n.confirm_time()); }},
      {"note", "备注", false, [](const N& n) { return n.note(); }},
  };
}

std::vector<Column<v1::Offer>> OfferColumns() {
  using O = v1::Offer;
  return {
      {"offer", "供给", false, [](const O& o) { return ShortName(o.name()); }},
      {"item", "物品", false, [](const O& o) { return IdOf(o.item()); }},
      {"offered",
       "可提供",
       true,
       [](const O& o) { return Sum(o, o.total()); },
       {.spare = 2}},
      {"proposed",
       "提议",
       true,
       [](const O& o) { return Sum(o, o.proposed()); },
       {.spare = 4}},
      {"committed",
       "承诺",
       true,
       [](const O& o) { return Sum(o, o.committed()); },
       {.spare = 3}},
      {"dispatched",
       "已发出",
       true,
       [](const O& o) { return Sum(o, o.dispatched()); },
       {.spare = 5}},
      {"available", "剩余", true,
       [](const O& o) { return Sum(o, o.available()); }},
      {"state",
       "状态",
       false,
       [](const O& o, bool zh) { return EnumText(o.state(), zh); },
       {.spare = 1}},
  };
}

std::vector<Column<v1::Offer>> OfferDetails() {
  using O = v1::Offer;
  return {
      {"offer", "供给", false, [](const O& o) { return ShortName(o.name()); }},
      {"item", "物品", false, [](const O& o) { return IdOf(o.item()); }},
      {"quantity", "数量", true,
       [](const O& o) { return Sum(o, o.quantity()); }},
      {"from", "起", false,
       [](const O& o) { return DateText(o.available_from()); }},
      {"until", "止", false,
       [](const O& o) { return DateText(o.available_until()); }},
      {"expires", "有效期", false,
       [](const O& o) { return DateText(o.expires()); }},
      {"min_lot", "最小批量", true,
       [](const O& o) { return o.min_lot() == 0 ? "" : Sum(o, o.min_lot()); }},
      {"lead_days", "准备天数", true,
       [](const O& o) { return absl::StrCat(o.lead_days()); }},
      {"directed_to", "定向", false,
       [](const O& o) { return IdOf(o.directed_to()); }},
      {"donor", "捐赠机构", false, [](const O& o) { return IdOf(o.donor()); }},
      {"certificates", "证书", false,
       [](const O& o, bool zh) {
         return absl::StrJoin(o.certificates(), Comma(zh));
       }},
      {"state", "状态", false,
       [](const O& o, bool zh) { return EnumText(o.state(), zh); }},
      {"total", "总量", true, [](const O& o) { return Sum(o, o.total()); }},
      {"proposed", "提议", true,
       [](const O& o) { return Sum(o, o.proposed()); }},
      {"committed", "承诺", true,
       [](const O& o) { return Sum(o, o.committed()); }},
      {"dispatched", "已发出", true,
       [](const O& o) { return Sum(o, o.dispatched()); }},
      {"available", "剩余", true,
       [](const O& o) { return Sum(o, o.available()); }},
      {"confirmed", "最近确认", false,
       [](const O& o) { return TimeText(o.confirm_time()); }},
      {"note", "备注", false, [](const O& o) { return o.note(); }},
  };
}

}  // namespace twinaid::client
