// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Columns of matches.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/match_words.h"

namespace twinaid::client {
namespace {

// Zero needs no currency.
std::string Sum(const v1::Match& match, std::int64_t quantity) {
  return QuantityText(quantity, quantity == 0 ? "" : match.currency());
}

void AppendDocuments(
    const google::protobuf::RepeatedPtrField<v1::Match::Document>& documents,
    std::string* out) {
  for (const v1::Match::Document& document : documents) {
    absl::StrAppend(out, ", ", document.title());
    if (!document.uri().empty()) absl::StrAppend(out, " ", document.uri());
  }
}

std::string AnswerText(const v1::Match::Decision& decision) {
  std::string text = EnumWord(decision.answer());
  if (decision.by_telephone()) absl::StrAppend(&text, " (by telephone)");
  if (!decision.principal().empty()) {
    absl::StrAppend(&text, ", ", decision.principal(), ", ",
                    TimeText(decision.time()));
  }
  return text;
}

std::string ItemText(const v1::Match& m) {
  if (m.offer_item() == m.need_item()) return IdOf(m.need_item());
  return absl::StrCat(IdOf(m.offer_item()), " for ", IdOf(m.need_item()));
}

std::string DispatchesText(const v1::Match& m) {
  return absl::StrJoin(m.dispatches(), "; ",
                       [&m](std::string* out, const v1::Match::Dispatch& d) {
                         absl::StrAppend(out, Sum(m, d.quantity()), " on ",
                                         TimeText(d.time()));
                         if (!d.carrier().empty()) {
                           absl::StrAppend(out, " by ", d.carrier());
                         }
                         if (!d.reference().empty()) {
                           absl::StrAppend(out, " (", d.reference(), ")");
                         }
                         AppendDocuments(d.documents(), out);
                       });
}

std::string ReceiptsText(const v1::Match& m) {
  return absl::StrJoin(
      m.receipts(), "; ", [&m](std::string* out, const v1::Match::Receipt& r) {
        absl::StrAppend(out, Sum(m, r.received()), " on ", TimeText(r.time()));
        for (const v1::Match::Missing& missing : r.missing()) {
          absl::StrAppend(out, ", ", Sum(m, missing.quantity()), " ",
                          EnumWord(missing.reason()));
          if (!missing.note().empty()) {
            absl::StrAppend(out, " (", missing.note(), ")");
          }
        }
        AppendDocuments(r.documents(), out);
      });
}

}  // namespace

std::vector<Column<v1::Match>> MatchColumns(bool chinese) {
  using M = v1::Match;
  return {
      {"match", "配对单", false, [](const M& m) { return IdOf(m.name()); }},
      {"donor", "捐赠方", false,
       [](const M& m) { return IdOf(m.donor_place()); }},
      {"recipient", "受助方", false,
       [](const M& m) { return IdOf(m.recipient_place()); }},
      {"item", "物品", false, ItemText, {.spare = 2}},
      {"quantity", "数量", true,
       [](const M& m) { return Sum(m, m.quantity()); }},
      {"received",
       "收到",
       true,
       [](const M& m) { return Sum(m, m.received()); },
       {.spare = 3}},
      {"state",
       "状态",
       false,
       [](const M& m) { return EnumWord(m.state()); },
       {.spare = 1}},
      {"meaning",
       "说明",
       false,
       [chinese](const M& m) { return MeaningText(m, chinese); },
       {.cut = true, .spare = 4}},
  };
}

std::vector<Column<v1::Match>> MatchDetails(bool chinese) {
  using M = v1::Match;
  return {
      {"match", "配对单", false, [](const M& m) { return IdOf(m.name()); }},
      {"state", "状态", false, [](const M& m) { return EnumWord(m.state()); }},
      {"meaning", "说明", false,
       [chinese](const M& m) { return MeaningText(m, chinese); }},
      {"need", "需求", false, [](const M& m) { return ShortName(m.need()); }},
      {"offer", "供给", false, [](const M& m) { return ShortName(m.offer()); }},
      {"item", "物品", false, ItemText},
      {"quality", "质量", true,
       [](const M& m) {
         return m.offer_item() == m.need_item()
                    ? ""
                    : absl::StrCat(m.quality_percent(), "%");
       }},
      {"quantity", "数量", true,
       [](const M& m) { return Sum(m, m.quantity()); }},
      {"origin", "来源", false,
       [](const M& m) { return EnumWord(m.origin()); }},
      {"pairing", "结对", false,
       [](const M& m) { return ShortName(m.pairing()); }},
      {"round", "轮次", false, [](const M& m) { return ShortName(m.round()); }},
      {"rung", "层级", true,
       [](const M& m) { return m.rung() == 0 ? "" : absl::StrCat(m.rung()); }},
      {"donor_says", "捐赠方答复", false,
       [](const M& m) { return AnswerText(m.donor_decision()); }},
      {"recipient_says", "受助方答复", false,
       [](const M& m) { return AnswerText(m.recipient_decision()); }},
      {"answer_by", "答复期限", false,
       [](const M& m) { return TimeText(m.answer_by()); }},
      {"dispatched", "已发出", true,
       [](const M& m) { return Sum(m, m.dispatched()); }},
      {"dispatches", "发货", false, DispatchesText},
      {"in_transit", "在途", true,
       [](const M& m) { return Sum(m, m.in_transit()); }},
      {"received", "收到", true,
       [](const M& m) { return Sum(m, m.received()); }},
      {"receipts", "收货", false, ReceiptsText},
      {"missing", "缺失", true, [](const M& m) { return Sum(m, m.missing()); }},
      {"reason", "原因", false,
       [](const M& m) { return EnumWord(m.end_reason()); }},
      {"note", "备注", false, [](const M& m) { return m.end_note(); }},
      {"replaces", "补足", false,
       [](const M& m) { return IdOf(m.replaces()); }},
      {"substitute_refused", "不接受替代品", false,
       [](const M& m) { return m.substitute_refused() ? "yes" : ""; }},
      {"keeps_apart", "不再配对", false,
       [](const M& m) {
         return m.keeps_apart() == v1::Match::NOBODY
                    ? ""
                    : EnumWord(m.keeps_apart());
       }},
  };
}

}  // namespace twinaid::client
