// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Numbers as people write them in tables.
#ifndef TWINAID_CLIENT_FILES_NUMBER_H_
#define TWINAID_CLIENT_FILES_NUMBER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

struct NumberReading {
  // "-10000.5", as ParseDecimal() takes it.
  std::optional<std::string> plain;
  // Where there is none: what may be meant, in the same form.
  std::vector<std::string> candidates;
};

// A minus, digits in one or in groups of three between commas or blanks, a
// point with more digits, and 千, 万 or 亿 for a thousand, ten thousand and a
// hundred million: 10000, 10,000, 10 000, １０，０００, 1万, -1,250.50.
// Anything else is not guessed at: "1,5" and "1.234,50" have candidates alone.
// What a point with three digits means ("1.000") is for the column to say.
NumberReading ReadNumber(absl::string_view typed);

// "1.000" as both "1000" and "1.000": one to three digits, a point and three
// digits, which in a column of whole numbers or of cents may be a group of
// thousands. Empty for any other number.
std::vector<std::string> ReadingsOfPoint(absl::string_view plain);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_NUMBER_H_
