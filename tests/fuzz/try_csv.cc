// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_csv.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace twinaid::fuzz {
namespace {

using client::CsvCell;
using client::CsvRow;
using client::Spot;

bool Before(const Spot& a, const Spot& b) {
  return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

void CheckSpots(const std::vector<CsvRow>& rows, absl::string_view text,
                Outcome& outcome) {
  Spot last{0, 0};
  for (const CsvRow& row : rows) {
    for (const CsvCell& cell : row.cells) {
      if (!Before(last, cell.spot)) Fault(outcome, "cells out of order");
      last = cell.spot;
      const std::string fault = FaultOfSpot(cell.spot, text);
      if (!fault.empty()) Fault(outcome, absl::StrCat("cell: ", fault));
    }
    if (Before(row.end, last)) Fault(outcome, "a row ends before its cells");
    for (const client::CsvFault& told : row.faults) {
      const std::string fault = FaultOfSpot(told.spot, text);
      if (!fault.empty()) Fault(outcome, absl::StrCat("told: ", fault));
      if (told.en.empty() || told.zh.empty() || told.en == told.zh) {
        Fault(outcome, "not told in two languages");
      }
    }
  }
}

std::vector<std::string> TextsOf(const CsvRow& row) {
  std::vector<std::string> texts;
  for (const CsvCell& cell : row.cells) {
    texts.push_back(absl::StrReplaceAll(cell.text, {{"\r\n", "\n"}}));
  }
  return texts;
}

}  // namespace

std::string FaultOfSpot(const Spot& spot, absl::string_view text) {
  const std::vector<absl::string_view> lines = absl::StrSplit(text, '\n');
  const auto n = static_cast<int>(lines.size());
  if (spot.line < 1 || spot.line > n || spot.column < 1) {
    return absl::StrCat(spot.line, ":", spot.column, " of ", n, " lines");
  }
  const std::size_t bytes =
      lines.at(static_cast<std::size_t>(spot.line - 1)).size();
  if (static_cast<std::size_t>(spot.column) > bytes + 1) {
    return absl::StrCat("column ", spot.column, " of ", bytes, " bytes");
  }
  return "";
}

Outcome TryCsv(absl::string_view bytes) {
  return TryCsv(bytes, [](const std::vector<std::string>& cells) {
    return client::CsvLine(cells);
  });
}

Outcome TryCsv(absl::string_view bytes, const CsvWriter& write) {
  Outcome outcome;
  const std::vector<CsvRow> rows = client::ParseCsv(bytes);
  CheckSpots(rows, bytes, outcome);
  for (const CsvRow& row : rows) {
    if (!row.faults.empty()) {
      ++outcome.refused;
      continue;
    }
    ++outcome.taken;
    std::vector<std::string> cells;
    for (const CsvCell& cell : row.cells) cells.push_back(cell.text);
    const std::string line = write(cells);
    const std::vector<CsvRow> back = client::ParseCsv(line);
    if (back.size() != 1 || !back[0].faults.empty() ||
        TextsOf(back[0]) != TextsOf(row)) {
      Fault(outcome, absl::StrCat("does not read back: ", line));
    }
  }
  return outcome;
}

}  // namespace twinaid::fuzz
