// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/rejects.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/files/csv.h"

namespace twinaid::client {
namespace {

constexpr absl::string_view kColumns[] = {"line", "problem", "suggestion"};
constexpr std::size_t kOurs = std::size(kColumns);

struct Said {
  std::vector<std::string> problems;
  std::vector<std::string> suggestions;
};

void AddOnce(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
    texts.push_back(text);
  }
}

std::map<int, Said> SaidByRow(const std::vector<Problem>& problems,
                              model::Language language) {
  std::map<int, Said> rows;
  for (const Problem& problem : problems) {
    if (problem.warning || problem.row == 0) continue;
    Said& said = rows[problem.row];
    AddOnce(said.problems,
            language == model::Language::kChinese ? problem.zh : problem.en);
    if (problem.suggestions.empty()) continue;
    AddOnce(said.suggestions,
            absl::StrCat(problem.column, problem.column.empty() ? "" : "=",
                         absl::StrJoin(problem.suggestions, " | ")));
  }
  return rows;
}

// The cells that are the row's own.
std::vector<std::string> Own(const std::vector<std::string>& cells,
                             bool rejects) {
  const std::size_t first = rejects ? std::min(kOurs, cells.size()) : 0;
  return {cells.begin() + static_cast<std::ptrdiff_t>(first), cells.end()};
}

std::string Line(std::vector<std::string> ours,
                 const std::vector<std::string>& cells) {
  ours.insert(ours.end(), cells.begin(), cells.end());
  return CsvLine(ours);
}

}  // namespace

std::string RejectsText(const RawSheet& sheet,
                        const std::vector<Problem>& problems,
                        model::Language language) {
  constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
  const bool rejects = IsRejectsHeader(sheet.header);
  std::string text = absl::StrCat(
      kByteOrderMark, Line({std::begin(kColumns), std::end(kColumns)},
                           Own(sheet.header, rejects)));
  bool any = false;
  for (const auto& [line, said] : SaidByRow(problems, language)) {
    const auto row = sheet.rows.find(line);
    if (row == sheet.rows.end()) continue;
    any = true;
    text += Line({absl::StrCat(line), absl::StrJoin(said.problems, "\n"),
                  absl::StrJoin(said.suggestions, "\n")},
                 Own(row->second, rejects));
  }
  return any ? text : "";
}

bool IsRejectsHeader(const std::vector<std::string>& header) {
  return header.size() > kOurs &&
         std::equal(std::begin(kColumns), std::end(kColumns), header.begin());
}

bool IsRejectsColumn(absl::string_view name) {
  return std::find(std::begin(kColumns), std::end(kColumns), name) !=
         std::end(kColumns);
}

}  // namespace twinaid::client
