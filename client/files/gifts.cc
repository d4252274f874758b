// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/gifts.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/files/columns.h"
#include "client/files/row_reader.h"
#include "client/files/rows_of_files.h"
#include "client/files/sheet.h"
#include "service/model/checks.h"
#include "service/model/common_errors.h"
#include "service/model/currency.h"

namespace twinaid::client {
namespace {

// PLACE/ID in the column, as the name of what belongs to a place.
template <typename Name>
Name ReadName(RowReader& reader, absl::string_view column,
              absl::string_view collection) {
  const std::string& text = reader.Text(column);
  if (text.empty()) return Name();  // told by the sheet
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '/');
  auto name = parts.size() == 2
                  ? Name::Parse(absl::StrCat("places/", parts[0], "/",
                                             collection, "/", parts[1]))
                  : Name::Parse(text);
  if (name.ok()) return *std::move(name);
  reader.Tell(column,
              model::InvalidValue(column, text,
                                  "the place and the id, as in "
                                  "us-il-chicago/masks",
                                  "地方与编号，例如 us-il-chicago/masks"));
  return Name();
}

std::optional<std::int64_t> ReadQuantity(RowReader& reader) {
  const std::string& currency = reader.Text("currency");
  if (currency.empty()) return reader.Whole("quantity");
  const absl::Status fault = model::CheckCurrency(currency, true);
  if (fault.ok()) {
    return reader.Money("quantity", *model::CurrencyExponent(currency));
  }
  reader.Tell("currency", fault);
  return std::nullopt;
}

}  // namespace

int GiftReading::errors() const {
  return static_cast<int>(
      std::count_if(problems.begin(), problems.end(),
                    [](const Problem& problem) { return !problem.warning; }));
}

GiftReading ReadGifts(absl::string_view bytes, const ReadingOptions& options) {
  GiftReading reading;
  const Sheet sheet = ReadSheet(GiftsSheet(), bytes, reading.problems, options);
  reading.note = sheet.note;
  Identities ids;
  for (const SheetRow& row : sheet.rows) {
    RowReader reader(GiftsSheet(), row, reading.problems);
    Gift gift;
    gift.line = row.spot.line;
    gift.id = reader.Slug<model::MatchId>("match_id");
    ids.Claim(gift.id.value(), row, "match_id", reader);
    gift.need = ReadName<model::NeedName>(reader, "need", "needs");
    gift.offer = ReadName<model::OfferName>(reader, "offer", "offers");
    const std::optional<std::int64_t> quantity = ReadQuantity(reader);
    if (quantity && *quantity < 1) {
      reader.Tell("quantity", model::OutOfRange("quantity", *quantity, 1,
                                                model::kMaxBaseUnits));
    }
    gift.quantity = model::BaseUnits(quantity.value_or(0));
    gift.received_on = reader.Day("received_on");
    gift.note = reader.Text("note");
    if (reader.good()) reading.gifts.push_back(std::move(gift));
  }
  return reading;
}

}  // namespace twinaid::client
