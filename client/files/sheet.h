// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A file of rows with the columns that are known for it.
#ifndef TWINAID_CLIENT_FILES_SHEET_H_
#define TWINAID_CLIENT_FILES_SHEET_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/csv.h"
#include "client/files/date.h"
#include "client/files/decode.h"
#include "client/files/problem.h"

namespace twinaid::client {

struct ColumnSpec {
  const char* name;
  bool required;      // must be in the header, and filled in every row
  const char* hxl;    // its tag in an HXL row
  bool days = false;  // holds days
};

struct SheetSpec {
  const char* file;
  std::vector<ColumnSpec> columns;
};

// What a person says of a file that it cannot say itself.
struct ReadingOptions {
  std::optional<Encoding> encoding;
  DateOrder dates = DateOrder::kUnknown;
};

// What a file says of the order of its days, and in which rows.
struct DateHints {
  DateOrder order = DateOrder::kUnknown;
  int month_first_line = 0;  // the first row that is only a day so; 0: none
  int day_first_line = 0;
};

struct SheetRow {
  Spot spot;                             // of its first cell
  std::map<std::string, CsvCell> cells;  // of known columns, by name
  DateHints dates;                       // of the whole file
};

// A file cell by cell, as it was written.
struct RawSheet {
  std::vector<std::string> header;
  std::map<int, std::vector<std::string>> rows;  // by first line
};

// What was told apart in reading a file, for people; empty where there is
// nothing but UTF-8, commas and days with the year first.
struct Note {
  std::string file;
  std::string en;
  std::string zh;
  friend bool operator==(const Note&, const Note&) = default;
};

struct Sheet {
  const SheetSpec* spec = nullptr;   // borrowed: tables live for ever
  std::vector<std::string> columns;  // that the file has
  std::vector<SheetRow> rows;
  RawSheet raw;
  std::optional<Note> note;
};

// Reads the bytes of a file: decoded (decode.h), with the delimiter of comma,
// semicolon and tab that finds most columns in the header ("sep=;" in the first
// line settles it), its columns named in either language (column_names.h) or by
// a row of HXL tags under the header or in its place. Rows with problems are
// left out of the sheet.
//
// Errors told: those of Decode(), MISSING_HEADER, MISSING_COLUMN,
// DUPLICATE_COLUMN, COLUMN_CONFLICT (name and tag mean different columns),
// MALFORMED_CSV, TOO_MANY_CELLS, TOO_FEW_CELLS, and what model::CheckText says
// of a cell. Warnings: UNKNOWN_COLUMN. O(bytes).
Sheet ReadSheet(const SheetSpec& spec, absl::string_view bytes,
                std::vector<Problem>& problems,
                const ReadingOptions& options = {});

// The header, and under it the HXL tags if asked for.
std::string HeaderText(const SheetSpec& spec, bool hxl);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_SHEET_H_
