// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is wrong with a file, told so that a person finds the spot.
#ifndef TWINAID_CLIENT_FILES_PROBLEM_H_
#define TWINAID_CLIENT_FILES_PROBLEM_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/csv.h"
#include "service/model/errors.h"

namespace twinaid::client {

struct Problem {
  std::string file;    // "needs.csv"
  Spot spot;           // of the cell
  std::string column;  // "quantity"; empty: the row or the file at large
  std::string reason;  // UPPER_SNAKE, stable
  std::string en;
  std::string zh;
  bool warning = false;  // nothing is refused for it
  int row = 0;           // first line of the row it is about; 0: of none
  // What may be written in the cell instead, each by itself; may be empty.
  std::vector<std::string> suggestions = {};
  friend bool operator==(const Problem&, const Problem&) = default;
};

// "needs.csv:12:8: quantity: ..." in the reader's language, without a line
// feed. `folder` is put before the file unless it is empty.
std::string ProblemText(const Problem& problem, model::Language language,
                        absl::string_view folder = "");

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_PROBLEM_H_
