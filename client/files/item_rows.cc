// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of items.csv and item_substitutes.csv.
#include <algorithm>
#include <set>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "client/files/naming.h"
#include "client/files/rows_of_files.h"

namespace twinaid::client {
namespace {

constexpr int kRatioDigits = 9;

model::Item ReadItem(RowReader& reader) {
  model::Item item;
  item.id = reader.Slug<model::ItemId>("item_id");
  item.category = reader.Word("category", item.category);
  item.name_en = reader.Text("name_en");
  item.name_zh = reader.Text("name_zh");
  if (!reader.Text("unit").empty()) item.unit = reader.Text("unit");
  item.base_content = reader.Whole("base_content").value_or(1);
  item.unspsc = reader.Text("unspsc");
  item.hs = reader.Text("hs");
  item.hxl = reader.Text("hxl");
  item.note = reader.Text("note");
  if (reader.good()) {
    const absl::Status status = Validate(item);
    if (!status.ok()) reader.TellInvalid(status);
  }
  return item;
}

// Units of the substitute for one unit needed: base content of the needed item
// over that of the substitute.
void CheckRatio(RowReader& reader, const model::Item& item,
                const model::Item& substitute) {
  const auto ratio = reader.Decimal("ratio", kRatioDigits);
  if (!ratio.has_value()) return;
  constexpr std::int64_t kScale = 1'000'000'000;
  if (*ratio > 0 && absl::int128(*ratio) * substitute.base_content ==
                        absl::int128(kScale) * item.base_content) {
    return;
  }
  const std::string contents =
      absl::StrCat(item.base_content, "/", substitute.base_content);
  reader.Tell(
      "ratio", "RATIO_MISMATCH",
      absl::StrCat("ratio: ", reader.Text("ratio"),
                   " is not what the base contents of the two items "
                   "say, ",
                   contents, "; correct one of them or leave it empty"),
      absl::StrCat("ratio:", reader.Text("ratio"), " 与两种物品的基本含量之比 ",
                   contents, " 不符；请更正其一，或留空"));
}

class SubstitutesReader {
 public:
  SubstitutesReader(const Sheet& sheet, ReadingContext& context)
      : sheet_(sheet), context_(context) {
    for (model::Item& item : context.reading.folder.items) {
      items_[item.id] = &item;
    }
  }

  void Read() {
    for (const SheetRow& row : sheet_.rows) ReadRow(row);
    for (auto& [id, item] : items_) {
      std::sort(item->substitutes.begin(), item->substitutes.end(),
                [](const auto& a, const auto& b) { return a.item < b.item; });
    }
  }

 private:
  void ReadRow(const SheetRow& row) {
    RowReader reader(*sheet_.spec, row, context_.problems());
    const model::ItemId id = reader.Known("item_id", context_.items);
    model::Substitute substitute;
    substitute.item = reader.Known("substitute_item_id", context_.items);
    substitute.quality_percent = reader.Percent("quality").value_or(0);
    substitute.basis = reader.Text("basis");
    if (!reader.good()) return;
    const auto item = items_.find(id);
    if (item == items_.end()) {
      reader.Tell("item_id", "ITEM_NOT_IN_FOLDER",
                  absl::StrCat("item_id: items.csv has no row for ", id.value(),
                               "; substitutes come with their item"),
                  absl::StrCat("item_id：items.csv 中没有 ", id.value(),
                               "；替代品须与物品一同导入"));
      return;
    }
    if (id == substitute.item) {
      reader.Tell("substitute_item_id",
                  model::InvalidValue("substitute_item_id", id.value(),
                                      "another item than item_id",
                                      "item_id 以外的物品"));
    }
    const auto [known, fresh] =
        lines_.emplace(std::pair(id, substitute.item), row.spot.line);
    if (!fresh) {
      reader.Tell("substitute_item_id", "DUPLICATE_SUBSTITUTE",
                  absl::StrCat("substitute_item_id: line ", known->second,
                               " lists this substitute already"),
                  absl::StrCat("substitute_item_id：第 ", known->second,
                               " 行已列出此替代品"));
    }
    const model::Item& other = *context_.item_rows.at(substitute.item);
    if (const absl::Status status =
            CheckSubstitute(*item->second, other, "substitute_item_id");
        !status.ok()) {
      reader.Tell("substitute_item_id", status);
    }
    CheckRatio(reader, *item->second, other);
    if (!reader.good()) return;
    item->second->substitutes.push_back(std::move(substitute));
  }

  const Sheet& sheet_;
  ReadingContext& context_;
  std::map<model::ItemId, model::Item*> items_;
  std::map<std::pair<model::ItemId, model::ItemId>, int> lines_;
};

}  // namespace

void ReadItems(const Sheet& items, const Sheet& substitutes,
               ReadingContext& context) {
  Identities identities;
  for (const SheetRow& row : items.rows) {
    RowReader reader(*items.spec, row, context.problems());
    model::Item item = ReadItem(reader);
    const model::ItemId id = item.id;
    const bool first =
        !id.empty() && identities.Claim(id.value(), row, "item_id", reader);
    if (!reader.good()) {
      if (first) context.items.AddBad(NamedOf(item), row.spot.line);
      continue;
    }
    context.items.Add(NamedOf(item));
    context.reading.origins[model::ToName(id)] = {items.spec->file, row.spot};
    context.reading.folder.items.push_back(std::move(item));
  }
  // Only now: the vector does not grow any more.
  for (const model::Item& item : context.reading.folder.items) {
    context.item_rows[item.id] = &item;
  }
  SubstitutesReader(substitutes, context).Read();
}

}  // namespace twinaid::client
