// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/sheet.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/column_names.h"
#include "client/files/dialect.h"
#include "client/files/rejects.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

constexpr int kShownBytes = 60;

std::vector<std::string> TextsOf(const CsvRow& row) {
  std::vector<std::string> texts;
  texts.reserve(row.cells.size());
  for (const CsvCell& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

bool IsHxl(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const CsvCell& cell) {
                       return cell.text.empty() || cell.text.front() == '#';
                     });
}

class SheetReader {
 public:
  SheetReader(const SheetSpec& spec, const ReadingOptions& options,
              std::vector<Problem>& problems)
      : spec_(spec), options_(options), finder_(spec), problems_(problems) {}

  Sheet Read(absl::string_view bytes) {
    Sheet sheet;
    sheet.spec = &spec_;
    const auto decoded = Decode(bytes, options_.encoding);
    if (const auto* fault = std::get_if<DecodeFault>(&decoded)) {
      Tell(fault->spot, "", fault->reason, fault->en, fault->zh);
      return sheet;
    }
    const auto& text = std::get<DecodedText>(decoded);
    const Dialect dialect = DialectOf(text.text, finder_);
    std::vector<CsvRow> rows = ParseCsv(text.text, dialect.delimiter);
    if (dialect.says_so) rows.erase(rows.begin());
    if (rows.empty()) {
      Tell({}, "", "MISSING_HEADER",
           "this file is empty; its first line must name the columns",
           "此文件为空；第一行应为列名");
      return sheet;
    }
    const bool tagged = rows.size() > 1 && !IsHxl(rows[0]) && IsHxl(rows[1]);
    if (!ReadHeader(rows[0], tagged ? &rows[1] : nullptr, sheet)) return sheet;
    for (std::size_t i = tagged ? 2 : 1; i < rows.size(); ++i) {
      ReadRow(rows[i], sheet);
    }
    const DateHints dates = HintDates(sheet);
    sheet.note = NoteOf(spec_.file, text.encoding, dialect.delimiter,
                        any_date_ ? dates : DateHints());
    return sheet;
  }

 private:
  void Tell(Spot spot, const std::string& column, const std::string& reason,
            const std::string& en, const std::string& zh,
            bool warning = false) {
    problems_.push_back(
        {spec_.file, spot, column, reason, en, zh, warning, row_line_});
  }

  bool TellFaults(const CsvRow& row) {
    for (const CsvFault& fault : row.faults) {
      Tell(fault.spot, "", "MALFORMED_CSV", fault.en, fault.zh);
    }
    return !row.faults.empty();
  }

  void TellUnknown(const CsvCell& cell) {
    const std::string shown = model::Shown(cell.text, kShownBytes);
    const std::string nearest = finder_.Nearest(cell.text);
    Tell(cell.spot, shown, "UNKNOWN_COLUMN",
         absl::StrCat(
             "column \"", shown, "\" is not read",
             nearest.empty() ? "" : absl::StrCat("; is it ", nearest, "?")),
         absl::StrCat(
             "不读取列“", shown, "”",
             nearest.empty() ? "" : absl::StrCat("；是否应为 ", nearest, "？")),
         /*warning=*/true);
  }

  // The column of a cell of the header, by its name and by the tag under it.
  std::string ColumnOf(const CsvCell& cell, const CsvCell* tag, bool& good) {
    std::string by_name = finder_.ByName(cell.text);
    if (by_name.empty()) by_name = finder_.ByTag(cell.text);
    const std::string by_tag = tag == nullptr ? "" : finder_.ByTag(tag->text);
    if (by_name.empty()) return by_tag;
    if (!by_tag.empty() && by_tag != by_name) {
      good = false;
      const std::string name = model::Shown(cell.text, kShownBytes);
      const std::string text = model::Shown(tag->text, kShownBytes);
      Tell(tag->spot, by_name, "COLUMN_CONFLICT",
           absl::StrCat("the name \"", name, "\" means ", by_name, ", the tag ",
                        text, " under it ", by_tag, "; correct one of them"),
           absl::StrCat("列名“", name, "”表示 ", by_name, "，其下的标签 ", text,
                        " 却表示 ", by_tag, "；请更正其一"));
    }
    return by_name;
  }

