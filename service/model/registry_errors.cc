// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/registry_errors.h"

#include <string>

#include "service/model/enum_names.h"
#include "service/model/errors.h"
#include "service/model/names.h"

namespace twinaid::model {

absl::Status PlaceCycle(const PlaceId& place, const PlaceId& parent) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "PLACE_CYCLE";
  spec.en = "{parent} lies in {name} or is it, and cannot be its parent";
  spec.zh = "{parent} 位于 {name} 之内或就是它，不能作为其上级";
  spec.metadata = {{"name", ToName(place)}, {"parent", ToName(parent)}};
  spec.field = "parent";
  return MakeError(spec);
}

absl::Status LinkKindMismatch(LinkKind kind, const Place& a, const Place& b) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "LINK_KIND_MISMATCH";
  spec.en =
      "a {kind} link does not join {place_a} ({kind_a}) and {place_b} "
      "({kind_b}): sister_city joins cities, municipalities, prefectures, "
      "counties and districts; sister_province_state joins provinces, states "
      "and municipalities";
  spec.zh =
      "“{kind}”关系不能连接 {place_a}（{kind_a}）与 {place_b}（{kind_b}）："
      "友好城市关系连接市、直辖市、自治州、县和区；"
      "友好省州关系连接省、州和直辖市";
  spec.metadata = {{"kind", std::string(WordOf(kind))},
                   {"place_a", ToName(a.id)},
                   {"kind_a", std::string(WordOf(a.kind))},
                   {"place_b", ToName(b.id)},
                   {"kind_b", std::string(WordOf(b.kind))}};
  spec.zh_words = {{"kind", std::string(ChineseWordOf(kind))},
                   {"kind_a", std::string(ChineseWordOf(a.kind))},
                   {"kind_b", std::string(ChineseWordOf(b.kind))}};
  spec.field = "kind";
  return MakeError(spec);
}

absl::Status LinkPlacesImmutable(const SisterLinkId& link) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "LINK_PLACES_IMMUTABLE";
  spec.en = "{name} keeps its two places; delete it and make another";
  spec.zh = "{name} 的两个地方不能更改；请删除后另建";
  spec.metadata = {{"name", ToName(link)}};
  spec.field = "place_a";
  return MakeError(spec);
}

}  // namespace twinaid::model
