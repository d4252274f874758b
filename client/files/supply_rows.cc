// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of needs.csv and offers.csv.
#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "client/files/rows_of_files.h"
#include "client/files/units.h"
#include "service/model/checks.h"
#include "service/model/currency.h"

namespace twinaid::client {
namespace {

constexpr int kMostDays = 3650;

// The item of the row; null, and told, where it is unknown.
const model::Item* ReadItemOf(RowReader& reader, ReadingContext& context,
                              model::ItemId& id) {
  id = reader.Known("item_id", context.items);
  const auto found = context.item_rows.find(id);
  return found == context.item_rows.end() ? nullptr : found->second;
}

// In the unit of the item; for money, major units of the row's currency as
// minor ones.
std::optional<model::Units> ReadUnits(RowReader& reader,
                                      absl::string_view column,
                                      const model::Item& item) {
  std::optional<std::int64_t> value;
  if (item.is_money()) {
    const auto exponent = model::CurrencyExponent(reader.Text("currency"));
    // A bad currency is told on its own.
    if (!exponent.has_value()) return std::nullopt;
    value = reader.Money(column, *exponent);
  } else {
    value = reader.Whole(column);
  }
  if (!value.has_value()) return std::nullopt;
  return model::Units(*value);
}

// What needs and offers share. Returns null where the item is unknown.
template <typename Row, typename IdType>
const model::Item* ReadShared(RowReader& reader, ReadingContext& context,
                              absl::string_view id_column, Row& row) {
  row.name.child = reader.Slug<IdType>(id_column);
  row.name.parent = reader.Known("place_id", context.places);
  row.currency = reader.Text("currency");
  row.note = reader.Text("note");
  row.note_language = reader.Text("note_language");
  const model::Item* item = ReadItemOf(reader, context, row.item);
  if (item == nullptr) return nullptr;
  const absl::Status currency =
      model::CheckCurrency(row.currency, item->is_money());
  if (!currency.ok()) reader.Tell("currency", currency);
  row.quantity = ReadUnits(reader, "quantity", *item).value_or(model::Units());
  if (const std::string& unit = reader.Text("unit"); !unit.empty()) {
    const auto fault = CheckUnit(unit, row.quantity.value(), *item,
                                 row.currency, context.item_rows);
    if (fault.has_value()) {
      reader.Tell("unit", "UNIT_MISMATCH", fault->en, fault->zh);
    }
  }
  return item;
}

// The references of a list: between semicolons or "、"; between blanks where
// all are ids; else the whole where it names one; else between blanks.
std::vector<std::string> PartsOf(const std::string& text,
                                 References<model::ItemId>& items) {
  const std::string marked =
      absl::StrReplaceAll(text, {{"；", ";"}, {"、", ";"}});
  if (absl::StrContains(marked, ';')) {
    std::vector<std::string> parts = absl::StrSplit(marked, ';');
    for (std::string& part : parts) absl::StripAsciiWhitespace(&part);
    parts.erase(std::remove(parts.begin(), parts.end(), ""), parts.end());
    return parts;
  }
  std::vector<std::string> parts = absl::StrSplit(text, ' ', absl::SkipEmpty());
  const bool ids =
      std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
        return items.Contains(model::ItemId::Trusted(part));
      });
  if (!ids && !items.Find(text, "substitutes").fault.has_value()) {
    return {std::string(absl::StripAsciiWhitespace(text))};
  }
  return parts;
}

// "", "none", "any", or items.
void ReadAccepted(RowReader& reader, ReadingContext& context,
                  model::Need& need) {
  const std::string& text = reader.Text("substitutes");
  if (text.empty() || text == "none") return;
  if (text == "any") {
    need.substitutes = model::SubstitutePolicy::kAny;
    return;
  }
  need.substitutes = model::SubstitutePolicy::kListed;
  for (const std::string& part : PartsOf(text, context.items)) {
    const model::ItemId id = reader.Known("substitutes", part, context.items);
    if (!id.empty()) need.listed_substitutes.push_back(id);
  }
}

// Validates a row that is good so far, claims its name and keeps it.
template <typename Row>
void Finish(const Sheet& sheet, const SheetRow& line,
            absl::string_view id_column, const model::Item* item,
            RowReader& reader, Identities& identities, ReadingContext& context,
            std::vector<Row>& rows, Row row) {
  const std::string name = row.name.ToString();
  if (!row.name.parent.empty() && !row.name.child.empty()) {
    identities.Claim(name, line, id_column, reader);
  }
  if (!reader.good() || item == nullptr) return;
  const absl::Status status = Validate(row, *item);
  if (!status.ok()) {
    reader.TellInvalid(status);
    return;
  }
  row.total =
      model::ToBaseUnits(row.quantity, item->base_content, "quantity").value();
  context.reading.origins[name] = {sheet.spec->file, line.spot};
  rows.push_back(std::move(row));
}

}  // namespace

void ReadNeeds(const Sheet& sheet, ReadingContext& context) {
  Identities identities;
  for (const SheetRow& line : sheet.rows) {
    RowReader reader(*sheet.spec, line, context.problems());
    model::Need need;
    const model::Item* item = ReadShared<model::Need, model::NeedId>(
        reader, context, "need_id", need);
    need.urgency = reader.Word("urgency", need.urgency);
    need.needed_by = reader.Day("needed_by");
    ReadAccepted(reader, context, need);
    need.min_quality_percent = reader.Percent("min_quality").value_or(0);
    need.beneficiary = reader.Known("organization", context.organizations);
    Finish(sheet, line, "need_id", item, reader, identities, context,
           context.reading.folder.needs, std::move(need));
  }
}

void ReadOffers(const Sheet& sheet, ReadingContext& context) {
  Identities identities;
  for (const SheetRow& line : sheet.rows) {
    RowReader reader(*sheet.spec, line, context.problems());
    model::Offer offer;
    const model::Item* item = ReadShared<model::Offer, model::OfferId>(
        reader, context, "offer_id", offer);
    offer.available_from = reader.Day("available_from");
    offer.available_until = reader.Day("available_until");
    offer.expires = reader.Day("expires");
    if (item != nullptr) offer.min_lot = ReadUnits(reader, "min_lot", *item);
    offer.lead_days = reader.Small("lead_days", 0, kMostDays).value_or(0);
    offer.directed_to = reader.Known("directed_to", context.places);
    offer.donor = reader.Known("organization", context.organizations);
    offer.certificates = reader.List("certificates");
    Finish(sheet, line, "offer_id", item, reader, identities, context,
           context.reading.folder.offers, std::move(offer));
  }
}

}  // namespace twinaid::client
