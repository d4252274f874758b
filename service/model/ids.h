// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Ids: one type a resource, so that two kinds can never be swapped.
#ifndef TWINAID_SERVICE_MODEL_IDS_H_
#define TWINAID_SERVICE_MODEL_IDS_H_

#include <compare>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace twinaid::model {

// Longest id, in bytes.
inline constexpr int kMaxIdLength = 63;

// True when `text` is a slug: lower-case letters, digits and inner hyphens,
// 1 to kMaxIdLength bytes.
bool IsSlug(absl::string_view text);

// INVALID_ARGUMENT with reason INVALID_ID unless `text` is a slug. `kind` is
// the word for people ("place").
absl::Status CheckSlug(absl::string_view kind, absl::string_view text);

// An id of one kind of resource. A default-constructed id is empty and names
// nothing; every other id holds a slug. Tag has `kKind` ("place") and
// `kCollection` ("places").
template <typename Tag>
class Id {
 public:
  Id() = default;

  // INVALID_ARGUMENT (INVALID_ID): `text` is not a slug.
  static absl::StatusOr<Id> Parse(absl::string_view text) {
    absl::Status status = CheckSlug(Tag::kKind, text);
    if (!status.ok()) return status;
    return Id(std::string(text));
  }
  // For text that is known to be a slug: what the store holds, literals.
  static Id Trusted(absl::string_view text) { return Id(std::string(text)); }

  const std::string& value() const { return value_; }
  bool empty() const { return value_.empty(); }

  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;
  template <typename H>
  friend H AbslHashValue(H state, const Id& id) {
    return H::combine(std::move(state), id.value_);
  }

 private:
  explicit Id(std::string value) : value_(std::move(value)) {}
  std::string value_;
};

struct PlaceTag {
  static constexpr char kKind[] = "place";
  static constexpr char kCollection[] = "places";
};
struct SisterLinkTag {
  static constexpr char kKind[] = "sister link";
  static constexpr char kCollection[] = "sisterLinks";
};
struct OrganizationTag {
  static constexpr char kKind[] = "organization";
  static constexpr char kCollection[] = "organizations";
};
struct ItemTag {
  static constexpr char kKind[] = "item";
  static constexpr char kCollection[] = "items";
};
struct NeedTag {
  static constexpr char kKind[] = "need";
  static constexpr char kCollection[] = "needs";
};
struct OfferTag {
  static constexpr char kKind[] = "offer";
  static constexpr char kCollection[] = "offers";
};
struct SchemeTag {
  static constexpr char kKind[] = "scheme";
  static constexpr char kCollection[] = "schemes";
};
struct RoundTag {
  static constexpr char kKind[] = "round";
  static constexpr char kCollection[] = "rounds";
};
struct PairingTag {
  static constexpr char kKind[] = "pairing";
  static constexpr char kCollection[] = "pairings";
};
struct MatchTag {
  static constexpr char kKind[] = "match";
  static constexpr char kCollection[] = "matches";
};
struct LetterTag {
  static constexpr char kKind[] = "letter";
  static constexpr char kCollection[] = "letters";
};
struct PrincipalTag {
  static constexpr char kKind[] = "principal";
  static constexpr char kCollection[] = "principals";
};
struct TokenTag {
  static constexpr char kKind[] = "token";
  static constexpr char kCollection[] = "tokens";
};

using PlaceId = Id<PlaceTag>;
using SisterLinkId = Id<SisterLinkTag>;
using OrganizationId = Id<OrganizationTag>;
using ItemId = Id<ItemTag>;
using NeedId = Id<NeedTag>;
using OfferId = Id<OfferTag>;
using SchemeId = Id<SchemeTag>;
using RoundId = Id<RoundTag>;
using PairingId = Id<PairingTag>;
using MatchId = Id<MatchTag>;
using LetterId = Id<LetterTag>;
using PrincipalId = Id<PrincipalTag>;
using TokenId = Id<TokenTag>;

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_IDS_H_
