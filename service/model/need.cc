// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/need.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

absl::Status CheckSubstitutes(const Need& need, const Item& item) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(need.substitutes, "substitutes"));
  const bool listed = need.substitutes == SubstitutePolicy::kListed;
  if (listed == need.listed_substitutes.empty()) {
    return InvalidValue("listed_substitutes",
                        absl::StrCat(need.listed_substitutes.size()),
                        "filled exactly when substitutes is \"listed\"",
                        "仅当 substitutes 为 listed 时填写");
  }
  std::set<ItemId> seen;
  for (std::size_t i = 0; i < need.listed_substitutes.size(); ++i) {
    const ItemId& wanted = need.listed_substitutes[i];
    bool known = false;
    for (const Substitute& substitute : item.substitutes) {
      known = known || substitute.item == wanted;
    }
    if (!known || !seen.insert(wanted).second) {
      return InvalidValue(
          absl::StrCat("listed_substitutes[", i, "]"), wanted.value(),
          absl::StrCat("an item that items/", item.id.value(),
                       " lists as its substitute, named once"),
          absl::StrCat("items/", item.id.value(), " 所列的替代品，且只列一次"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

NeedState Need::state() const {
  if (closed == Closed::kWithdrawn) return NeedState::kWithdrawn;
  if (closed == Closed::kExpired) return NeedState::kExpired;
  if (tallies.received == total) return NeedState::kFulfilled;
  if (outstanding() == BaseUnits(0)) return NeedState::kCovered;
  if (covered() > BaseUnits(0)) return NeedState::kPartiallyCovered;
  return NeedState::kOpen;
}

absl::Status Validate(const Need& need, const Item& item) {
  const absl::StatusOr<BaseUnits> total =
      ToBaseUnits(need.quantity, item.base_content, "quantity");
  if (!total.ok()) return total.status();
  TWINAID_RETURN_IF_ERROR(CheckEnum(need.urgency, "urgency"));
  TWINAID_RETURN_IF_ERROR(CheckSubstitutes(need, item));
  constexpr int kPercent = 100;
  TWINAID_RETURN_IF_ERROR(
      CheckRange(need.min_quality_percent, "min_quality_percent", 0, kPercent));
  TWINAID_RETURN_IF_ERROR(CheckCurrency(need.currency, item.is_money()));
  TWINAID_RETURN_IF_ERROR(CheckText(need.note, "note", kMaxNoteBytes));
  return CheckLanguage(need.note_language, "note_language");
}

absl::Status CheckInvariants(const Need& need) {
  const NeedTallies& t = need.tallies;
  const BaseUnits zero;
  const bool negative = t.proposed < zero || t.committed < zero ||
                        t.in_transit < zero || t.received < zero;
  if (negative) {
    return BrokenInvariant(need.name.ToString(), "no quantity is negative");
  }
  if (need.covered() + t.proposed > need.total) {
    return BrokenInvariant(need.name.ToString(),
                           "a need is never over-covered");
  }
  return absl::OkStatus();
}

}  // namespace twinaid::model
