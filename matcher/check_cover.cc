// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/check_cover.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"

namespace twinaid::matcher {
namespace {

absl::Status Wrong(const absl::AlphaNum& what) {
  return absl::DataLossError(absl::StrCat("cover plan: ", what));
}

bool IsAscending(const std::vector<PlaceIndex>& places) {
  return std::adjacent_find(
             places.begin(), places.end(),
             [](PlaceIndex a, PlaceIndex b) { return a >= b; }) == places.end();
}

bool Has(const std::vector<PlaceIndex>& ascending, PlaceIndex place) {
  return std::binary_search(ascending.begin(), ascending.end(), place);
}

}  // namespace

absl::Status CheckCover(std::int32_t places,
                        const std::vector<PossiblePair>& possible,
                        const CoverPlan& plan) {
  std::set<std::pair<PlaceIndex, PlaceIndex>> pairs;  // recipient, donor
  std::set<PlaceIndex> recipients;
  for (const PossiblePair& pair : possible) {
    pairs.emplace(pair.recipient, pair.donor);
    recipients.insert(pair.recipient);
  }

  // The cover.
  if (plan.donor_of.size() != static_cast<std::size_t>(places)) {
    return Wrong("another number of places");
  }
  std::vector<PlaceIndex> donors;  // one entry a recipient
  for (PlaceIndex r = 0; r < places; ++r) {
    const PlaceIndex donor = plan.donor_of[static_cast<std::size_t>(r)];
    if (recipients.count(r) == 0) {
      if (donor != kNoPlace) return Wrong(absl::StrCat(r, " has no donor"));
      continue;
    }
    if (pairs.count({r, donor}) == 0) {
      return Wrong(absl::StrCat(donor, " cannot help ", r));
    }
    donors.push_back(donor);
  }
  std::sort(donors.begin(), donors.end());
  std::vector<ExtraLoad> loads;
  std::int32_t extra = 0;
  for (std::size_t i = 1; i < donors.size(); ++i) {
    if (donors[i] != donors[i - 1]) continue;
    if (loads.empty() || loads.back().donor != donors[i]) {
      loads.push_back({donors[i], 0});
    }
    ++loads.back().recipients;
    ++extra;
  }
  if (loads != plan.extra_loads) return Wrong("other extra loads");
  if (extra != plan.extra) return Wrong("another sum of extra loads");
  if (static_cast<std::size_t>(plan.most_covered + extra) !=
      recipients.size()) {
    return Wrong("covered and extra are not all recipients");
  }

  // The proof: each donor of the rivals can look after one of them.
  if (!IsAscending(plan.rivals) || !IsAscending(plan.their_donors)) {
    return Wrong("the proof is not in order");
  }
  for (const PlaceIndex rival : plan.rivals) {
    if (recipients.count(rival) == 0) {
      return Wrong(absl::StrCat("rival ", rival, " is no recipient"));
    }
  }
  for (const auto& [recipient, donor] : pairs) {
    if (Has(plan.rivals, recipient) && !Has(plan.their_donors, donor)) {
      return Wrong(absl::StrCat("rival ", recipient, " has donor ", donor));
    }
  }
  const auto short_by = static_cast<std::int64_t>(plan.rivals.size()) -
                        static_cast<std::int64_t>(plan.their_donors.size());
  if (short_by != extra) return Wrong("the rivals prove another number");
  return absl::OkStatus();
}

}  // namespace twinaid::matcher
