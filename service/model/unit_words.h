// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the usual units of items are called in Chinese; in English they have
// their own word.
#ifndef TWINAID_SERVICE_MODEL_UNIT_WORDS_H_
#define TWINAID_SERVICE_MODEL_UNIT_WORDS_H_

#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::model {

// Unit and Chinese word: "piece", "件".
const std::vector<std::pair<absl::string_view, absl::string_view>>& UnitWords();

// The word of a unit; the unit itself where it is none of the usual ones.
absl::string_view ChineseUnit(absl::string_view unit);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_UNIT_WORDS_H_
