// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Domain values as the texts of files.
#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "client/files/columns.h"
#include "client/files/decimal.h"
#include "client/files/decode.h"
#include "client/files/folder.h"
#include "client/files/row_cells.h"

namespace twinaid::client {
namespace {

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

std::string Quality(int percent) {
  constexpr int kDigits = 2;
  return FormatDecimal(percent, kDigits);
}

// base / other as a decimal; empty where it has none of at most 9 digits.
std::string Ratio(std::int64_t base, std::int64_t other) {
  if (base < 1 || other < 1) return "";
  const std::int64_t divisor = std::gcd(base, other);
  const std::int64_t over = base / divisor;
  const std::int64_t under = other / divisor;
  constexpr int kDigits = 9;
  constexpr std::int64_t kScale = 1'000'000'000;
  if (kScale % under != 0) return "";
  const std::int64_t factor = kScale / under;
  if (over > INT64_MAX / factor) return "";
  return FormatDecimal(over * factor, kDigits);
}

// The rows by key, so that the order of a vector does not show.
template <typename Row>
std::vector<const Row*> Sorted(const std::vector<Row>& rows) {
  std::vector<const Row*> sorted;
  sorted.reserve(rows.size());
  for (const Row& row : rows) sorted.push_back(&row);
  std::sort(sorted.begin(), sorted.end(),
            [](const Row* a, const Row* b) { return a->key() < b->key(); });
  return sorted;
}

template <typename Row>
void Write(const SheetSpec& spec, const std::vector<Row>& rows, bool hxl,
           FileTexts& texts) {
  std::string& text = texts[spec.file] = HeaderText(spec, hxl);
  for (const Row* row : Sorted(rows)) text += CsvLine(CellsOf(*row));
}

// The unit beside each quantity, so that nobody takes packs for pieces; money
// has its currency instead.
template <typename Row>
void WriteSupply(const SheetSpec& spec, const std::vector<Row>& rows,
                 const std::vector<model::Item>& items, bool hxl,
                 FileTexts& texts) {
  std::map<model::ItemId, std::string> units;
  for (const model::Item& item : items) {
    if (!item.is_money()) units[item.id] = item.unit;
  }
  std::string& text = texts[spec.file] = HeaderText(spec, hxl);
  for (const Row* row : Sorted(rows)) {
    text += CsvLine(CellsOf(*row, units[row->item]));
  }
}

void WriteSubstitutes(const std::vector<model::Item>& items, bool hxl,
                      FileTexts& texts) {
  std::map<model::ItemId, std::int64_t> contents;
  for (const model::Item& item : items) contents[item.id] = item.base_content;
  const SheetSpec& spec = SubstitutesSheet();
  std::string& text = texts[spec.file] = HeaderText(spec, hxl);
  for (const model::Item* item : Sorted(items)) {
    for (const model::Substitute& substitute : item->substitutes) {
      const auto other = contents.find(substitute.item);
      text += CsvLine({item->id.value(), substitute.item.value(),
                       other == contents.end()
                           ? ""
                           : Ratio(item->base_content, other->second),
                       Quality(substitute.quality_percent), substitute.basis});
    }
  }
}

}  // namespace

FileTexts WriteTexts(const Folder& folder, bool hxl) {
  FileTexts texts;
  Write(PlacesSheet(), folder.places, hxl, texts);
  Write(LinksSheet(), folder.links, hxl, texts);
  Write(OrganizationsSheet(), folder.organizations, hxl, texts);
  Write(ItemsSheet(), folder.items, hxl, texts);
  WriteSubstitutes(folder.items, hxl, texts);
  WriteSupply(NeedsSheet(), folder.needs, folder.items, hxl, texts);
  WriteSupply(OffersSheet(), folder.offers, folder.items, hxl, texts);
  for (auto& [file, text] : texts) {
    // Says what it is where it could be taken for something else.
    const auto read = Decode(text);
    const bool sure = std::holds_alternative<DecodedText>(read);
    if (!sure) text.insert(0, kByteOrderMark);
  }
  return texts;
}

}  // namespace twinaid::client