  bool ReadHeader(const CsvRow& header, const CsvRow* tags, Sheet& sheet) {
    bool good = !TellFaults(header);
    sheet.raw.header = TextsOf(header);
    const bool rejects = IsRejectsHeader(sheet.raw.header);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      const CsvCell& cell = header.cells[i];
      const bool tagged = tags != nullptr && i < tags->cells.size();
      header_.push_back(
          ColumnOf(cell, tagged ? &tags->cells[i] : nullptr, good));
      const std::string& column = header_.back();
      if (column.empty()) {
        // What stands under no name at all is told where something does.
        const bool ours = rejects && IsRejectsColumn(cell.text);
        if (!cell.text.empty() && !ours) TellUnknown(cell);
      } else if (!seen.insert(column).second) {
        good = false;
        Tell(cell.spot, column, "DUPLICATE_COLUMN",
             absl::StrCat("column ", column, " is there twice"),
             absl::StrCat("列 ", column, " 出现了两次"));
      }
    }
    for (const ColumnSpec& column : spec_.columns) {
      if (seen.count(column.name) > 0) {
        sheet.columns.emplace_back(column.name);
      } else if (column.required) {
        good = false;
        TellMissing(header.end, column);
      }
    }
    return good;
  }

  void TellMissing(Spot spot, const ColumnSpec& column) {
    const std::vector<std::string> names = OtherNamesOf(spec_, column.name);
    const std::string also =
        names.empty() ? ""
                      : absl::StrCat(" (", absl::StrJoin(names, ", "), ")");
    const std::string also_zh =
        names.empty() ? ""
                      : absl::StrCat("（", absl::StrJoin(names, "、"), "）");
    Tell(spot, column.name, "MISSING_COLUMN",
         absl::StrCat("column ", column.name, also, " is missing"),
         absl::StrCat("缺少列 ", column.name, also_zh));
  }

  bool CheckCell(const CsvCell& cell, const std::string& column) {
    const absl::Status status =
        model::CheckText(cell.text, column, model::kMaxNoteBytes);
    if (status.ok()) return true;
    Tell(cell.spot, column, model::ReasonOf(status),
         model::TextOf(status, model::Language::kEnglish),
         model::TextOf(status, model::Language::kChinese));
    return false;
  }

  void TellCount(const CsvRow& row, const std::vector<std::string>& names) {
    const std::size_t wanted = header_.size();
    const std::size_t given = row.cells.size();
    const bool many = given > wanted;
    Tell(many ? row.cells[wanted].spot : row.end, "",
         many ? "TOO_MANY_CELLS" : "TOO_FEW_CELLS",
         absl::StrCat(
             "this row has ", given, " cells, the header ", wanted,
             many ? absl::StrCat("; nothing stands above \"",
                                 row.cells[wanted].text,
                                 "\": quote a cell that holds a "
                                 "comma")
                  : absl::StrCat("; nothing stands below ", names[given],
                                 ": write the comma of an empty "
                                 "cell, too")),
         absl::StrCat(
             "此行有 ", given, " 个单元格，表头有 ", wanted, " 个；",
             many ? absl::StrCat("“", row.cells[wanted].text,
                                 "”没有对应的列，含逗号的单元格请加引号")
                  : absl::StrCat("缺少“", names[given],
                                 "”列的单元格，空单元格也要写逗号")));
  }

  // Once a file: cells under no name that hold something.
  void TellNameless(const CsvCell& cell) {
    if (nameless_told_) return;
    nameless_told_ = true;
    Tell(cell.spot, "", "UNKNOWN_COLUMN",
         "cells under an empty column name are not read; name the column",
         "空列名下的单元格不读取；请填写列名",
         /*warning=*/true);
  }

  void ReadRow(const CsvRow& row, Sheet& sheet) {
    row_line_ = row.cells[0].spot.line;
    sheet.raw.rows[row_line_] = TextsOf(row);
    if (!TellFaults(row)) TakeRow(row, sheet);
    row_line_ = 0;
  }

  void TakeRow(const CsvRow& row, Sheet& sheet) {
    const std::size_t wanted = header_.size();
    // Spreadsheets write empty cells behind the last.
    const bool surplus =
        row.cells.size() > wanted &&
        std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(wanted),
                    row.cells.end(),
                    [](const CsvCell& cell) { return !cell.text.empty(); });
    if (surplus || row.cells.size() < wanted) {
      TellCount(row, sheet.raw.header);
      return;
    }
    SheetRow kept;
    kept.spot = row.cells[0].spot;
    bool good = true;
    for (std::size_t i = 0; i < wanted; ++i) {
      const CsvCell& cell = row.cells[i];
      if (header_[i].empty()) {
        const bool nameless = sheet.raw.header[i].empty() && !cell.text.empty();
        if (nameless) TellNameless(cell);
        continue;
      }
      good = CheckCell(cell, header_[i]) && good;
      kept.cells.emplace(header_[i], cell);
    }
    if (good) sheet.rows.push_back(std::move(kept));
  }

  // Finds out whether the month or the day stands first in the file.
  DateHints HintDates(Sheet& sheet) {
    DateHints hints;
    for (const SheetRow& row : sheet.rows) {
      for (const ColumnSpec& column : spec_.columns) {
        const auto cell = row.cells.find(column.name);
        if (!column.days || cell == row.cells.end()) continue;
        const DateReading date = ReadDate(cell->second.text);
        any_date_ = any_date_ || date.month_first || date.day_first;
        const DateOrder order = date.order();
        if (order == DateOrder::kUnknown) continue;
        int& line = order == DateOrder::kMonthFirst ? hints.month_first_line
                                                    : hints.day_first_line;
        if (line == 0) line = row.spot.line;
      }
    }
    if (options_.dates != DateOrder::kUnknown) {
      hints = {options_.dates, 0, 0};
    } else if (IsRejectsHeader(sheet.raw.header)) {
      // Its rows are those that were left: what they show is not what their
      // file showed. Days that may be read both ways are asked about.
      hints = DateHints();
    } else if (hints.month_first_line > 0 && hints.day_first_line == 0) {
      hints.order = DateOrder::kMonthFirst;
    } else if (hints.day_first_line > 0 && hints.month_first_line == 0) {
      hints.order = DateOrder::kDayFirst;
    }
    for (SheetRow& row : sheet.rows) row.dates = hints;
    return hints;
  }

  const SheetSpec& spec_;
  const ReadingOptions& options_;
  const ColumnFinder finder_;
  std::vector<Problem>& problems_;
  std::vector<std::string> header_;  // "" for a column that is not read
  int row_line_ = 0;                 // of the row that is read; 0: the header
  bool nameless_told_ = false;
  bool any_date_ = false;  // a day was written with the year last
};

}  // namespace

Sheet ReadSheet(const SheetSpec& spec, absl::string_view bytes,
                std::vector<Problem>& problems, const ReadingOptions& options) {
  return SheetReader(spec, options, problems).Read(bytes);
}

std::string HeaderText(const SheetSpec& spec, bool hxl) {
  std::vector<std::string> names;
  std::vector<std::string> tags;
  for (const ColumnSpec& column : spec.columns) {
    names.emplace_back(column.name);
    tags.emplace_back(column.hxl);
  }
  return absl::StrCat(CsvLine(names), hxl ? CsvLine(tags) : "");
}

}  // namespace twinaid::client
