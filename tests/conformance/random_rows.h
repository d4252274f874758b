// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Random rows out of few keys, so that they collide, refer to each other and
// sometimes to nothing.
#ifndef TWINAID_TESTS_CONFORMANCE_RANDOM_ROWS_H_
#define TWINAID_TESTS_CONFORMANCE_RANDOM_ROWS_H_

#include <cstdint>
#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "service/store/store.h"

namespace twinaid::store {

// Equal seeds make equal rows. Each row keeps the rules of its own fields
// (tallies within the total, two different places), not those between rows.
// Not thread-safe.
class RandomRows {
 public:
  explicit RandomRows(std::uint64_t seed) : engine_(seed) {}

  template <typename R>
  R Make();

  // A key such as Make would give.
  template <typename R>
  typename R::Key MakeKey() {
    return Make<R>().key();
  }

  // 0 to below - 1.
  int Below(int below) {
    return std::uniform_int_distribution<int>(0, below - 1)(engine_);
  }

 private:
  bool Chance(int in) { return Below(in) == 0; }
  template <typename Enum>
  Enum OneOf(int values) {
    return static_cast<Enum>(1 + Below(values));
  }
  // "p3" of few.
  template <typename IdType>
  IdType IdAmong(const char* prefix, int count) {
    return IdType::Trusted(absl::StrCat(prefix, Below(count)));
  }
  model::PlaceId Place() { return IdAmong<model::PlaceId>("p", 6); }
  model::PlaceId PlaceBut(const model::PlaceId& other);
  model::ItemId Item() { return IdAmong<model::ItemId>("i", 3); }
  model::NeedName Need() { return {Place(), IdAmong<model::NeedId>("n", 3)}; }
  model::OfferName Offer() {
    return {Place(), IdAmong<model::OfferId>("f", 3)};
  }
  model::SchemeId Scheme() { return IdAmong<model::SchemeId>("s", 2); }
  model::RoundName Round() {
    return {Scheme(), IdAmong<model::RoundId>("r", 3)};
  }
  model::PairingName Pairing() {
    return {Scheme(), IdAmong<model::PairingId>("g", 4)};
  }
  model::SisterLinkId Link() { return IdAmong<model::SisterLinkId>("l", 8); }
  model::Meta Meta();
  std::string Text();

  std::mt19937_64 engine_;
};

}  // namespace twinaid::store

#endif  // TWINAID_TESTS_CONFORMANCE_RANDOM_ROWS_H_
