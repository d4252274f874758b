// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/picture_needs.h"

#include <algorithm>
#include <tuple>

#include "client/cli/reason_text.h"

namespace twinaid::client {

picture::Words WhyWords(v1::UnmetNeed::Reason reason) {
  return {ReasonText(reason, false), ReasonText(reason, true)};
}

void SortCritical(picture::Page& page) {
  const auto key = [&](const picture::OpenNeed& need) {
    return std::tuple(
        !need.needed_by.has_value(), need.needed_by.value_or(absl::CivilDay()),
        page.places[need.place].name, need.item, -need.outstanding);
  };
  std::stable_sort(page.critical.begin(), page.critical.end(),
                   [&](const picture::OpenNeed& a, const picture::OpenNeed& b) {
                     return key(a) < key(b);
                   });
}

}  // namespace twinaid::client
