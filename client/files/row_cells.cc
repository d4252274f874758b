// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/row_cells.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/decimal.h"
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

}  // namespace

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

std::vector<Difference> DifferencesOf(const SheetSpec& spec,
                                      const std::set<std::string>& columns,
                                      const std::vector<std::string>& present,
                                      const std::vector<std::string>& wanted) {
  std::vector<Difference> differences;
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    const std::string column = spec.columns[i].name;
    if (columns.count(column) == 0 || present[i] == wanted[i]) continue;
    differences.push_back({column, present[i], wanted[i]});
  }
  return differences;
}

}  // namespace twinaid::client
