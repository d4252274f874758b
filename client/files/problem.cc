// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/problem.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace twinaid::client {

std::string ProblemText(const Problem& problem, model::Language language,
                        absl::string_view folder) {
  const bool chinese = language == model::Language::kChinese;
  std::string text = absl::StrCat(
      folder, folder.empty() || absl::EndsWith(folder, "/") ? "" : "/",
      problem.file, ":", problem.spot.line, ":", problem.spot.column, ": ");
  if (problem.warning) {
    absl::StrAppend(&text, chinese ? "提示：" : "warning: ");
  }
  const std::string& said = chinese ? problem.zh : problem.en;
  // Most texts name their field already.
  if (!problem.column.empty() && !absl::StrContains(said, problem.column)) {
    absl::StrAppend(&text, problem.column, chinese ? "：" : ": ");
  }
  return absl::StrCat(text, said);
}

}  // namespace twinaid::client
