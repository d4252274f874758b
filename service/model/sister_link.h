// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A standing tie between two places, without direction, stored once.
#ifndef TWINAID_SERVICE_MODEL_SISTER_LINK_H_
#define TWINAID_SERVICE_MODEL_SISTER_LINK_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/place.h"

namespace twinaid::model {

enum class LinkKind {
  kSisterProvinceState = 1,
  kSisterCity,
  kCounterpartSupport,
  kFriendlyExchange
};
enum class LinkState { kActive = 1, kSuspended };

struct SisterLink {
  using Key = SisterLinkId;

  SisterLinkId id;
  PlaceId place_a;
  PlaceId place_b;
  LinkKind kind = LinkKind::kSisterCity;
  std::optional<int> since_year;
  LinkState state = LinkState::kActive;  // set by the caller
  int transit_days = 0;                  // 0 to 3650
  std::string note;
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const SisterLink&, const SisterLink&) = default;
};

// The rung on which a link of this kind counts: 1 or 2.
int RungOf(LinkKind kind);

// INVALID_ARGUMENT with the field path; SELF_LINK for a place with itself.
absl::Status Validate(const SisterLink& link);

// sister_city joins cities, municipalities, prefectures, counties and
// districts; sister_province_state joins provinces, states and municipalities;
// the other kinds join any two places. INVALID_ARGUMENT (LINK_KIND_MISMATCH)
// at the field `kind`.
absl::Status CheckKinds(LinkKind kind, const Place& a, const Place& b);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_SISTER_LINK_H_
