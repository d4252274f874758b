// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/table.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/output/text_width.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

constexpr int kGap = 2;
// Of a text, before a column is left out for it.
constexpr int kReadable = 16;
constexpr int kReadableLine = 40;  // of one that goes on in further lines
constexpr int kNarrowest = 6;
constexpr std::size_t kKept = 2;  // columns that are there on any terminal

// A column that is shown: where it stands among all, and how wide it is.
struct Shown {
  std::size_t index;
  const TableColumn* column;
  int width;

  bool gives_way() const { return column->fit.cut || column->fit.wrap; }
  int least(int readable) const {
    if (!gives_way()) return width;
    const bool line = column->fit.wrap && readable == kReadable;
    return std::min(width, line ? kReadableLine : readable);
  }
};

int LineWidth(const std::vector<Shown>& shown, int readable) {
  int sum = -kGap;
  for (const Shown& one : shown) sum += one.least(readable) + kGap;
  return sum;
}

// Leaves out what can be spared, then what must be, from the right.
void LeaveOut(std::vector<Shown>& shown, int max_width,
              std::vector<Shown>& left_out) {
  const auto out = [&](std::vector<Shown>::iterator which) {
    left_out.push_back(*which);
    shown.erase(which);
  };
  while (shown.size() > kKept && LineWidth(shown, kReadable) > max_width) {
    // Of equals the last.
    const auto most =
        std::max_element(shown.rbegin(), std::prev(shown.rend()),
                         [](const Shown& a, const Shown& b) {
                           return a.column->fit.spare < b.column->fit.spare;
                         });
    if (most->column->fit.spare == 0) break;
    out(std::prev(most.base()));
  }
  while (shown.size() > kKept && LineWidth(shown, kNarrowest) > max_width) {
    out(std::prev(shown.end()));
  }
  // What was left out last is missed most.
  for (std::size_t i = left_out.size(); i-- > 0;) {
    const auto at = std::find_if(
        shown.begin(), shown.end(),
        [&](const Shown& one) { return one.index > left_out[i].index; });
    const auto back = shown.insert(at, left_out[i]);
    if (LineWidth(shown, kReadable) > max_width) {
      shown.erase(back);
    } else {
      left_out.erase(std::next(left_out.begin(), static_cast<long>(i)));
    }
  }
}

// Takes from the widest column, one step at a time, until a line fits.
void Shrink(std::vector<Shown>& shown, int max_width) {
  const int all = std::numeric_limits<int>::max();
  for (int over = LineWidth(shown, all) - max_width; over > 0; --over) {
    Shown* widest = nullptr;
    for (Shown& one : shown) {
      if (!one.gives_way() || one.width <= kNarrowest) continue;
      if (widest == nullptr || one.width > widest->width) widest = &one;
    }
    if (widest == nullptr) return;
    --widest->width;
  }
}

// The lines of a cell in its column.
std::vector<std::string> LinesOf(const Shown& shown,
                                 const std::vector<std::string>& cells) {
  if (shown.index >= cells.size()) return {""};
  const std::string& cell = cells[shown.index];
  if (shown.column->fit.wrap) return WrapToWidth(cell, shown.width);
  return {CutToWidth(cell, shown.width)};
}

std::string RenderRow(const std::vector<Shown>& shown,
                      const std::vector<std::string>& cells, bool painted) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (const Shown& one : shown) {
    lines.push_back(LinesOf(one, cells));
    height = std::max(height, lines.back().size());
  }
  std::string text;
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    for (std::size_t c = 0; c < shown.size(); ++c) {
      const TableColumn& column = *shown[c].column;
      std::string cell = i < lines[c].size() ? lines[c][i] : "";
      const int blanks = shown[c].width - model::DisplayWidth(cell);
      const std::string padding(static_cast<std::size_t>(std::max(0, blanks)),
                                ' ');
      if (painted && column.paint != nullptr) cell = column.paint(cell);
      if (c > 0) line.append(kGap, ' ');
      absl::StrAppend(&line, column.right ? padding : "", cell,
                      column.right ? "" : padding);
    }
    absl::StripTrailingAsciiWhitespace(&line);
    absl::StrAppend(&text, line, "\n");
  }
  return text;
}

}  // namespace

Table RenderTable(const std::vector<TableColumn>& columns,
                  const std::vector<std::vector<std::string>>& rows,
                  int max_width) {
  std::vector<Shown> shown;
  std::vector<std::string> headings;
  bool any_heading = false;
  for (const TableColumn& column : columns) {
    shown.push_back(
        {shown.size(), &column, model::DisplayWidth(column.heading)});
    headings.push_back(column.heading);
    any_heading = any_heading || !column.heading.empty();
  }
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size() && i < shown.size(); ++i) {
      shown[i].width = std::max(shown[i].width, model::DisplayWidth(row[i]));
    }
  }
  std::vector<Shown> left_out;
  if (max_width > 0) {
    LeaveOut(shown, max_width, left_out);
    Shrink(shown, max_width);
  }
  Table table;
  if (any_heading) table.text = RenderRow(shown, headings, false);
  for (const std::vector<std::string>& row : rows) {
    absl::StrAppend(&table.text, RenderRow(shown, row, true));
  }
  std::sort(left_out.begin(), left_out.end(),
            [](const Shown& a, const Shown& b) { return a.index < b.index; });
  for (const Shown& one : left_out) {
    table.left_out.push_back(one.column->heading);
  }
  return table;
}

}  // namespace twinaid::client
