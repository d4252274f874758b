// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Resource names: "places/us-tx-san-antonio/needs/masks", parsed or refused.
#ifndef TWINAID_SERVICE_MODEL_NAMES_H_
#define TWINAID_SERVICE_MODEL_NAMES_H_

#include <compare>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "service/model/ids.h"

namespace twinaid::model {

// Splits `name` as collection/id pairs, e.g. {"places", "needs"}; returns the
// ids in order. INVALID_ARGUMENT (INVALID_NAME) saying the form that would be
// right: "places/{place}/needs/{need}".
absl::StatusOr<std::vector<std::string>> SplitName(
    absl::string_view name, const std::vector<absl::string_view>& collections);

// The name of a top-level resource: "places/cn-js-wuxi".
template <typename Tag>
std::string ToName(const Id<Tag>& id) {
  return absl::StrCat(Tag::kCollection, "/", id.value());
}

// The id in a top-level name. INVALID_ARGUMENT (INVALID_NAME).
template <typename IdType>
absl::StatusOr<IdType> ParseName(absl::string_view name);

// A resource inside another: places/P/needs/N, schemes/S/rounds/R.
template <typename ParentTag, typename ChildTag>
struct NestedName {
  using Parent = Id<ParentTag>;
  using Child = Id<ChildTag>;

  Parent parent;
  Child child;

  // INVALID_ARGUMENT (INVALID_NAME): not of the form, or an id is no slug.
  static absl::StatusOr<NestedName> Parse(absl::string_view name) {
    auto ids = SplitName(name, {ParentTag::kCollection, ChildTag::kCollection});
    if (!ids.ok()) return ids.status();
    return NestedName{Parent::Trusted((*ids)[0]), Child::Trusted((*ids)[1])};
  }
  std::string ToString() const {
    return absl::StrCat(ParentTag::kCollection, "/", parent.value(), "/",
                        ChildTag::kCollection, "/", child.value());
  }
  bool empty() const { return child.empty(); }

  friend bool operator==(const NestedName&, const NestedName&) = default;
  friend auto operator<=>(const NestedName&, const NestedName&) = default;
  template <typename H>
  friend H AbslHashValue(H state, const NestedName& name) {
    return H::combine(std::move(state), name.parent, name.child);
  }
};

using NeedName = NestedName<PlaceTag, NeedTag>;
using OfferName = NestedName<PlaceTag, OfferTag>;
using RoundName = NestedName<SchemeTag, RoundTag>;
using PairingName = NestedName<SchemeTag, PairingTag>;
using TokenName = NestedName<PrincipalTag, TokenTag>;

template <typename Tag>
std::string ToName(const NestedName<PlaceTag, Tag>& name) {
  return name.ToString();
}
template <typename Tag>
std::string ToName(const NestedName<SchemeTag, Tag>& name) {
  return name.ToString();
}

template <typename T>
struct TagOf;
template <typename Tag>
struct TagOf<Id<Tag>> {
  using type = Tag;
};

template <typename IdType>
absl::StatusOr<IdType> ParseName(absl::string_view name) {
  auto ids = SplitName(name, {TagOf<IdType>::type::kCollection});
  if (!ids.ok()) return ids.status();
  return IdType::Trusted((*ids)[0]);
}

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_NAMES_H_
