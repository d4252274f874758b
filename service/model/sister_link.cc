// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/sister_link.h"

#include "service/model/checks.h"
#include "service/model/errors.h"
#include "service/model/names.h"
#include "service/model/registry_errors.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

constexpr int kMaxTransitDays = 3650;
constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2200;

absl::Status SelfLink(const PlaceId& place) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "SELF_LINK";
  spec.en = "{place} cannot be linked with itself; name two places";
  spec.zh = "{place} 不能与自己建立关系；请填写两个不同的地方";
  spec.metadata = {{"place", ToName(place)}};
  spec.field = "place_b";
  return MakeError(spec);
}

bool IsCityLike(PlaceKind kind) {
  return kind == PlaceKind::kCity || kind == PlaceKind::kMunicipality ||
         kind == PlaceKind::kPrefecture || kind == PlaceKind::kCounty ||
         kind == PlaceKind::kDistrict;
}

bool IsProvinceLike(PlaceKind kind) {
  return kind == PlaceKind::kProvince || kind == PlaceKind::kState ||
         kind == PlaceKind::kMunicipality;
}

bool Joins(LinkKind kind, PlaceKind place) {
  switch (kind) {
    case LinkKind::kSisterCity:
      return IsCityLike(place);
    case LinkKind::kSisterProvinceState:
      return IsProvinceLike(place);
    case LinkKind::kCounterpartSupport:
    case LinkKind::kFriendlyExchange:
      return true;
  }
  return false;
}

}  // namespace

int RungOf(LinkKind kind) {
  return kind == LinkKind::kFriendlyExchange ? 2 : 1;
}

absl::Status Validate(const SisterLink& link) {
  if (link.place_a.empty()) return RequiredField("place_a");
  if (link.place_b.empty()) return RequiredField("place_b");
  if (link.place_a == link.place_b) return SelfLink(link.place_a);
  TWINAID_RETURN_IF_ERROR(CheckEnum(link.kind, "kind"));
  TWINAID_RETURN_IF_ERROR(CheckEnum(link.state, "state"));
  if (link.since_year.has_value()) {
    TWINAID_RETURN_IF_ERROR(
        CheckRange(*link.since_year, "since_year", kFirstYear, kLastYear));
  }
  TWINAID_RETURN_IF_ERROR(
      CheckRange(link.transit_days, "transit_days", 0, kMaxTransitDays));
  return CheckText(link.note, "note", kMaxNoteBytes);
}

absl::Status CheckKinds(LinkKind kind, const Place& a, const Place& b) {
  if (Joins(kind, a.kind) && Joins(kind, b.kind)) return absl::OkStatus();
  return LinkKindMismatch(kind, a, b);
}

}  // namespace twinaid::model
