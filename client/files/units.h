// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a row says its quantity is counted in, held against its item: packs and
// pieces are never taken for each other.
#ifndef TWINAID_CLIENT_FILES_UNITS_H_
#define TWINAID_CLIENT_FILES_UNITS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "service/model/ids.h"
#include "service/model/item.h"

namespace twinaid::client {

// One word for all that mean a unit: "piece" for pcs, Pieces and 只; the text
// itself, folded, where it is not known.
std::string UnitWord(absl::string_view typed);

struct UnitFault {
  std::string en;
  std::string zh;
};

using ItemRows = std::map<model::ItemId, const model::Item*>;

// nullopt: `typed` is the unit of `item`; for money, its `currency` or a word
// for it. Else what would be right: the quantity converted by base content
// where another of `items` that stands in for it (or it for that) is counted in
// `typed`, or where `item` is a pack; never converted here. `quantity` is what
// the row says, in `typed`. O(items).
std::optional<UnitFault> CheckUnit(absl::string_view typed,
                                   std::int64_t quantity,
                                   const model::Item& item,
                                   absl::string_view currency,
                                   const ItemRows& items);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_UNITS_H_
