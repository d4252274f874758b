// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Columns of matches.
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"
#include "client/cli/match_words.h"

namespace twinaid::client {
namespace {

// Zero needs no currency.
std::string Sum(const v1::Match& match, std::int64_t quantity) {
  return QuantityText(quantity, quantity == 0 ? "" : match.currency());
}

void AppendDocuments(
    const google::protobuf::RepeatedPtrField<v1::Match::Document>& documents,
    bool chinese, std::string* out) {
  for (const v1::Match::Document& document : documents) {
    absl::StrAppend(out, chinese ? "，" : ", ", document.title());
    if (!document.uri().empty()) absl::StrAppend(out, " ", document.uri());
  }
}

std::string AnswerText(const v1::Match::Decision& decision, bool chinese) {
  std::string text = EnumText(decision.answer(), chinese);
  if (decision.by_telephone()) {
    text += chinese ? "（电话答复）" : " (by telephone)";
  }
  if (!decision.principal().empty()) {
    const char* const comma = chinese ? "，" : ", ";
    absl::StrAppend(&text, comma, decision.principal(), comma,
                    TimeText(decision.time()));
  }
  return text;
}

std::string ItemText(const v1::Match& m, bool chinese) {
  if (m.offer_item() == m.need_item()) return IdOf(m.need_item());
  return absl::StrCat(IdOf(m.offer_item()), chinese ? " 替代 " : " for ",
                      IdOf(m.need_item()));
}

// "30,000 on 2026-02-10 08:15:00Z"; in Chinese the time comes first.
std::string SumAt(const v1::Match& m, std::int64_t quantity,
                  const google::protobuf::Timestamp& time, bool chinese) {
  return chinese ? absl::StrCat(TimeText(time), "，", Sum(m, quantity))
                 : absl::StrCat(Sum(m, quantity), " on ", TimeText(time));
}

std::string InBrackets(const std::string& text, bool chinese) {
  if (text.empty()) return "";
  return chinese ? absl::StrCat("（", text, "）")
                 : absl::StrCat(" (", text, ")");
}

std::string DispatchesText(const v1::Match& m, bool chinese) {
  return absl::StrJoin(
      m.dispatches(), chinese ? "；" : "; ",
      [&m, chinese](std::string* out, const v1::Match::Dispatch& d) {
        out->append(SumAt(m, d.quantity(), d.time(), chinese));
        if (!d.carrier().empty()) {
          absl::StrAppend(out, chinese ? "，承运方 " : " by ", d.carrier());
        }
        out->append(InBrackets(d.reference(), chinese));
        AppendDocuments(d.documents(), chinese, out);
      });
}

std::string ReceiptsText(const v1::Match& m, bool chinese) {
  return absl::StrJoin(
      m.receipts(), chinese ? "；" : "; ",
      [&m, chinese](std::string* out, const v1::Match::Receipt& r) {
        out->append(SumAt(m, r.received(), r.time(), chinese));
        for (const v1::Match::Missing& missing : r.missing()) {
          const std::string reason = EnumText(missing.reason(), chinese);
          const std::string quantity = Sum(m, missing.quantity());
          absl::StrAppend(
              out, chinese ? "，" : ", ", chinese ? reason : quantity, " ",
              chinese ? quantity : reason, InBrackets(missing.note(), chinese));
        }
        AppendDocuments(r.documents(), chinese, out);
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
       [](const M& m, bool zh) { return EnumText(m.state(), zh); },
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
      {"state", "状态", false,
       [](const M& m, bool zh) { return EnumText(m.state(), zh); }},
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
       [](const M& m, bool zh) { return EnumText(m.origin(), zh); }},
      {"pairing", "结对", false,
       [](const M& m) { return ShortName(m.pairing()); }},
      {"round", "轮次", false, [](const M& m) { return ShortName(m.round()); }},
      {"rung", "层级", true,
       [](const M& m) { return m.rung() == 0 ? "" : absl::StrCat(m.rung()); }},
      {"donor_says", "捐赠方答复", false,
       [](const M& m, bool zh) { return AnswerText(m.donor_decision(), zh); }},
      {"recipient_says", "受助方答复", false,
       [](const M& m, bool zh) {
         return AnswerText(m.recipient_decision(), zh);
       }},
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
       [](const M& m, bool zh) { return EnumText(m.end_reason(), zh); }},
      {"note", "备注", false, [](const M& m) { return m.end_note(); }},
      {"replaces", "补足", false,
       [](const M& m) { return IdOf(m.replaces()); }},
      {"substitute_refused", "不接受替代品", false,
       [](const M& m, bool zh) {
         return m.substitute_refused() ? YesText(true, zh) : "";
       }},
      {"keeps_apart", "不再配对", false,
       [](const M& m, bool zh) {
         return m.keeps_apart() == v1::Match::NOBODY
                    ? ""
                    : EnumText(m.keeps_apart(), zh);
       }},
  };
}

}  // namespace twinaid::client
