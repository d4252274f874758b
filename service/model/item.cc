// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/item.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/common_errors.h"
#include "service/model/enum_names.h"
#include "service/model/names.h"
#include "service/model/quantity.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

constexpr int kMaxCodeBytes = 64;
constexpr int kMaxSubstitutes = 200;

absl::Status CheckSubstitutes(const Item& item) {
  TWINAID_RETURN_IF_ERROR(
      CheckRange(static_cast<std::int64_t>(item.substitutes.size()),
                 "substitutes", 0, kMaxSubstitutes));
  std::set<ItemId> seen;
  for (std::size_t i = 0; i < item.substitutes.size(); ++i) {
    const Substitute& substitute = item.substitutes[i];
    const std::string field = absl::StrCat("substitutes[", i, "]");
    if (substitute.item.empty()) {
      return RequiredField(absl::StrCat(field, ".item"));
    }
    if (substitute.item == item.id || !seen.insert(substitute.item).second) {
      return InvalidValue(absl::StrCat(field, ".item"), substitute.item.value(),
                          "another item, listed once", "另一物品，且只列一次");
    }
    constexpr int kPercent = 100;
    TWINAID_RETURN_IF_ERROR(CheckRange(substitute.quality_percent,
                                       absl::StrCat(field, ".quality_percent"),
                                       0, kPercent));
    TWINAID_RETURN_IF_ERROR(CheckText(
        substitute.basis, absl::StrCat(field, ".basis"), kMaxNoteBytes));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const Item& item) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(item.category, "category"));
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(item.name_en, "name_en"));
  TWINAID_RETURN_IF_ERROR(CheckText(item.name_zh, "name_zh", kMaxNameBytes));
  if (item.unit.empty()) return RequiredField("unit");
  TWINAID_RETURN_IF_ERROR(CheckText(item.unit, "unit", kMaxCodeBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckRange(item.base_content, "base_content", 1, kMaxBaseUnits));
  if (item.is_money() && item.base_content != 1) {
    return InvalidValue("base_content", absl::StrCat(item.base_content),
                        "1 for an item counted in money",
                        " 1（以货币计量的物品）");
  }
  TWINAID_RETURN_IF_ERROR(CheckText(item.unspsc, "unspsc", kMaxCodeBytes));
  TWINAID_RETURN_IF_ERROR(CheckText(item.hs, "hs", kMaxCodeBytes));
  TWINAID_RETURN_IF_ERROR(CheckText(item.hxl, "hxl", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(CheckText(item.note, "note", kMaxNoteBytes));
  return CheckSubstitutes(item);
}

absl::Status CheckSubstitute(const Item& item, const Item& substitute,
                             absl::string_view field) {
  if (substitute.category == item.category &&
      substitute.is_money() == item.is_money()) {
    return absl::OkStatus();
  }
  const std::string word(WordOf(item.category));
  return InvalidValue(
      field, ToName(substitute.id),
      absl::StrCat("an item of the category ", word,
                   item.is_money() ? " that is money" : " that is not money"),
      absl::StrCat("类别为 ", word,
                   item.is_money() ? " 且为货币的物品" : " 且不是货币的物品"));
}

}  // namespace twinaid::model
