// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/fairness_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/cli/arguments.h"
#include "client/cli/enum_text.h"

namespace twinaid::client {
namespace {

// An ISO 4217 code; units of goods are written small.
bool IsCurrency(const std::string& unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), absl::ascii_isupper);
}

std::string Amount(const std::string& unit, std::int64_t amount) {
  return IsCurrency(unit) ? QuantityText(amount, unit) : Grouped(amount);
}

std::string OrderText(const v1::OrderFigures& figures, bool chinese) {
  return chinese ? absl::StrCat(
                       "完全满足 ", Grouped(figures.needs_fully()), "，毫无 ",
                       Grouped(figures.needs_without()), "，地方最低 ",
                       PermilleText(figures.min_place_permille()), "，中位 ",
                       PermilleText(figures.median_place_permille()))
                 : absl::StrCat(
                       Grouped(figures.needs_fully()), " needs whole, ",
                       Grouped(figures.needs_without()),
                       " with nothing, places least ",
                       PermilleText(figures.min_place_permille()), ", median ",
                       PermilleText(figures.median_place_permille()));
}

}  // namespace

std::string PermilleText(std::int64_t permille) {
  return absl::StrFormat("%d.%d%%", permille / 10, permille % 10);
}

std::string UnitsText(const v1::Fairness& fairness, bool chinese) {
  return absl::StrJoin(
      fairness.units(), chinese ? "；" : "; ",
      [chinese](std::string* out, const v1::UnitCoverage& unit) {
        absl::StrAppend(
            out,
            IsCurrency(unit.unit()) ? "" : UnitText(unit.unit(), chinese) + " ",
            Amount(unit.unit(), unit.proposed()), chinese ? " / " : " of ",
            Amount(unit.unit(), unit.needed()));
      });
}

std::string CriticalText(const v1::Fairness& fairness, bool chinese) {
  if (fairness.critical_needs() == 0) return "";
  const std::string without = Grouped(fairness.critical_without());
  const std::string all = Grouped(fairness.critical_needs());
  return chinese ? absl::StrCat(all, " 项危急需求中 ", without, " 项毫无着落")
                 : absl::StrCat(without, " of ", all,
                                " critical needs without anything");
}

std::string PerDonorText(const v1::Fairness& fairness, bool chinese) {
  if (fairness.most_matches_of_a_donor() == 0) return "";
  const std::int64_t mean = fairness.matches_per_donor_permille();
  const std::string mean_text =
      absl::StrFormat("%d.%d", mean / 1000, mean % 1000 / 100);
  const std::string most = Grouped(fairness.most_matches_of_a_donor());
  return chinese ? absl::StrCat("平均 ", mean_text, "，最多 ", most)
                 : absl::StrCat(mean_text, " on average, ", most, " at most");
}

std::string PriceOfFairnessText(const v1::Fairness& fairness, bool chinese) {
  if (!fairness.has_by_value() || !fairness.has_fair()) return "";
  return chinese
             ? absl::StrCat("公平：", OrderText(fairness.fair(), true),
                            "；按价值：", OrderText(fairness.by_value(), true))
             : absl::StrCat(
                   "fair: ", OrderText(fairness.fair(), false),
                   "; by value: ", OrderText(fairness.by_value(), false));
}

std::string ExtraCapacityText(const v1::ExtraCapacity& extra, bool chinese) {
  if (extra.recipients() == 0) return "";
  const std::string all = Grouped(extra.recipients());
  const std::string alone = Grouped(extra.uncovered_size());
  std::string text =
      chinese
          ? absl::StrCat("一对一时 ", all, " 个地方中 ", alone, " 个没有对口方")
          : absl::StrCat(alone, " of ", all,
                         " places stay without a partner at one to one");
  if (extra.extra() == 0) {
    return text + (chinese ? "；无需更多名额即可全部覆盖"
                           : "; one to one could cover everybody");
  }
  const std::string more = Grouped(extra.extra());
  absl::StrAppend(
      &text,
      chinese ? absl::StrCat("；再增加 ", more, " 个受助名额即可全部覆盖：")
              : absl::StrCat("; ", more, " more recipient",
                             extra.extra() == 1 ? "" : "s",
                             " would cover everybody: "),
      absl::StrJoin(extra.more(), Comma(chinese),
                    [](std::string* out, const v1::ExtraCapacity::More& row) {
                      absl::StrAppend(out, IdOf(row.donor()), " +",
                                      row.recipients());
                    }));
  return text;
}

}  // namespace twinaid::client
