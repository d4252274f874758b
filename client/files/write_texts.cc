// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Domain values as the texts of files.
#include <algorithm>
#include <numeric>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/columns.h"
#include "client/files/decimal.h"
#include "client/files/folder.h"
#include "client/files/row_reader.h"
#include "service/model/currency.h"
#include "service/model/enum_names.h"

namespace twinaid::client {
namespace {

constexpr int kDegreeDigits = 7;

template <typename Number>
std::string NumberOrEmpty(const std::optional<Number>& number) {
  return number.has_value() ? absl::StrCat(*number) : "";
}

std::string DayOrEmpty(const std::optional<absl::CivilDay>& day) {
  return day.has_value() ? absl::FormatCivilTime(*day) : "";
}

template <typename Enum>
std::string Word(Enum value) {
  return std::string(model::WordOf(value));
}

// In the item's unit; money in major units.
std::string Amount(model::Units units, const std::string& currency) {
  return FormatDecimal(units.value(),
                       model::CurrencyExponent(currency).value_or(0));
}

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

std::vector<std::string> CellsOf(const model::Place& place) {
  std::vector<std::string> external_ids;
  for (const auto& [key, value] : place.external_ids) {
    external_ids.push_back(absl::StrCat(key, "=", value));
  }
  std::string lat;
  std::string lon;
  if (place.position.has_value()) {
    lat = FormatDecimal(place.position->lat_e7, kDegreeDigits);
    lon = FormatDecimal(place.position->lon_e7, kDegreeDigits);
  }
  return {place.id.value(),
          Word(place.kind),
          place.name_en,
          place.name_zh,
          JoinList(place.aliases),
          NumberOrEmpty(place.donor_capacity),
          NumberOrEmpty(place.recipient_capacity),
          place.parent.value(),
          place.country_code,
          place.subdivision,
          lat,
          lon,
          NumberOrEmpty(place.population),
          place.time_zone,
          JoinList(external_ids)};
}

std::vector<std::string> CellsOf(const model::SisterLink& link) {
  return {link.id.value(),
          link.place_a.value(),
          link.place_b.value(),
          Word(link.kind),
          NumberOrEmpty(link.since_year),
          Word(link.state),
          absl::StrCat(link.transit_days),
          link.note};
}

std::vector<std::string> CellsOf(const model::Organization& organization) {
  return {organization.id.value(),   Word(organization.kind),
          organization.name_en,      organization.name_zh,
          organization.seat.value(), organization.note};
}

std::vector<std::string> CellsOf(const model::Item& item) {
  return {item.id.value(), Word(item.category),
          item.name_en,    item.name_zh,
          item.unit,       absl::StrCat(item.base_content),
          item.unspsc,     item.hs,
          item.hxl,        item.note};
}

std::string AcceptedOf(const model::Need& need) {
  if (need.substitutes != model::SubstitutePolicy::kListed) {
    return Word(need.substitutes);
  }
  std::string listed =
      absl::StrJoin(need.listed_substitutes, " ",
                    [](std::string* out, const model::ItemId& id) {
                      out->append(id.value());
                    });
  // An item of such an id is no word: behind a blank it is read as an id.
  const bool word = listed == "any" || listed == "none";
  return word ? absl::StrCat(" ", listed) : listed;
}

std::vector<std::string> CellsOf(const model::Need& need,
                                 const std::string& unit) {
  return {need.name.child.value(),
          need.name.parent.value(),
          need.item.value(),
          Amount(need.quantity, need.currency),
          unit,
          Word(need.urgency),
          DayOrEmpty(need.needed_by),
          AcceptedOf(need),
          Quality(need.min_quality_percent),
          need.currency,
          need.beneficiary.value(),
          need.note,
          need.note_language};
}

std::vector<std::string> CellsOf(const model::Offer& offer,
                                 const std::string& unit) {
  return {
      offer.name.child.value(),
      offer.name.parent.value(),
      offer.item.value(),
      Amount(offer.quantity, offer.currency),
      unit,
      DayOrEmpty(offer.available_from),
      DayOrEmpty(offer.available_until),
      DayOrEmpty(offer.expires),
      offer.min_lot.has_value() ? Amount(*offer.min_lot, offer.currency) : "",
      absl::StrCat(offer.lead_days),
      offer.directed_to.value(),
      offer.currency,
      offer.donor.value(),
      JoinList(offer.certificates),
      offer.note,
      offer.note_language};
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
  return texts;
}

}  // namespace twinaid::client
