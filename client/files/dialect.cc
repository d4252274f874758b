// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/dialect.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"

namespace twinaid::client {
namespace {

constexpr char kDelimiters[] = {',', ';', '\t'};

// The delimiter that "sep=;" in the first line says.
std::optional<char> SaidDelimiter(absl::string_view text) {
  absl::string_view line = text.substr(0, text.find('\n'));
  absl::ConsumeSuffix(&line, "\r");
  if (!absl::ConsumePrefix(&line, "sep=") || line.size() != 1) {
    return std::nullopt;
  }
  const bool known = std::find(std::begin(kDelimiters), std::end(kDelimiters),
                               line.front()) != std::end(kDelimiters);
  return known ? std::optional(line.front()) : std::nullopt;
}

struct Word {
  const char* en;
  const char* zh;
};

Word WordOf(char delimiter) {
  if (delimiter == ';') return {"columns between semicolons", "以分号分列"};
  return {"columns between tabs", "以制表符分列"};
}

Word WordOf(DateOrder order) {
  if (order == DateOrder::kMonthFirst) {
    return {"days with the month first", "日期月在前"};
  }
  return {"days with the day first", "日期日在前"};
}

}  // namespace

Dialect DialectOf(absl::string_view text, const ColumnFinder& finder) {
  if (const auto said = SaidDelimiter(text)) return {*said, true};
  Dialect best;
  std::tuple<std::size_t, std::size_t> most{0, 0};
  for (const char delimiter : kDelimiters) {
    std::size_t known = 0;
    std::size_t cells = 0;
    for (const CsvRow& row : ParseCsv(text, delimiter, 2)) {
      std::vector<std::string> texts;
      for (const CsvCell& cell : row.cells) texts.push_back(cell.text);
      known = std::max(known, finder.Count(texts));
      if (cells == 0) cells = texts.size();
    }
    const std::tuple found{known, cells};
    if (found <= most) continue;
    most = found;
    best.delimiter = delimiter;
  }
  return best;
}

std::optional<Note> NoteOf(absl::string_view file, Encoding encoding,
                           char delimiter, const DateHints& dates) {
  std::vector<std::string> en;
  std::vector<std::string> zh;
  if (encoding != Encoding::kUtf8) {
    en.push_back(absl::StrCat("read as ", NameOf(encoding)));
    zh.push_back(absl::StrCat("按 ", NameOf(encoding), " 读取"));
  }
  if (delimiter != ',') {
    en.emplace_back(WordOf(delimiter).en);
    zh.emplace_back(WordOf(delimiter).zh);
  }
  if (dates.order != DateOrder::kUnknown) {
    const int line = std::max(dates.month_first_line, dates.day_first_line);
    en.push_back(absl::StrCat(WordOf(dates.order).en,
                              line > 0
                                  ? absl::StrCat(", as line ", line, " shows")
                                  : ", as you say"));
    zh.push_back(absl::StrCat(
        WordOf(dates.order).zh,
        line > 0 ? absl::StrCat("（见第 ", line, " 行）") : "（按您指明）"));
  }
  if (en.empty()) return std::nullopt;
  return Note{std::string(file),
              absl::StrCat(file, ": ", absl::StrJoin(en, "; ")),
              absl::StrCat(file, ":", absl::StrJoin(zh, ";"))};
}

}  // namespace twinaid::client
