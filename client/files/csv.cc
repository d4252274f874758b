// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/csv.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace twinaid::client {
namespace {

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

// Reads characters and knows where it stands.
class Cursor {
 public:
  explicit Cursor(absl::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }
  bool At(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool AtLineEnd() const { return At('\n') || absl::StartsWith(rest_, "\r\n"); }
  Spot spot() const { return spot_; }

  char Take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\n') {
      spot_ = {spot_.line + 1, 1};
    } else if (IsAscii(c) || !IsContinuation()) {
      ++spot_.column;
    }
    return c;
  }

  // LF or CRLF, as LF.
  void TakeLineEnd() {
    if (At('\r')) rest_.remove_prefix(1);
    Take();
  }

 private:
  // A whole character, whatever stray bytes come behind it.
  static bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

  // Whether the next byte goes on with the character of the one just taken.
  bool IsContinuation() const {
    constexpr unsigned kMask = 0xC0;
    constexpr unsigned kMark = 0x80;
    return !rest_.empty() &&
           (static_cast<unsigned char>(rest_.front()) & kMask) == kMark;
  }

  absl::string_view rest_;
  Spot spot_;
};

CsvFault FaultAt(Spot spot, const char* en, const char* zh) {
  return {spot, en, zh};
}

// The opening quote is next.
void ReadQuoted(Cursor& cursor, CsvCell& cell, CsvRow& row) {
  cursor.Take();
  for (;;) {
    if (cursor.AtEnd()) {
      row.faults.push_back(FaultAt(cell.spot,
                                   "this quote is never closed; end the cell "
                                   "with a quote",
                                   "此引号没有结束；请在单元格末尾补上引号"));
      return;
    }
    if (cursor.AtLineEnd()) {
      cursor.TakeLineEnd();
      cell.text += '\n';
      continue;
    }
    const char c = cursor.Take();
    if (c != '"') {
      cell.text += c;
    } else if (cursor.At('"')) {
      cell.text += cursor.Take();
    } else {
      return;
    }
  }
}

// Up to the delimiter or the end of the line. `fresh` is false behind a closing
// quote, where nothing may stand.
void ReadPlain(Cursor& cursor, char delimiter, bool fresh, CsvCell& cell,
               CsvRow& row) {
  bool told = false;
  while (!cursor.AtEnd() && !cursor.At(delimiter) && !cursor.AtLineEnd()) {
    const Spot spot = cursor.spot();
    const char c = cursor.Take();
    cell.text += c;
    if (told) continue;
    told = true;
    if (!fresh) {
      row.faults.push_back(FaultAt(
          spot,
          "text behind a closing quote; write a quote inside a cell twice",
          "引号结束后还有文字；单元格内的引号请写两次"));
    } else if (c == '"') {
      row.faults.push_back(FaultAt(spot,
                                   "a quote inside a cell that does not begin "
                                   "with one; quote the whole cell and write "
                                   "the quote twice",
                                   "单元格不以引号开头却含有引号；请用引号括住"
                                   "整个单元格，并把其中的引号写两次"));
    } else if (c == '\r') {
      row.faults.push_back(
          FaultAt(spot, "a carriage return alone; end lines with LF or CRLF",
                  "单独的回车符；请以 LF 或 CRLF 换行"));
    } else {
      told = false;
    }
  }
}

CsvRow ReadRow(Cursor& cursor, char delimiter) {
  CsvRow row;
  for (;;) {
    CsvCell cell;
    cell.spot = cursor.spot();
    const bool quoted = cursor.At('"');
    if (quoted) ReadQuoted(cursor, cell, row);
    ReadPlain(cursor, delimiter, !quoted, cell, row);
    row.cells.push_back(std::move(cell));
    if (!cursor.At(delimiter)) break;
    cursor.Take();
  }
  row.end = cursor.spot();
  if (!cursor.AtEnd()) cursor.TakeLineEnd();
  return row;
}

}  // namespace

std::vector<CsvRow> ParseCsv(absl::string_view text, char delimiter,
                             std::size_t most) {
  absl::ConsumePrefix(&text, kByteOrderMark);
  Cursor cursor(text);
  std::vector<CsvRow> rows;
  while (!cursor.AtEnd() && rows.size() < most) {
    CsvRow row = ReadRow(cursor, delimiter);
    const bool any =
        std::any_of(row.cells.begin(), row.cells.end(),
                    [](const CsvCell& cell) { return !cell.text.empty(); });
    if (any || !row.faults.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

std::string CsvLine(const std::vector<std::string>& cells, char delimiter) {
  const std::string marks = {delimiter, '"', '\r', '\n'};
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& cell = cells[i];
    if (i > 0) line += delimiter;
    // At the beginning of a file a mark would be taken for that of its
    // encoding.
    const bool quoted = cell.find_first_of(marks) != std::string::npos ||
                        absl::StartsWith(cell, kByteOrderMark);
    if (quoted) {
      absl::StrAppend(&line, "\"", absl::StrReplaceAll(cell, {{"\"", "\"\""}}),
                      "\"");
    } else {
      line += cell;
    }
  }
  return absl::StrCat(line, "\n");
}

}  // namespace twinaid::client
