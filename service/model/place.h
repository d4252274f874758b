// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A city, district, county, prefecture, province, state, municipality or
// country.
#ifndef TWINAID_SERVICE_MODEL_PLACE_H_
#define TWINAID_SERVICE_MODEL_PLACE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "service/model/ids.h"
#include "service/model/meta.h"

namespace twinaid::model {

enum class PlaceKind {
  kCountry = 1,
  kProvince,
  kState,
  kMunicipality,
  kCity,
  kPrefecture,
  kCounty,
  kDistrict
};

// WGS 84, in units of 10^-7 degree.
struct Position {
  std::int32_t lat_e7 = 0;
  std::int32_t lon_e7 = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

struct Place {
  using Key = PlaceId;

  PlaceId id;
  PlaceKind kind = PlaceKind::kCity;
  std::string name_en;
  std::string name_zh;  // may be empty
  std::vector<std::string> aliases;
  PlaceId parent;            // empty: none
  std::string country_code;  // ISO 3166-1 alpha-2, or empty
  std::string subdivision;   // ISO 3166-2, or empty
  std::optional<Position> position;
  std::optional<std::int64_t> population;           // persons
  std::string time_zone;                            // IANA name, or empty
  std::map<std::string, std::string> external_ids;  // "wikidata" -> "Q42"
  // How many partners the place takes on a side; unset: as the scheme says.
  std::optional<int> donor_capacity;
  std::optional<int> recipient_capacity;
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const Place&, const Place&) = default;
};

// Whether the fields that a caller sets make sense by themselves (existence of
// the parent is core's to check). INVALID_ARGUMENT with the field path.
absl::Status Validate(const Place& place);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_PLACE_H_
