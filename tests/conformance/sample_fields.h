// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The fields that sample rows are made of.
#ifndef TWINAID_TESTS_CONFORMANCE_SAMPLE_FIELDS_H_
#define TWINAID_TESTS_CONFORMANCE_SAMPLE_FIELDS_H_

#include <cstdint>
#include <limits>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "service/store/store.h"

namespace twinaid::store {

inline constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

// Hard to quote: both languages, a face, quotes, a backslash, a line break.
inline constexpr char kText[] =
    "Masks \"N95\" 口罩 \U0001F637 it's 100% \\ \n;--";

inline model::PlaceId PlaceOf(absl::string_view id) {
  return model::PlaceId::Trusted(id);
}
inline model::ItemId ItemOf(absl::string_view id) {
  return model::ItemId::Trusted(id);
}
inline model::NeedName NeedOf(absl::string_view place, absl::string_view id) {
  return {PlaceOf(place), model::NeedId::Trusted(id)};
}
inline model::OfferName OfferOf(absl::string_view place, absl::string_view id) {
  return {PlaceOf(place), model::OfferId::Trusted(id)};
}
inline model::RoundName RoundOf(absl::string_view id) {
  return {model::SchemeId::Trusted("base"), model::RoundId::Trusted(id)};
}
inline model::PairingName PairingOf(absl::string_view id) {
  return {model::SchemeId::Trusted("base"), model::PairingId::Trusted(id)};
}
inline absl::Time TimeAt(std::int64_t micros) {
  return absl::FromUnixMicros(micros);
}

inline model::Meta WholeMeta() {
  return {TimeAt(-1), TimeAt(1'581'336'000'123'456), 7};
}
inline model::Meta BareMeta() { return {TimeAt(0), TimeAt(0), 1}; }

inline model::Policy OtherPolicy() {
  return {model::Shape::kMutual,
          2,
          3,
          4,
          model::Tiers::kWeighted,
          model::Pool::kFair,
          model::Keep::kTies,
          true,
          {0, 3, 14},
          true};
}

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_CONFORMANCE_SAMPLE_FIELDS_H_
