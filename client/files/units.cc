// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/units.h"

#include <algorithm>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/files/fold.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

constexpr int kShownBytes = 60;

struct Words {
  absl::string_view unit;
  std::vector<absl::string_view> words;
};

// A word that is used for several units is in none of them.
const std::vector<Words>& Units() {
  static const auto& units = *new std::vector<Words>{
      {"piece", {"pieces", "pc", "pcs", "each", "ea", "只", "件", "个", "片"}},
      {"pair", {"pairs", "双", "副", "对"}},
      {"set", {"sets", "套"}},
      {"pack", {"packs", "package", "packages", "包"}},
      {"box", {"boxes", "盒"}},
      {"carton", {"cartons", "case", "cases", "箱"}},
      {"bottle", {"bottles", "瓶"}},
      {"person-day", {"person days", "man-days", "人日", "人天"}},
      {"hour", {"hours", "小时"}},
      {"session", {"sessions", "场"}},
      {"month", {"months", "个月", "月"}},
      {"project", {"projects", "项目", "项"}},
      {"document", {"documents", "份"}},
      {"letter", {"letters", "封"}},
      {"message", {"messages", "条"}},
      {"currency", {"货币"}},
      {"CNY", {"rmb", "yuan", "元", "人民币", "人民币元"}},
      {"USD", {"us dollar", "us dollars", "us$", "美元"}}};
  return units;
}

// An item counted in `unit` that stands in for `item`, or the other way.
const model::Item* RelatedIn(const std::string& unit, const model::Item& item,
                             const ItemRows& items) {
  const auto lists = [](const model::Item& one, const model::ItemId& other) {
    return std::any_of(
        one.substitutes.begin(), one.substitutes.end(),
        [&](const model::Substitute& s) { return s.item == other; });
  };
  for (const auto& [id, other] : items) {
    if (id == item.id || UnitWord(other->unit) != unit) continue;
    if (lists(item, id) || lists(*other, item.id)) return other;
  }
  return nullptr;
}

UnitFault MoneyFault(const std::string& shown, const model::Item& item,
                     absl::string_view currency) {
  return {absl::StrCat("unit: amounts of ", item.id.value(),
                       " are written in units of ", currency, ", not in \"",
                       shown, "\"; convert the quantity and leave unit empty"),
          absl::StrCat("unit:", item.id.value(), " 的金额以 ", currency,
                       " 为单位填写，而不是“", shown,
                       "”；请换算数量，并将单位留空")};
}

}  // namespace

std::string UnitWord(absl::string_view typed) {
  const std::string folded = Folded(typed);
  for (const Words& words : Units()) {
    if (folded == Folded(words.unit)) return std::string(words.unit);
    const bool known = std::any_of(
        words.words.begin(), words.words.end(),
        [&](absl::string_view word) { return Folded(word) == folded; });
    if (known) return std::string(words.unit);
  }
  return folded;
}

std::optional<UnitFault> CheckUnit(absl::string_view typed,
                                   std::int64_t quantity,
                                   const model::Item& item,
                                   absl::string_view currency,
                                   const ItemRows& items) {
  const std::string unit = UnitWord(typed);
  const std::string shown = model::Shown(typed, kShownBytes);
  if (item.is_money()) {
    const bool same = unit == model::kCurrencyUnit ||
                      unit == UnitWord(currency) ||
                      Folded(typed) == Folded(currency);
    if (same) return std::nullopt;
    return MoneyFault(shown, item, currency);
  }
  if (unit == UnitWord(item.unit)) return std::nullopt;
  const std::string& own = item.unit;
  UnitFault fault;
  fault.en = absl::StrCat("unit: ", item.id.value(), " is counted in ", own,
                          ", not in \"", shown, "\"");
  fault.zh = absl::StrCat("unit:", item.id.value(), " 的计量单位是 ", own,
                          "，而不是“", shown, "”");
  const model::Item* related = RelatedIn(unit, item, items);
  const std::int64_t content = related == nullptr ? 1 : related->base_content;
  if (related != nullptr || item.base_content > 1) {
    const absl::int128 base = absl::int128(quantity) * content;
    const bool whole = base % item.base_content == 0;
    const absl::int128 right = base / item.base_content;
    const std::string ratio = absl::StrCat("1 ", own, " = ", item.base_content,
                                           ", 1 ", shown, " = ", content);
    const std::string said =
        absl::StrCat(quantity, " ", shown, whole ? " = " : " > ",
                     static_cast<std::int64_t>(right), " ", own);
    absl::StrAppend(&fault.en, "; by base content (", ratio, ") ", said,
                    whole ? ": write that" : ", no whole number");
    absl::StrAppend(&fault.zh, "；按基本含量（", ratio, "），", said,
                    whole ? "，请照此填写" : "，不是整数");
  } else {
    absl::StrAppend(&fault.en, "; write how many ", own,
                    " there are in all, or register a pack as an item of its "
                    "own with its base_content");
    absl::StrAppend(&fault.zh, "；请填写折合 ", own,
                    " 的总数，或将该包装登记为单独的物品并填写 base_content");
  }
  if (related != nullptr) {
    absl::StrAppend(&fault.en, ", or take ", related->id.value());
    absl::StrAppend(&fault.zh, "，或改用 ", related->id.value());
  }
  return fault;
}

}  // namespace twinaid::client
