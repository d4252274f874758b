// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/instance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace twinaid::matcher {
namespace {

absl::Status Invalid(absl::string_view what, std::size_t index,
                     absl::string_view problem) {
  return absl::InvalidArgumentError(
      absl::StrCat(what, " ", index, ": ", problem));
}

absl::Status TooMuch(absl::string_view what, absl::string_view limit,
                     std::int64_t limit_value, std::int64_t value) {
  return absl::ResourceExhaustedError(
      absl::StrCat(what, ": ", value, " is above ", limit, " = ", limit_value));
}

bool Inside(std::int32_t index, std::size_t size) {
  return index >= 0 && static_cast<std::size_t>(index) < size;
}

absl::Status ValidateSizes(const Instance& instance) {
  if (instance.places < 0) {
    return absl::InvalidArgumentError("places: below zero");
  }
  if (instance.places > kMaxPlaces) {
    return TooMuch("places", "kMaxPlaces", kMaxPlaces, instance.places);
  }
  const std::array<std::pair<absl::string_view, std::size_t>, 7> sizes = {
      {{"items", instance.items.size()},
       {"substitutes", instance.substitutes.size()},
       {"item lists", instance.item_lists.size()},
       {"exclusions", instance.exclusions.size()},
       {"needs", instance.needs.size()},
       {"offers", instance.offers.size()},
       {"ties", instance.ties.size()}}};
  for (const auto& [what, size] : sizes) {
    if (size > static_cast<std::size_t>(kMaxRecords)) {
      return TooMuch(what, "kMaxRecords", kMaxRecords,
                     static_cast<std::int64_t>(size));
    }
  }
  return absl::OkStatus();
}

absl::Status ValidateItems(const Instance& instance) {
  for (std::size_t i = 0; i < instance.items.size(); ++i) {
    const Item& item = instance.items[i];
    if (item.group < 0) return Invalid("item", i, "group below zero");
    if (item.base_content < 1 || item.base_content > kMaxBaseUnits) {
      return Invalid("item", i, "base content outside 1 to 10^12");
    }
  }
  std::vector<std::pair<ItemIndex, ItemIndex>> seen;
  seen.reserve(instance.substitutes.size());
  for (std::size_t i = 0; i < instance.substitutes.size(); ++i) {
    const Substitute& row = instance.substitutes[i];
    if (!Inside(row.item, instance.items.size()) ||
        !Inside(row.substitute, instance.items.size())) {
      return Invalid("substitute", i, "no such item");
    }
    if (row.item == row.substitute) {
      return Invalid("substitute", i, "an item cannot substitute itself");
    }
    if (instance.items[static_cast<std::size_t>(row.item)].group !=
        instance.items[static_cast<std::size_t>(row.substitute)].group) {
      return Invalid("substitute", i, "the items are of different groups");
    }
    if (row.quality < 0 || row.quality > kMaxQuality) {
      return Invalid("substitute", i, "quality outside 0 to 100");
    }
    seen.emplace_back(row.item, row.substitute);
  }
  std::sort(seen.begin(), seen.end());
  if (std::adjacent_find(seen.begin(), seen.end()) != seen.end()) {
    return absl::InvalidArgumentError("substitutes: listed twice");
  }
  return absl::OkStatus();
}

absl::Status ValidateNeed(const Instance& instance, std::size_t i) {
  const Need& need = instance.needs[i];
  if (need.place < 0 || need.place >= instance.places) {
    return Invalid("need", i, "no such place");
  }
  if (!Inside(need.item, instance.items.size())) {
    return Invalid("need", i, "no such item");
  }
  if (need.base_units < 0 || need.base_units > kMaxBaseUnits) {
    return Invalid("need", i, "base units outside 0 to 10^12");
  }
  if (need.tier < 0 || need.tier >= kTiers) {
    return Invalid("need", i, "tier outside 0 to 3");
  }
  if (need.criticality < 1 || need.criticality > kMaxCriticality) {
    return Invalid("need", i, "criticality outside 1 to 32");
  }
  if (need.min_quality < 0 || need.min_quality > kMaxQuality) {
    return Invalid("need", i, "minimum quality outside 0 to 100");
  }
  if (need.currency < 0) return Invalid("need", i, "currency below zero");
  if (need.accepted != kNoList &&
      !Inside(need.accepted, instance.item_lists.size())) {
    return Invalid("need", i, "no such list of accepted substitutes");
  }
  if (need.whole_units != 0 && (need.whole_units < need.base_units ||
                                need.whole_units > kMaxBaseUnits)) {
    return Invalid("need", i, "whole units outside base units to 10^12");
  }
  return absl::OkStatus();
}

absl::Status ValidateNeeds(const Instance& instance) {
  std::vector<std::array<std::int64_t, kTiers>> sums(
      static_cast<std::size_t>(instance.places));
  for (std::size_t i = 0; i < instance.needs.size(); ++i) {
    if (absl::Status status = ValidateNeed(instance, i); !status.ok()) {
      return status;
    }
    const Need& need = instance.needs[i];
    std::int64_t& sum = sums[static_cast<std::size_t>(need.place)]
                            [static_cast<std::size_t>(need.tier)];
    sum += WholeUnits(need);
    if (sum > kMaxBaseUnitsPerPlaceAndTier) {
      return TooMuch(
          absl::StrCat("needs of place ", need.place, " in tier ", need.tier),
          "kMaxBaseUnitsPerPlaceAndTier", kMaxBaseUnitsPerPlaceAndTier, sum);
    }
  }
  return absl::OkStatus();
}

absl::Status ValidateLists(const Instance& instance) {
  for (std::size_t i = 0; i < instance.item_lists.size(); ++i) {
    for (const ItemIndex item : instance.item_lists[i]) {
      if (!Inside(item, instance.items.size())) {
        return Invalid("item list", i, "no such accepted substitute");
      }
    }
  }
  for (std::size_t i = 0; i < instance.exclusions.size(); ++i) {
    const Exclusion& row = instance.exclusions[i];
    if (!Inside(row.need, instance.needs.size()) ||
        !Inside(row.offer, instance.offers.size())) {
      return Invalid("exclusion", i, "no such excluded need or offer");
    }
  }
  return absl::OkStatus();
}

absl::Status ValidateOffers(const Instance& instance) {
  for (std::size_t i = 0; i < instance.offers.size(); ++i) {
    const Offer& offer = instance.offers[i];
    if (offer.place < 0 || offer.place >= instance.places) {
      return Invalid("offer", i, "no such place");
    }
    if (!Inside(offer.item, instance.items.size())) {
      return Invalid("offer", i, "no such item");
    }
    if (offer.base_units < 0 || offer.base_units > kMaxBaseUnits) {
      return Invalid("offer", i, "base units outside 0 to 10^12");
    }
    if (offer.directed_to != kNoPlace &&
        (offer.directed_to < 0 || offer.directed_to >= instance.places)) {
      return Invalid("offer", i, "directed to no such place");
    }
    if (offer.min_lot < 0 || offer.min_lot > kMaxBaseUnits) {
      return Invalid("offer", i, "minimum lot outside 0 to 10^12");
    }
    if (offer.currency < 0) return Invalid("offer", i, "currency below zero");
  }
  return absl::OkStatus();
}

absl::Status ValidateTies(const Instance& instance) {
  for (std::size_t i = 0; i < instance.ties.size(); ++i) {
    const Tie& tie = instance.ties[i];
    if (tie.donor < 0 || tie.donor >= instance.places || tie.recipient < 0 ||
        tie.recipient >= instance.places) {
      return Invalid("tie", i, "no such place");
    }
    if (tie.donor == tie.recipient) {
      return Invalid("tie", i, "a place cannot look after itself");
    }
    if (tie.transit_days < 0) return Invalid("tie", i, "transit below zero");
    if (tie.keep < 0 || tie.keep > 1) {
      return Invalid("tie", i, "keep is neither 0 nor 1");
    }
    if (tie.affinity < 0 || tie.affinity > kMaxAffinity) {
      return Invalid("tie", i, "affinity outside 0 to 2^20");
    }
    if (tie.tie < 0 || tie.tie > kMaxTieDigit) {
      return Invalid("tie", i, "tie digit outside 40 bits");
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const Instance& instance) {
  for (const auto check : {ValidateSizes, ValidateItems, ValidateNeeds,
                           ValidateOffers, ValidateLists, ValidateTies}) {
    if (absl::Status status = check(instance); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace twinaid::matcher
