// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What places are called without the word for what they are.
#ifndef TWINAID_CLIENT_FILES_SHORT_NAMES_H_
#define TWINAID_CLIENT_FILES_SHORT_NAMES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "service/model/place.h"

namespace twinaid::client {

// A name without its last word, and the kinds of place that word is for.
struct ShortName {
  std::string text;
  std::vector<model::PlaceKind> kinds;
};

// "无锡市" as 无锡, a city or municipality; "Jilin Province" as Jilin, a
// province; "恩施土家族苗族自治州" as 恩施. nullopt where the name does not end
// with such a word, or where a single Chinese character would be left.
std::optional<ShortName> WithoutKindWord(absl::string_view name);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_FILES_SHORT_NAMES_H_
