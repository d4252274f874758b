// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/row_reader.h"

#include <cstdint>
#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/decimal.h"
#include "client/files/number.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

constexpr int kShownBytes = 60;

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

void RowReader::TellWord(absl::string_view column, const std::string& words,
                         const std::string& words_zh) {
  Tell(column,
       model::InvalidValue(column, Text(column), absl::StrCat("one of ", words),
                           absl::StrCat("以下之一：", words_zh)));
}

std::optional<std::int64_t> RowReader::Whole(absl::string_view column) {
  const std::optional<std::string> plain = Plain(column);
  if (!plain.has_value()) return std::nullopt;
  const std::vector<std::string> readings = ReadingsOfPoint(*plain);
  if (!readings.empty()) {
    TellReadings(column, readings);
    return std::nullopt;
  }
  const std::optional<std::int64_t> value = ParseDecimal(*plain, 0);
  if (!value.has_value() || plain->find('.') != std::string::npos) {
    Tell(column, model::InvalidValue(column, Text(column),
                                     "a whole number such as 5000 or 5,000",
                                     "整数，例如 5000 或 5,000"));
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
  const std::optional<std::string> plain = Plain(column);
  if (!plain.has_value()) return std::nullopt;
  const std::optional<std::int64_t> value =
      round ? ParseRounded(*plain, digits) : ParseDecimal(*plain, digits);
  if (!value.has_value()) {
    Tell(column, model::InvalidValue(
                     column, Text(column),
                     absl::StrCat("a number such as 1250.5 or 1,250.5, with at "
                                  "most ",
                                  digits, " digits behind the point"),
                     absl::StrCat("数字，例如 1250.5 或 1,250.5，小数点后最多 ",
                                  digits, " 位")));
  }
  return value;
}

std::optional<std::int64_t> RowReader::Money(absl::string_view column,
                                             int digits) {
  const NumberReading number = ReadNumber(Text(column));
  // 1.000 yuan is one or a thousand; 1.000 dinars of Kuwait is one.
  constexpr int kGroup = 3;
  if (number.plain.has_value() && digits < kGroup) {
    const std::vector<std::string> readings = ReadingsOfPoint(*number.plain);
    if (!readings.empty()) {
      TellReadings(column, readings);
      return std::nullopt;
    }
  }
  return Decimal(column, digits);
}

std::optional<int> RowReader::Percent(absl::string_view column) {
  if (!Filled(column)) return std::nullopt;
  constexpr int kPercent = 100;
  const NumberReading number = ReadNumber(Text(column));
  const std::optional<std::int64_t> value =
      ParseDecimal(number.plain.value_or(""), 2);
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
  const DateReading date = ReadDate(text);
  if (date.day.has_value()) return date.day;
  const auto& [order, month_first_line, day_first_line] = row_.dates;
  if (order != DateOrder::kUnknown) {
    const auto& day =
        order == DateOrder::kMonthFirst ? date.month_first : date.day_first;
    if (day.has_value()) return day;
  } else if (date.order() != DateOrder::kUnknown) {
    return date.month_first.has_value() ? date.month_first : date.day_first;
  }
  if (date.month_first.has_value() && date.day_first.has_value()) {
    TellEitherDay(column, date);
  } else if (date.short_year) {
    Tell(column,
         model::InvalidValue(column, text,
                             "a day with the whole year, such as 2026-04-30",
                             "带四位年份的日期，例如 2026-04-30"));
  } else {
    Tell(column, model::InvalidValue(column, text, "a day such as 2026-04-30",
                                     "日期，例如 2026-04-30"));
  }
  return std::nullopt;
}

void RowReader::TellEitherDay(absl::string_view column,
                              const DateReading& date) {
  const std::string month_first = absl::FormatCivilTime(*date.month_first);
  const std::string day_first = absl::FormatCivilTime(*date.day_first);
  std::string en;
  std::string zh;
  if (row_.dates.month_first_line > 0) {  // and in another order elsewhere
    absl::StrAppend(&en, "; this file has both orders, in lines ",
                    row_.dates.month_first_line, " and ",
                    row_.dates.day_first_line);
    absl::StrAppend(&zh, "；此文件中两种顺序都有（第 ",
                    row_.dates.month_first_line, " 行和第 ",
                    row_.dates.day_first_line, " 行）");
  }
  const std::string shown = model::Shown(Text(column), kShownBytes);
  Tell(column, "AMBIGUOUS_DATE",
       absl::StrCat(column, ": \"", shown, "\" is ", month_first,
                    " with the month first (--dates mdy) or ", day_first,
                    " with the day first (--dates dmy)", en,
                    "; say which, or write ", month_first),
       absl::StrCat(column, "：“", shown, "”月在前为 ", month_first,
                    "（--dates mdy），日在前为 ", day_first, "（--dates dmy）",
                    zh, "；请指明顺序，或写成 ", month_first),
       {month_first, day_first});
}

std::optional<std::string> RowReader::Plain(absl::string_view column) {
  if (!Filled(column)) return std::nullopt;
  const NumberReading number = ReadNumber(Text(column));
  if (number.plain.has_value()) return number.plain;
  if (number.candidates.empty()) {
    Tell(column, model::InvalidValue(column, Text(column),
                                     "a number such as 5000 or 5,000",
                                     "数字，例如 5000 或 5,000"));
  } else {
    TellReadings(column, number.candidates);
  }
  return std::nullopt;
}

void RowReader::TellReadings(absl::string_view column,
                             const std::vector<std::string>& readings) {
  const std::string shown = model::Shown(Text(column), kShownBytes);
  Tell(column, "AMBIGUOUS_NUMBER",
       absl::StrCat(column, ": \"", shown, "\" may be ",
                    absl::StrJoin(readings, " or "),
                    "; write digits alone or in groups of three as in 10,000, "
                    "and a point before decimals"),
       absl::StrCat(column, "：“", shown, "”可能是 ",
                    absl::StrJoin(readings, " 或 "),
                    "；请只写数字，或如 10,000 每三位一组，小数用点"),
       readings);
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
