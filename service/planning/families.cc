// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/planning/families.h"

#include <algorithm>
#include <cstddef>

namespace twinaid::planning {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

void SortOnce(std::vector<std::int32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

Families::Families(const Records& records, const Remaining& remaining)
    : given_(records.places.size()),
      asked_(records.places.size()),
      askers_(records.items.size()) {  // a group is named by one of its items
  for (std::size_t i = 0; i < records.offers.size(); ++i) {
    if (remaining.offers[i] == 0) continue;
    const auto& offer = records.offers[i];
    given_[At(offer.place)].push_back(records.group[At(offer.item)]);
  }
  for (std::size_t i = 0; i < records.needs.size(); ++i) {
    if (remaining.needs[i] == 0) continue;
    const auto& need = records.needs[i];
    const std::int32_t group = records.group[At(need.item)];
    asked_[At(need.place)].push_back(group);
    askers_[At(group)].push_back(need.place);
  }
  for (auto* lists : {&given_, &asked_, &askers_}) {
    for (std::vector<std::int32_t>& list : *lists) SortOnce(list);
  }
}

bool Families::Share(std::int32_t donor, std::int32_t recipient) const {
  const std::vector<std::int32_t>& given = given_[At(donor)];
  const std::vector<std::int32_t>& asked = asked_[At(recipient)];
  auto g = given.begin();
  auto a = asked.begin();
  while (g != given.end() && a != asked.end()) {
    if (*g == *a) return true;
    if (*g < *a) {
      ++g;
    } else {
      ++a;
    }
  }
  return false;
}

std::vector<std::int32_t> Families::AskersOf(std::int32_t donor) const {
  std::vector<std::int32_t> places;
  for (const std::int32_t group : given_[At(donor)]) {
    const std::vector<std::int32_t>& askers = askers_[At(group)];
    places.insert(places.end(), askers.begin(), askers.end());
  }
  SortOnce(places);
  places.erase(std::remove(places.begin(), places.end(), donor), places.end());
  return places;
}

}  // namespace twinaid::planning
