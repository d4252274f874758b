// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Text laid out in columns for a terminal, Chinese aligned.
#ifndef TWINAID_CLIENT_OUTPUT_TABLE_H_
#define TWINAID_CLIENT_OUTPUT_TABLE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

struct TableColumn {
  std::string heading;  // all empty: no line of headings
  bool right = false;   // numbers stand on the right
  bool whole = false;   // never cut: what people copy, such as an id
  // Adds colours to a cell that is cut already; they take no width. None: as
  // it is.
  std::string (*paint)(absl::string_view cell) = nullptr;
};

// One line a row, two blanks between columns, no blanks at the end of a line.
// A cell that would take a line beyond `max_width` columns of the terminal is
// cut with an ellipsis, the widest column first; 0: never. Rows may be shorter
// than the columns. O(cells * length).
std::string RenderTable(const std::vector<TableColumn>& columns,
                        const std::vector<std::vector<std::string>>& rows,
                        int max_width = 0);

// `text` cut to at most `width` columns, with an ellipsis where it was cut.
std::string CutToWidth(absl::string_view text, int width);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_OUTPUT_TABLE_H_
