// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/text_targets.h"

#include "tests/fuzz/try_csv.h"
#include "tests/fuzz/try_decimal.h"
#include "tests/fuzz/try_decode.h"
#include "tests/fuzz/try_filter.h"
#include "tests/fuzz/try_folder.h"
#include "tests/fuzz/try_names.h"
#include "tests/fuzz/try_page_token.h"
#include "tests/fuzz/try_plan_diff.h"
#include "tests/fuzz/try_plan_folder.h"
#include "tests/fuzz/try_token.h"
#include "tests/fuzz/try_update_mask.h"

namespace twinaid::fuzz {

const std::map<std::string, Target>& TextTargets() {
  using View = absl::string_view;
  static const auto& targets = *new std::map<std::string, Target>{
      {"csv", [](View bytes) { return TryCsv(bytes); }},
      {"decimal", [](View bytes) { return TryDecimal(bytes); }},
      {"decode", [](View bytes) { return TryDecode(bytes); }},
      {"filter", [](View bytes) { return TryFilter(bytes); }},
      {"folder", [](View bytes) { return TryFolder(bytes); }},
      {"names", [](View bytes) { return TryNames(bytes); }},
      {"page_token", [](View bytes) { return TryPageToken(bytes); }},
      {"plan_diff", [](View bytes) { return TryPlanDiff(bytes); }},
      {"plan_folder", [](View bytes) { return TryPlanFolder(bytes); }},
      {"token", [](View bytes) { return TryToken(bytes); }},
      {"update_mask", [](View bytes) { return TryUpdateMask(bytes); }}};
  return targets;
}

}  // namespace twinaid::fuzz
