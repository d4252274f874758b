// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Text laid out in columns for a terminal, Chinese aligned.
#ifndef TWINAID_CLIENT_OUTPUT_TABLE_H_
#define TWINAID_CLIENT_OUTPUT_TABLE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// How a column gives way where a line is too long for the terminal. As it is:
// it stays whole, for ids, numbers and dates mean nothing cut.
struct Fit {
  bool cut = false;   // a text that may end with an ellipsis
  bool wrap = false;  // a text that may go on in further lines; not with cut
  int spare = 0;      // left out before those with a lower number; 0: last
  // "en", "zh": a name in that language, the first to go for who reads the
  // other. Empty: neither.
  absl::string_view written_in = {};
};

struct TableColumn {
  std::string heading;  // all empty: no line of headings
  bool right = false;   // numbers stand on the right
  Fit fit = {};         // `written_in` is the caller's: it says `spare` here
  // Adds colours to a cell that is cut already; they take no width. None: as
  // it is.
  std::string (*paint)(absl::string_view cell) = nullptr;
};

struct Table {
  std::string text;
  std::vector<std::string> left_out;  // headings, in the order of the columns
};

// One line a row, two blanks between columns, no blanks at the end of a line.
// Rows may be shorter than the columns.
//
// `max_width`: the columns of the terminal; 0: no limit. Where a line would be
// longer, columns are left out, the highest `spare` first, until 16 columns
// are left for each text that may be cut and 40 for one that may be wrapped,
// and what there is room for after all comes back; then these are made
// narrower, the widest first. If that is not enough, further columns are left
// out from the right. The first column and one more are always there: an id
// longer than the terminal is printed whole. O(cells * length).
Table RenderTable(const std::vector<TableColumn>& columns,
                  const std::vector<std::vector<std::string>>& rows,
                  int max_width = 0);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_OUTPUT_TABLE_H_
