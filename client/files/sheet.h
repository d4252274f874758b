// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A CSV file with the columns that are known for it.
#ifndef TWINAID_CLIENT_FILES_SHEET_H_
#define TWINAID_CLIENT_FILES_SHEET_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/csv.h"
#include "client/files/problem.h"

namespace twinaid::client {

struct ColumnSpec {
  const char* name;
  bool required;    // must be in the header, and filled in every row
  const char* hxl;  // its tag in an HXL row
};

struct SheetSpec {
  const char* file;
  std::vector<ColumnSpec> columns;
};

struct SheetRow {
  Spot spot;                             // of its first cell
  std::map<std::string, CsvCell> cells;  // of known columns, by name
};

struct Sheet {
  const SheetSpec* spec = nullptr;  // borrowed: tables live for ever
  std::vector<SheetRow> rows;
};

// Reads the text of a file. A row of HXL tags under the header is passed over.
// Rows with problems are left out of the sheet.
//
// Errors told: INVALID_ENCODING (UTF-16), MISSING_HEADER, MISSING_COLUMN,
// DUPLICATE_COLUMN, MALFORMED_CSV, TOO_MANY_CELLS, TOO_FEW_CELLS, and what
// model::CheckText says of a cell. Warnings: UNKNOWN_COLUMN. O(bytes).
Sheet ReadSheet(const SheetSpec& spec, absl::string_view text,
                std::vector<Problem>& problems);

// The header, and under it the HXL tags if asked for.
std::string HeaderText(const SheetSpec& spec, bool hxl);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_SHEET_H_
