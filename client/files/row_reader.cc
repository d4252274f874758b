// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/row_reader.h"

#include <cstdint>
#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "client/files/decimal.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

// Where a column is not called as the field that Validate() names.
absl::string_view ColumnOf(absl::string_view field) {
  struct Renamed {
    absl::string_view field;
    absl::string_view column;
  };
  constexpr Renamed kRenamed[] = {{"position.latitude", "lat"},
                                  {"position.longitude", "lon"},
                                  {"parent_place", "parent_place_id"},
                                  {"time_zone", "timezone"},
                                  {"min_quality_percent", "min_quality"},
                                  {"listed_substitutes", "substitutes"},
                                  {"beneficiary", "organization"},
                                  {"donor", "organization"}};
  for (const Renamed& renamed : kRenamed) {
    if (field == renamed.field) return renamed.column;
  }
  const std::size_t end = field.find_first_of("[.");
  if (end != absl::string_view::npos) return ColumnOf(field.substr(0, end));
  return field;
}

}  // namespace

RowReader::RowReader(const SheetSpec& spec, const SheetRow& row,
                     std::vector<Problem>& problems)
    : spec_(spec), row_(row), problems_(problems) {
  for (const ColumnSpec& column : spec.columns) {
    if (column.required && Text(column.name).empty()) {
      Tell(column.name, model::RequiredField(column.name));
    }
  }
}

const CsvCell* RowReader::Find(absl::string_view column) const {
  const auto found = row_.cells.find(std::string(column));
  return found == row_.cells.end() ? nullptr : &found->second;
}

const std::string& RowReader::Text(absl::string_view column) const {
  static const std::string& none = *new std::string();
  const CsvCell* cell = Find(column);
  return cell == nullptr ? none : cell->text;
}

bool RowReader::Filled(absl::string_view column) {
  return !Text(column).empty();
}

void RowReader::Tell(absl::string_view column, const std::string& reason,
                     const std::string& en, const std::string& zh,
                     const std::vector<std::string>& suggestions) {
  const CsvCell* cell = Find(column);
  good_ = false;
  Problem problem;
  problem.file = spec_.file;
  problem.spot = cell == nullptr ? row_.spot : cell->spot;
  problem.column = cell == nullptr ? "" : std::string(column);
  problem.reason = reason;
  problem.en = en;
  problem.zh = zh;
  problem.row = row_.spot.line;
  problem.suggestions = suggestions;
  problems_.push_back(std::move(problem));
}

void RowReader::Tell(absl::string_view column, const ReferenceFault& fault) {
  Tell(column, fault.reason, fault.en, fault.zh, fault.suggestions);
}

void RowReader::Tell(absl::string_view column, const absl::Status& status) {
  Tell(column, model::ReasonOf(status),
       model::TextOf(status, model::Language::kEnglish),
       model::TextOf(status, model::Language::kChinese));
}

void RowReader::TellInvalid(const absl::Status& status) {
  Tell(ColumnOf(model::FieldOf(status)), status);
}

void RowReader::TellWord(absl::string_view column, const std::string& words) {
  Tell(column,
       model::InvalidValue(column, Text(column), absl::StrCat("one of ", words),
                           absl::StrCat("以下之一:", words)));
}

std::optional<std::int64_t> RowReader::Whole(absl::string_view column) {
  if (!Filled(column)) return std::nullopt;
  const std::optional<std::int64_t> value = ParseDecimal(Text(column), 0);
  if (!value.has_value() || Text(column).find('.') != std::string::npos) {
    Tell(column,
         model::InvalidValue(column, Text(column),
                             "a whole number without blanks or separators",
                             "不含空格和分隔符的整数"));
    return std::nullopt;
  }
  return value;
}

std::optional<int> RowReader::Small(absl::string_view column, int low,
                                    int high) {
  const std::optional<std::int64_t> value = Whole(column);
  if (!value.has_value()) return std::nullopt;
  if (*value < low || *value > high) {
    Tell(column, model::OutOfRange(column, *value, low, high));
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<std::int64_t> RowReader::Decimal(absl::string_view column,
                                               int digits, bool round) {
  if (!Filled(column)) return std::nullopt;
  const std::optional<std::int64_t> value =
      round ? ParseRounded(Text(column), digits)
            : ParseDecimal(Text(column), digits);
  if (!value.has_value()) {
    Tell(column, model::InvalidValue(
                     column, Text(column),
                     absl::StrCat("a number without blanks or separators, with "
                                  "at most ",
                                  digits, " digits behind the point"),
                     absl::StrCat("不含空格和分隔符的数字,小数点后最多 ",
                                  digits, " 位")));
  }
  return value;
}

std::optional<int> RowReader::Percent(absl::string_view column) {
  if (!Filled(column)) return std::nullopt;
  constexpr int kPercent = 100;
  const std::optional<std::int64_t> value = ParseDecimal(Text(column), 2);
  if (value.has_value() && *value >= 0 && *value <= kPercent) {
    return static_cast<int>(*value);
  }
  Tell(column,
       model::InvalidValue(
           column, Text(column),
           "a number from 0 to 1 with at most two digits behind the point",
           " 0 至 1 之间、最多两位小数的数字"));
  return std::nullopt;
}

std::optional<absl::CivilDay> RowReader::Day(absl::string_view column) {
  if (!Filled(column)) return std::nullopt;
  const std::string& text = Text(column);
  constexpr std::size_t kLength = 10;  // 2026-04-30
  absl::CivilDay day;
  if (text.size() == kLength && absl::ParseCivilTime(text, &day) &&
      absl::FormatCivilTime(day) == text) {
    return day;
  }
  Tell(column, model::InvalidValue(column, text, "a day such as 2026-04-30",
                                   "日期,例如 2026-04-30"));
  return std::nullopt;
}

std::vector<std::string> RowReader::List(absl::string_view column) const {
  std::vector<std::string> parts;
  std::string part;
  const auto end_part = [&] {
    const absl::string_view stripped = absl::StripAsciiWhitespace(part);
    if (!stripped.empty()) parts.emplace_back(stripped);
    part.clear();
  };
  const std::string& text = Text(column);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size() &&
                         (text[i + 1] == ';' || text[i + 1] == '\\');
    if (escaped) {
      part += text[++i];
    } else if (text[i] == ';') {
      end_part();
    } else {
      part += text[i];
    }
  }
  end_part();
  return parts;
}

std::string JoinList(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += "; ";
    for (const char c : part) {
      if (c == ';' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

}  // namespace twinaid::client
