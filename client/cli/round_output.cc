// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/round_output.h"

#include "absl/strings/str_cat.h"
#include "client/cli/arguments.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"
#include "client/cli/reason_text.h"
#include "client/cli/refusal_text.h"
#include "client/cli/timing_text.h"

namespace twinaid::client {
namespace {

std::vector<Column<v1::Plan::Pairing>> PlannedPairingColumns(bool chinese) {
  using P = v1::Plan::Pairing;
  return {
      {"donor", "捐赠方", false, [](const P& p) { return IdOf(p.donor()); }},
      {"recipient", "受助方", false,
       [](const P& p) { return IdOf(p.recipient()); }},
      {"rung",
       "层级",
       true,
       [](const P& p) { return absl::StrCat(p.rung()); },
       {.spare = 1}},
      {"link",
       "关系",
       false,
       [](const P& p) { return IdOf(p.sister_link()); },
       {.spare = 4}},
      {"value",
       "价值",
       false,
       [chinese](const P& p) { return PointsText(p.value(), chinese); },
       {.cut = true}},
      {"stage",
       "阶段",
       false,
       [chinese](const P& p) { return StageText(p.kind(), p.pass(), chinese); },
       {.cut = true, .spare = 3}},
      {"standing",
       "原有",
       false,
       [](const P& p, bool zh) { return YesText(p.standing(), zh); },
       {.spare = 2}},
  };
}

std::vector<Column<v1::Plan::Match>> PlannedMatchColumns(bool chinese) {
  using M = v1::Plan::Match;
  return {
      {"offer", "供给", false, [](const M& m) { return ShortName(m.offer()); }},
      {"need", "需求", false, [](const M& m) { return ShortName(m.need()); }},
      {"item",
       "物品",
       false,
       [](const M& m) { return IdOf(m.offer_item()); },
       {.spare = 1}},
      {"for",
       "代替",
       false,
       [](const M& m) {
         return m.offer_item() == m.need_item()
                    ? ""
                    : absl::StrCat(IdOf(m.need_item()), " ",
                                   m.quality_percent(), "%");
       },
       {.spare = 2}},
      {"quantity", "数量", true,
       [](const M& m) { return Grouped(m.quantity()); }},
      {"from",
       "来源",
       false,
       [chinese](const M& m) {
         if (!m.pooled()) return std::string(chinese ? "结对" : "pairing");
         return StageText(v1::StageCertificate::POOL, 1, chinese);
       },
       {.cut = true, .spare = 3}},
  };
}

// A section is left out where there is nothing to say.
template <typename R>
void PrintFilled(Session& session, const char* en, const char* zh,
                 const google::protobuf::RepeatedPtrField<R>& rows,
                 const std::vector<Column<R>>& columns) {
  if (!rows.empty()) PrintSection(session, en, zh, rows, columns);
}

}  // namespace

std::vector<Column<v1::StaleProposal>> StaleColumns() {
  using S = v1::StaleProposal;
  return {
      {"offer", "供给", false, [](const S& s) { return ShortName(s.offer()); }},
      {"need", "需求", false, [](const S& s) { return ShortName(s.need()); }},
      {"quantity", "数量", true,
       [](const S& s) { return Grouped(s.quantity()); }},
      {"why",
       "原因",
       false,
       [](const S& s, bool zh) {
         return zh ? RefusalText(s.why(), true) : s.why();
       },
       {.wrap = true}},
  };
}

void PrintRound(Session& session, const v1::Round& round) {
  PrintOne(session, round, RoundDetails(session.chinese()));
  if (session.options.format != Format::kTable) return;
  PrintFilled(session, "PROOF", "证明", round.certificate(),
              CertificateColumns(IsMeasured(TimingOf(round.certificate())),
                                 session.chinese()));
  PrintFilled(session, "NOT WRITTEN, THE WORLD HAD MOVED ON",
              "情况已变化，未写入", round.stale(), StaleColumns());
  if (!round.has_plan()) return;
  const v1::Plan& plan = round.plan();
  PrintFilled(session, "PAIRINGS", "结对", plan.pairings(),
              PlannedPairingColumns(session.chinese()));
  PrintFilled(session, "MATCHES", "配对单", plan.matches(),
              PlannedMatchColumns(session.chinese()));
  PrintFilled(session, "UNMET", "未满足", plan.unmet(),
              UnmetColumns(session.chinese()));
}

}  // namespace twinaid::client
