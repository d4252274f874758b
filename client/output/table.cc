// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/table.h"

#include <utf8proc.h>

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 6;

int LineWidth(const std::vector<int>& widths) {
  int sum = -kGap;
  for (const int width : widths) sum += width + kGap;
  return sum;
}

// Takes from the widest column, one step at a time, until a line fits.
void Shrink(const std::vector<TableColumn>& columns, std::vector<int>& widths,
            int max_width) {
  while (LineWidth(widths) > max_width) {
    int* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (columns[i].whole || widths[i] <= kNarrowest) continue;
      if (widest == nullptr || widths[i] > *widest) widest = &widths[i];
    }
    if (widest == nullptr) return;
    --*widest;
  }
}

std::string RenderLine(const std::vector<TableColumn>& columns,
                       const std::vector<int>& widths,
                       const std::vector<std::string>& cells, bool painted) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string cell = i < cells.size() ? CutToWidth(cells[i], widths[i]) : "";
    const int blanks = widths[i] - model::DisplayWidth(cell);
    const std::string padding(static_cast<std::size_t>(std::max(0, blanks)),
                              ' ');
    if (painted && columns[i].paint != nullptr) cell = columns[i].paint(cell);
    if (i > 0) line.append(kGap, ' ');
    absl::StrAppend(&line, columns[i].right ? padding : "", cell,
                    columns[i].right ? "" : padding);
  }
  absl::StripTrailingAsciiWhitespace(&line);
  return absl::StrCat(line, "\n");
}

}  // namespace

std::string CutToWidth(absl::string_view text, int width) {
  if (model::DisplayWidth(text) <= width) return std::string(text);
  std::string cut;
  int used = 1;  // the ellipsis
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &character);
    const std::size_t bytes = length > 0 ? static_cast<std::size_t>(length) : 1;
    const absl::string_view one = text.substr(0, bytes);
    used += model::DisplayWidth(one);
    if (used > width) break;
    absl::StrAppend(&cut, one);
    text.remove_prefix(bytes);
  }
  return absl::StrCat(cut, "…");
}

std::string RenderTable(const std::vector<TableColumn>& columns,
                        const std::vector<std::vector<std::string>>& rows,
                        int max_width) {
  std::vector<int> widths;
  std::vector<std::string> headings;
  bool any_heading = false;
  for (const TableColumn& column : columns) {
    widths.push_back(model::DisplayWidth(column.heading));
    headings.push_back(column.heading);
    any_heading = any_heading || !column.heading.empty();
  }
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], model::DisplayWidth(row[i]));
    }
  }
  if (max_width > 0) Shrink(columns, widths, max_width);
  std::string text;
  if (any_heading) text = RenderLine(columns, widths, headings, false);
  for (const std::vector<std::string>& row : rows) {
    absl::StrAppend(&text, RenderLine(columns, widths, row, true));
  }
  return text;
}

}  // namespace twinaid::client
