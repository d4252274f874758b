// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/place.h"

#include <cmath>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::convert {
namespace {

constexpr double kPerDegree = 1e7;

absl::StatusOr<std::int32_t> FromDegrees(double degrees, double limit,
                                         absl::string_view field) {
  if (!(degrees >= -limit && degrees <= limit)) {
    return model::InvalidValue(
        field, absl::StrCat(degrees),
        absl::StrCat("degrees from -", limit, " to ", limit),
        absl::StrCat("-", limit, " 至 ", limit, " 度"));
  }
  return static_cast<std::int32_t>(std::llround(degrees * kPerDegree));
}

}  // namespace

v1::Place ToProto(const model::Place& place) {
  v1::Place proto;
  const std::string name = NameOrEmpty(place.id);
  proto.set_name(name);
  proto.set_kind(ToEnum<v1::Place::Kind>(place.kind));
  proto.set_name_en(place.name_en);
  proto.set_name_zh(place.name_zh);
  for (const std::string& alias : place.aliases) proto.add_aliases(alias);
  proto.set_parent_place(NameOrEmpty(place.parent));
  proto.set_country_code(place.country_code);
  proto.set_subdivision(place.subdivision);
  if (place.position) {
    proto.mutable_position()->set_latitude(place.position->lat_e7 / kPerDegree);
    proto.mutable_position()->set_longitude(place.position->lon_e7 /
                                            kPerDegree);
  }
  if (place.population) proto.set_population(*place.population);
  proto.set_time_zone(place.time_zone);
  proto.mutable_external_ids()->insert(place.external_ids.begin(),
                                       place.external_ids.end());
  if (place.donor_capacity) proto.set_donor_capacity(*place.donor_capacity);
  if (place.recipient_capacity) {
    proto.set_recipient_capacity(*place.recipient_capacity);
  }
  SetMeta(name, place.meta, proto);
  return proto;
}

absl::StatusOr<model::Place> FromProto(const v1::Place& proto) {
  model::Place place;
  TWINAID_ASSIGN_OR_RETURN(place.id,
                           FromName<model::PlaceId>(proto.name(), "name"));
  TWINAID_ASSIGN_OR_RETURN(place.kind,
                           FromEnum<model::PlaceKind>(proto.kind(), "kind"));
  place.name_en = proto.name_en();
  place.name_zh = proto.name_zh();
  place.aliases.assign(proto.aliases().begin(), proto.aliases().end());
  TWINAID_ASSIGN_OR_RETURN(
      place.parent,
      FromName<model::PlaceId>(proto.parent_place(), "parent_place"));
  place.country_code = proto.country_code();
  place.subdivision = proto.subdivision();
  if (proto.has_position()) {
    model::Position position;
    TWINAID_ASSIGN_OR_RETURN(
        position.lat_e7,
        FromDegrees(proto.position().latitude(), 90, "position.latitude"));
    TWINAID_ASSIGN_OR_RETURN(
        position.lon_e7,
        FromDegrees(proto.position().longitude(), 180, "position.longitude"));
    place.position = position;
  }
  if (proto.has_population()) place.population = proto.population();
  place.time_zone = proto.time_zone();
  place.external_ids.insert(proto.external_ids().begin(),
                            proto.external_ids().end());
  if (proto.has_donor_capacity()) place.donor_capacity = proto.donor_capacity();
  if (proto.has_recipient_capacity()) {
    place.recipient_capacity = proto.recipient_capacity();
  }
  return place;
}

}  // namespace twinaid::convert
