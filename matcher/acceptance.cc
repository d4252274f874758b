// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/acceptance.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::matcher {
namespace {

constexpr int kNoSubstitutes = kMaxQuality + 1;

}  // namespace

Acceptance::Acceptance(const Instance& instance)
    : instance_(instance),
      rows_(instance.substitutes),
      first_(instance.items.size() + 1) {
  std::sort(
      rows_.begin(), rows_.end(), [](const Substitute& a, const Substitute& b) {
        return std::tie(a.item, a.substitute) < std::tie(b.item, b.substitute);
      });
  for (const Substitute& row : rows_) {
    ++first_[static_cast<std::size_t>(row.item) + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

std::int32_t Acceptance::ClassOf(const Need& need, std::int32_t family) {
  Question question = {family, need.item, kNoList, kNoSubstitutes};
  if (need.substitutes == SubstituteRule::kListed) {
    std::get<3>(question) = need.min_quality;
  } else if (need.substitutes == SubstituteRule::kOnly &&
             need.accepted != kNoList) {
    std::get<2>(question) = need.accepted;
    std::get<3>(question) = need.min_quality;
  }
  const auto [entry, is_new] = answered_.try_emplace(question, 0);
  if (is_new) entry->second = Intern(family, Answer(question));
  return entry->second;
}

std::vector<ItemIndex> Acceptance::Answer(const Question& question) const {
  const auto& [family, item, list, quality] = question;
  std::vector<ItemIndex> accepted = {item};
  if (quality == kNoSubstitutes) return accepted;
  std::vector<ItemIndex> listed;
  if (list != kNoList) {
    listed = instance_.item_lists[static_cast<std::size_t>(list)];
    std::sort(listed.begin(), listed.end());
  }
  const auto at = static_cast<std::size_t>(item);
  for (std::int32_t i = first_[at]; i < first_[at + 1]; ++i) {
    const Substitute& row = rows_[static_cast<std::size_t>(i)];
    if (row.quality < quality) continue;
    if (list != kNoList &&
        !std::binary_search(listed.begin(), listed.end(), row.substitute)) {
      continue;
    }
    accepted.push_back(row.substitute);
  }
  std::sort(accepted.begin(), accepted.end());
  return accepted;
}

std::int32_t Acceptance::Intern(std::int32_t family,
                                std::vector<ItemIndex> accepted) {
  const auto next = static_cast<std::int32_t>(begin.size()) - 1;
  const auto [entry, is_new] =
      interned_.try_emplace({family, std::move(accepted)}, next);
  if (is_new) {
    const std::vector<ItemIndex>& fresh = entry->first.second;
    items.insert(items.end(), fresh.begin(), fresh.end());
    begin.push_back(static_cast<std::int32_t>(items.size()));
  }
  return entry->second;
}

}  // namespace twinaid::matcher
