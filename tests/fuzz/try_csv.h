// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// CSV from any bytes.
#ifndef TWINAID_TESTS_FUZZ_TRY_CSV_H_
#define TWINAID_TESTS_FUZZ_TRY_CSV_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/files/csv.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// client::CsvLine, or what a test puts in its place.
using CsvWriter =
    std::function<std::string(const std::vector<std::string>& cells)>;

// Reads the bytes as CSV. Rows and cells stand where they should: one behind
// the other, within the text; every fault says where, in two languages. The
// good rows, written, read back equal; a CRLF in a cell comes back as LF.
Outcome TryCsv(absl::string_view bytes);
Outcome TryCsv(absl::string_view bytes, const CsvWriter& write);

// What is wrong with a spot in a text; "" if it is in it or at its end.
std::string FaultOfSpot(const client::Spot& spot, absl::string_view text);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_CSV_H_
