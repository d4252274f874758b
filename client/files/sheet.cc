// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/sheet.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/files/nearest.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

constexpr int kShownBytes = 60;

class SheetReader {
 public:
  SheetReader(const SheetSpec& spec, std::vector<Problem>& problems)
      : spec_(spec), problems_(problems) {
    for (const ColumnSpec& column : spec.columns) names_.insert(column.name);
  }

  Sheet Read(absl::string_view text) {
    Sheet sheet;
    sheet.spec = &spec_;
    if (absl::StartsWith(text, "\xFF\xFE") ||
        absl::StartsWith(text, "\xFE\xFF")) {
      Tell({}, "", "INVALID_ENCODING",
           "this file is UTF-16; save it as UTF-8 (in a spreadsheet: \"CSV "
           "UTF-8\")",
           "此文件为 UTF-16 编码;请另存为 UTF-8(电子表格中选“CSV UTF-8”)");
      return sheet;
    }
    const std::vector<CsvRow> rows = ParseCsv(text);
    if (rows.empty()) {
      Tell({}, "", "MISSING_HEADER",
           "this file is empty; its first line must name the columns",
           "此文件为空;第一行应为列名");
      return sheet;
    }
    if (!ReadHeader(rows[0])) return sheet;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (i == 1 && IsHxl(rows[i])) continue;
      ReadRow(rows[i], sheet);
    }
    return sheet;
  }

 private:
  void Tell(Spot spot, const std::string& column, const std::string& reason,
            const std::string& en, const std::string& zh,
            bool warning = false) {
    problems_.push_back({spec_.file, spot, column, reason, en, zh, warning});
  }

  bool TellFaults(const CsvRow& row) {
    for (const CsvFault& fault : row.faults) {
      Tell(fault.spot, "", "MALFORMED_CSV", fault.en, fault.zh);
    }
    return !row.faults.empty();
  }

  static bool IsHxl(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const CsvCell& cell) {
                         return cell.text.empty() || cell.text.front() == '#';
                       });
  }

  void TellUnknown(const CsvCell& cell) {
    const std::string shown = model::Shown(cell.text, kShownBytes);
    const std::string nearest = Nearest(cell.text, names_);
    Tell(cell.spot, shown, "UNKNOWN_COLUMN",
         absl::StrCat(
             "column \"", shown, "\" is not read",
             nearest.empty() ? "" : absl::StrCat("; is it ", nearest, "?")),
         absl::StrCat(
             "不读取列“", shown, "”",
             nearest.empty() ? "" : absl::StrCat(";是否应为 ", nearest, "?")),
         /*warning=*/true);
  }

  bool ReadHeader(const CsvRow& header) {
    bool good = !TellFaults(header);
    std::set<std::string> seen;
    for (const CsvCell& cell : header.cells) {
      header_.push_back(names_.count(cell.text) > 0 ? cell.text : "");
      if (header_.back().empty()) {
        TellUnknown(cell);
      } else if (!seen.insert(cell.text).second) {
        good = false;
        Tell(cell.spot, cell.text, "DUPLICATE_COLUMN",
             absl::StrCat("column ", cell.text, " is there twice"),
             absl::StrCat("列 ", cell.text, " 出现了两次"));
      }
    }
    const bool odd =
        header.cells.size() == 1 &&
        header.cells[0].text.find_first_of(";\t") != std::string::npos;
    for (const ColumnSpec& column : spec_.columns) {
      if (!column.required || seen.count(column.name) > 0) continue;
      good = false;
      Tell(header.end, column.name, "MISSING_COLUMN",
           absl::StrCat("column ", column.name, " is missing",
                        odd ? "; separate columns by commas" : ""),
           absl::StrCat("缺少列 ", column.name,
                        odd ? ";列之间请用逗号分隔" : ""));
    }
    return good;
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

  void ReadRow(const CsvRow& row, Sheet& sheet) {
    if (TellFaults(row)) return;
    const std::size_t wanted = header_.size();
    const std::size_t given = row.cells.size();
    if (given != wanted) {
      const bool many = given > wanted;
      Tell(many ? row.cells[wanted].spot : row.end, "",
           many ? "TOO_MANY_CELLS" : "TOO_FEW_CELLS",
           absl::StrCat("this row has ", given, " cells, the header ", wanted,
                        many ? "; quote a cell that holds a comma" : ""),
           absl::StrCat("此行有 ", given, " 个单元格,表头有 ", wanted, " 个",
                        many ? ";含逗号的单元格请加引号" : ""));
      return;
    }
    SheetRow kept;
    kept.spot = row.cells[0].spot;
    bool good = true;
    for (std::size_t i = 0; i < wanted; ++i) {
      if (header_[i].empty()) continue;
      good = CheckCell(row.cells[i], header_[i]) && good;
      kept.cells.emplace(header_[i], row.cells[i]);
    }
    if (good) sheet.rows.push_back(std::move(kept));
  }

  const SheetSpec& spec_;
  std::vector<Problem>& problems_;
  std::set<std::string> names_;
  std::vector<std::string> header_;  // "" for a column that is not read
};

}  // namespace

Sheet ReadSheet(const SheetSpec& spec, absl::string_view text,
                std::vector<Problem>& problems) {
  return SheetReader(spec, problems).Read(text);
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
