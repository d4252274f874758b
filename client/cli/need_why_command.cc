// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid need why`: what a need got in a round, and why not more.
#include "client/cli/need_why_command.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/columns.h"
#include "client/cli/enum_text.h"
#include "client/cli/reason_text.h"
#include "client/cli/round_output.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string name;
  std::string round;
  std::string scheme = "default";
};

// One row for a table head and for CSV.
struct Answer {
  v1::ExplainNeedRequest asked;
  v1::ExplainNeedResponse why;
};

std::string OutcomeText(const v1::ExplainNeedResponse& why, bool chinese) {
  switch (why.outcome()) {
    case v1::ExplainNeedResponse::COVERED:
      return chinese ? "已全部匹配" : "all of it was proposed";
    case v1::ExplainNeedResponse::PARTLY_COVERED:
      return chinese ? "部分匹配" : "a part of it was proposed";
    case v1::ExplainNeedResponse::NOT_COVERED:
      return chinese ? "未能匹配" : "nothing was proposed";
    default:
      return chinese ? "未参与该轮：当时无未满足数量"
                     : "it took no part: nothing of it was open";
  }
}

std::string ReasonOf(const Answer& a, bool chinese) {
  return ReasonText(a.why.unmet().reason(), chinese);
}

std::vector<Column<Answer>> AnswerColumns(bool chinese) {
  using A = Answer;
  return {
      {"need", "需求", false,
       [](const A& a) { return ShortName(a.asked.need()); }},
      {"round", "轮次", false,
       [](const A& a) { return ShortName(a.why.round()); }},
      {"outcome", "结果", false,
       [](const A& a, bool zh) { return EnumText(a.why.outcome(), zh); }},
      {"meaning", "说明", false,
       [chinese](const A& a) { return OutcomeText(a.why, chinese); }},
      {"proposed", "已提议", true,
       [](const A& a) { return Grouped(a.why.proposed()); }},
      {"left_open", "未满足", true,
       [](const A& a) { return Grouped(a.why.unmet().quantity()); }},
      {"reason", "原因", false,
       [](const A& a, bool zh) {
         return EnumText(a.why.unmet().reason(), zh);
       }},
      {"because", "原因说明", false,
       [chinese](const A& a) { return ReasonOf(a, chinese); }},
      {"offers_that_could", "可用供给数", true,
       [](const A& a) {
         return a.why.unmet().closed_offers() == 0
                    ? ""
                    : Grouped(a.why.unmet().closed_offers());
       }},
      {"partner", "对口方", false,
       [](const A& a, bool zh) {
         return absl::StrJoin(
             a.why.pairings(), Comma(zh),
             [zh](std::string* out, const v1::Pairing& pairing) {
               absl::StrAppend(out, IdOf(pairing.donor()), zh ? "（" : " (",
                               EnumText(pairing.state(), zh), zh ? "）" : ")");
             });
       }},
  };
}

std::vector<Column<v1::ClosedOffer>> ClosedColumns() {
  using C = v1::ClosedOffer;
  return {
      {"offer", "供给", false, [](const C& c) { return ShortName(c.offer()); }},
      {"available", "可用", true,
       [](const C& c) { return Grouped(c.available()); }},
      {"serves",
       "用于",
       false,
       [](const C& c, bool zh) {
         return absl::StrJoin(
             c.serves(), Comma(zh),
             [](std::string* out, const v1::ClosedOffer::Served& served) {
               absl::StrAppend(out, ShortName(served.need()), " ",
                               Grouped(served.quantity()));
             });
       },
       {.wrap = true}},
  };
}

void Print(Session& session, const Answer& answer) {
  const v1::ExplainNeedResponse& why = answer.why;
  const bool chinese = session.chinese();
  if (session.options.format == Format::kJson) return PrintJson(session, why);
  const std::vector<Column<Answer>> columns = AnswerColumns(chinese);
  Cells cells;
  if (session.options.format == Format::kCsv) {
    return PrintCells(session,
                      CellsOf(session, std::vector<Answer>{answer}, columns));
  }
  cells.right = {false, false};
  for (const Column<Answer>& column : columns) {
    const std::string text = column.text(answer, chinese);
    if (text.empty()) continue;
    cells.rows.push_back({chinese ? column.zh : column.en, text});
  }
  PrintCells(session, cells);
  if (!why.matches().empty()) {
    PrintSection(session, "MATCHES", "配对单", why.matches(),
                 MatchColumns(session.chinese()));
  }
  if (!why.unmet().closed().empty()) {
    PrintSection(session, "OFFERS THAT COULD SERVE IT, AND WHAT THEY SERVE",
                 "可满足它的供给及其实际用途", why.unmet().closed(),
                 ClosedColumns());
  }
  if (!why.stale().empty()) {
    PrintSection(session, "NOT WRITTEN, THE WORLD HAD MOVED ON",
                 "情况已变化，未写入", why.stale(), StaleColumns());
  }
}

int Why(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindInPlace(session, "name", typed.name, code)) {
    return code;
  }
  Answer answer;
  answer.asked.set_need(NeedName(typed.name));
  answer.asked.set_round(typed.round.empty()
                             ? SchemeName(typed.scheme) + "/rounds/-"
                             : RoundName(typed.round));
  const grpc::Status status =
      Send(session, &MatchingStub::ExplainNeed, answer.asked, &answer.why);
  if (!status.ok()) return session.Refused(status);
  Print(session, answer);
  return kDone;
}

}  // namespace

void AddNeedWhy(CLI::App& noun, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb =
      noun.add_subcommand("why",
                          "what a need got in a round, and why not more\n"
                          "Example: twinaid need why us-tx-san-antonio/masks");
  verb->add_option("name", typed->name, "PLACE/NEED")->required();
  verb->add_option("--round", typed->round,
                   "[SCHEME/]ROUND; the last that succeeded if left out");
  verb->add_option("--scheme", typed->scheme, "of which the last round counts")
      ->capture_default_str();
  Does(*verb, session, typed, &Why);
}

}  // namespace twinaid::client
