// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A kind of assistance: how it is counted and what may stand in for it.
#ifndef TWINAID_SERVICE_MODEL_ITEM_H_
#define TWINAID_SERVICE_MODEL_ITEM_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/ids.h"
#include "service/model/meta.h"

namespace twinaid::model {

enum class Category {
  kSupplies = 1,
  kFunds,
  kPersonnel,
  kExpertise,
  kMoralSupport
};

// The unit of items that are counted in money.
inline constexpr char kCurrencyUnit[] = "currency";

// Another item that can serve a need for the item that lists it, one way.
struct Substitute {
  ItemId item;
  int quality_percent = 100;  // 0 to 100
  std::string basis;          // why, for people
  friend bool operator==(const Substitute&, const Substitute&) = default;
};

struct Item {
  using Key = ItemId;

  ItemId id;
  Category category = Category::kSupplies;
  std::string name_en;
  std::string name_zh;
  std::string unit = "piece";
  std::int64_t base_content = 1;  // base units in one unit, 1 to 10^12
  std::string unspsc;
  std::string hs;
  std::string hxl;
  std::string note;
  std::vector<Substitute> substitutes;  // by item id, each once
  Meta meta;

  bool is_money() const { return unit == kCurrencyUnit; }
  const Key& key() const { return id; }
  friend bool operator==(const Item&, const Item&) = default;
};

// INVALID_ARGUMENT with the field path.
absl::Status Validate(const Item& item);

// A substitute is of the category of its item, and money stands in for money
// alone. INVALID_ARGUMENT (INVALID_VALUE) at `field`.
absl::Status CheckSubstitute(const Item& item, const Item& substitute,
                             absl::string_view field);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ITEM_H_
