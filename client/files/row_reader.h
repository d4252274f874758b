// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The cells of one row as typed values; everything wrong with them is told.
#ifndef TWINAID_CLIENT_FILES_ROW_READER_H_
#define TWINAID_CLIENT_FILES_ROW_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "client/files/references.h"
#include "client/files/sheet.h"
#include "service/model/common_errors.h"
#include "service/model/enum_names.h"

namespace twinaid::client {

// Borrows all it is given. A required cell that is empty is REQUIRED_FIELD; any
// other empty cell gives nullopt or the default.
class RowReader {
 public:
  RowReader(const SheetSpec& spec, const SheetRow& row,
            std::vector<Problem>& problems);

  // No error was told of this row.
  bool good() const { return good_; }

  // Empty where the file does not have the column.
  const std::string& Text(absl::string_view column) const;

  // INVALID_ID.
  template <typename IdType>
  IdType Slug(absl::string_view column);

  // What the cell refers to, by id, name, alias or code: REFERENCE_NOT_FOUND
  // with the nearest known, AMBIGUOUS_NAME with all it may mean,
  // ROW_HAS_ERRORS where the row of that id is bad itself.
  template <typename IdType>
  IdType Known(absl::string_view column, References<IdType>& references) {
    return Known(column, Text(column), references);
  }
  // The same of a part of the cell.
  template <typename IdType>
  IdType Known(absl::string_view column, absl::string_view part,
               References<IdType>& references);

  // INVALID_VALUE with the words there are.
  template <typename Enum>
  Enum Word(absl::string_view column, Enum otherwise);

  // Numbers as ReadNumber() takes them. AMBIGUOUS_NUMBER: it may be read in
  // two ways. INVALID_VALUE: no whole number, or beyond 64 bits.
  std::optional<std::int64_t> Whole(absl::string_view column);
  // A whole number of 32 bits; OUT_OF_RANGE_VALUE outside [low, high].
  std::optional<int> Small(absl::string_view column, int low, int high);
  // A number scaled by 10^digits; INVALID_VALUE. With `round`, further digits
  // are rounded.
  std::optional<std::int64_t> Decimal(absl::string_view column, int digits,
                                      bool round = false);
  // The same for an amount of money, where "1.000" is AMBIGUOUS_NUMBER unless
  // the currency has three digits.
  std::optional<std::int64_t> Money(absl::string_view column, int digits);
  // A share of 0 to 1 with at most two digits, in percent.
  std::optional<int> Percent(absl::string_view column);
  // A day as ReadDate() takes it. AMBIGUOUS_DATE: neither the file nor the
  // reader says which of its numbers is the month. INVALID_VALUE: no day.
  std::optional<absl::CivilDay> Day(absl::string_view column);
  // Parts separated by ';' ("\;" stands for a semicolon inside one).
  std::vector<std::string> List(absl::string_view column) const;

  // Tells an error of ours at the cell.
  void Tell(absl::string_view column, const absl::Status& status);
  void Tell(absl::string_view column, const std::string& reason,
            const std::string& en, const std::string& zh,
            const std::vector<std::string>& suggestions = {});
  void Tell(absl::string_view column, const ReferenceFault& fault);
  // Tells what Validate() said at the column that its field path means.
  void TellInvalid(const absl::Status& status);

 private:
  const CsvCell* Find(absl::string_view column) const;
  bool Filled(absl::string_view column);
  // The number in the cell, as ParseDecimal() takes it; told where it is none.
  std::optional<std::string> Plain(absl::string_view column);
  void TellReadings(absl::string_view column,
                    const std::vector<std::string>& readings);
  void TellEitherDay(absl::string_view column, const DateReading& date);
  void TellWord(absl::string_view column, const std::string& words,
                const std::string& words_zh);

  const SheetSpec& spec_;
  const SheetRow& row_;
  std::vector<Problem>& problems_;
  bool good_ = true;
};

// The parts of a list as List() reads them.
std::string JoinList(const std::vector<std::string>& parts);

template <typename IdType>
IdType RowReader::Slug(absl::string_view column) {
  if (!Filled(column)) return IdType();
  absl::StatusOr<IdType> id = IdType::Parse(Text(column));
  if (id.ok()) return *std::move(id);
  Tell(column, id.status());
  return IdType();
}

template <typename IdType>
IdType RowReader::Known(absl::string_view column, absl::string_view part,
                        References<IdType>& references) {
  if (part.empty()) return IdType();
  const Reference found = references.Find(part, column);
  if (found.fault.has_value()) Tell(column, *found.fault);
  return IdType::Trusted(found.id);
}

template <typename Enum>
Enum RowReader::Word(absl::string_view column, Enum otherwise) {
  if (!Filled(column)) return otherwise;
  const std::optional<Enum> value = model::FromWordOfEither<Enum>(Text(column));
  if (value.has_value()) return *value;
  TellWord(column, model::AllWords<Enum>(),
           model::AllWordsIn<Enum>(model::Language::kChinese));
  return otherwise;
}

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_ROW_READER_H_
