// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/plan_diff_output.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/reason_text.h"
#include "client/cli/rows.h"

namespace twinaid::client {
namespace {

using Texts = std::pair<const char*, const char*>;  // English, Chinese

std::string In(const Session& session, const Texts& texts) {
  return session.chinese() ? texts.second : texts.first;
}

std::string FigureText(std::int64_t figure) { return Grouped(figure); }
std::string FigureText(const TierValue& figure) {
  return absl::StrJoin(figure, " / ", [](std::string* out, const auto& points) {
    out->append(GroupedDigits(absl::StrCat(points)));
  });
}

template <typename Figure>
void AddRows(const Session& session, const Texts& what, bool two_ids,
             const std::vector<PlanChange<Figure>>& changes, Cells& cells) {
  for (const PlanChange<Figure>& change : changes) {
    std::vector<std::string> row = {In(session, what), change.first};
    if (two_ids) row.push_back(change.second);
    row.push_back(change.before ? FigureText(*change.before) : "");
    row.push_back(change.after ? FigureText(*change.after) : "");
    cells.rows.push_back(std::move(row));
  }
}

// `second` is null where a row has one id.
template <typename Figure>
void Print(Session& session, const Texts& title, const Texts& first,
           const Texts* second, const PlanChanges<Figure>& changes) {
  Cells cells;
  std::vector<Texts> headings = {{"change", "变化"}, first};
  if (second != nullptr) headings.push_back(*second);
  headings.emplace_back("before", "之前");
  headings.emplace_back("after", "之后");
  for (const Texts& heading : headings) {
    cells.headings.push_back(In(session, heading));
    cells.keys.emplace_back(heading.first);
  }
  cells.right.assign(headings.size(), false);
  cells.right[headings.size() - 2] = cells.right[headings.size() - 1] = true;
  const bool two_ids = second != nullptr;
  AddRows(session, {"gained", "新增"}, two_ids, changes.gained, cells);
  AddRows(session, {"lost", "失去"}, two_ids, changes.lost, cells);
  AddRows(session, {"changed", "改变"}, two_ids, changes.changed, cells);
  session.out() << In(session, title) << "\n";
  if (cells.rows.empty()) {
    session.out() << In(session, {"(no change)", "（无变化）"}) << "\n\n";
    return;
  }
  PrintCells(session, cells);
  session.out() << "\n";
}

void AddValue(const Session& session, const Texts& of, const ValueChange& value,
              Cells& cells) {
  const TierTotal more = value.difference();
  for (std::size_t t = 0; t < more.size(); ++t) {
    // A tier that neither plan has anything for says nothing.
    if (value.before.at(t) == 0 && value.after.at(t) == 0) continue;
    cells.rows.push_back({In(session, of), UrgencyText(t, session.chinese()),
                          GroupedDigits(DigitsOf(value.before.at(t))),
                          GroupedDigits(DigitsOf(value.after.at(t))),
                          GroupedDigits(DigitsOf(more.at(t)))});
  }
}

void PrintValue(Session& session, const PlanDiff& diff) {
  Cells cells;
  for (const Texts& heading :
       {Texts{"of", "项目"}, Texts{"urgency", "紧急程度"},
        Texts{"before", "之前"}, Texts{"after", "之后"},
        Texts{"difference", "差"}}) {
    cells.headings.push_back(In(session, heading));
    cells.keys.emplace_back(heading.first);
  }
  cells.right = {false, false, true, true, true};
  AddValue(session, {"pairings", "结对"}, diff.pairing_value, cells);
  AddValue(session, {"pool", "剩余物资"}, diff.pool_value, cells);
  AddValue(session, {"total", "合计"}, diff.total_value(), cells);
  session.out() << In(session, {"VALUE", "价值"}) << "\n";
  PrintCells(session, cells);
}

}  // namespace

void PrintPlanDiff(Session& session, const PlanDiff& diff) {
  if (session.options.format == Format::kJson) {
    session.out() << PlanDiffJson(diff);
    return;
  }
  const Texts recipient = {"recipient", "受助方"};
  const Texts offer = {"offer", "供给"};
  Print(session, {"PAIRINGS (value by urgency)", "结对（各紧急程度的价值）"},
        {"donor", "捐赠方"}, &recipient, diff.pairings);
  Print(session, {"MATCHES", "配对单"}, {"need", "需求"}, &offer, diff.matches);
  Print(session, {"UNMET", "未满足"}, {"need", "需求"}, nullptr, diff.unmet);
  PrintValue(session, diff);
}

}  // namespace twinaid::client
