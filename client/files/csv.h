// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// CSV as RFC 4180 has it, read with the place of every cell, and written.
#ifndef TWINAID_CLIENT_FILES_CSV_H_
#define TWINAID_CLIENT_FILES_CSV_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// Where something stands in a text. Both count from 1; columns count
// characters (code points), as editors do.
struct Spot {
  int line = 1;
  int column = 1;
  friend bool operator==(const Spot&, const Spot&) = default;
};

struct CsvCell {
  std::string text;
  Spot spot;  // of its first character, an opening quote included
};

// A text that is not CSV, and why, in English and Chinese.
struct CsvFault {
  Spot spot;
  std::string en;
  std::string zh;
};

struct CsvRow {
  std::vector<CsvCell> cells;
  std::vector<CsvFault> faults;  // none in a good row
  Spot end;                      // behind its last character
};

// Reads a whole text. A byte order mark at the start is passed over; lines end
// with LF or CRLF, inside quotes too, where a CRLF is kept as LF. Lines without
// any text, be it only delimiters, are left out. Bytes are not checked for
// UTF-8.
//
// A fault (a quote that is not closed, text behind a closing quote, a quote
// inside an unquoted cell, a carriage return alone) belongs to its row; the
// rows after it are read on. At most `most` rows are read. O(bytes).
std::vector<CsvRow> ParseCsv(absl::string_view text, char delimiter = ',',
                             std::size_t most = SIZE_MAX);

// One line with its line feed, cells quoted where they must be.
std::string CsvLine(const std::vector<std::string>& cells,
                    char delimiter = ',');

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_CSV_H_
