// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/place.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

constexpr int kMaxAliases = 100;
constexpr int kMaxExternalIds = 50;
constexpr int kMaxCodeBytes = 64;
constexpr int kMaxCapacity = 1'000'000;
constexpr std::int64_t kMaxPopulation = 20'000'000'000;
constexpr std::int32_t kMaxLatE7 = 900'000'000;
constexpr std::int32_t kMaxLonE7 = 1'800'000'000;

bool IsUpper(absl::string_view text) {
  for (const char c : text) {
    if (!absl::ascii_isupper(static_cast<unsigned char>(c))) return false;
  }
  return true;
}

absl::Status CheckCodes(const Place& place) {
  const std::string& country = place.country_code;
  if (!country.empty() && (country.size() != 2 || !IsUpper(country))) {
    return InvalidValue("country_code", country,
                        "two capital letters (ISO 3166-1), such as CN",
                        "两个大写字母（ISO 3166-1），例如 CN");
  }
  const std::string& subdivision = place.subdivision;
  if (subdivision.empty()) return absl::OkStatus();
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongest = 6;
  bool fits = subdivision.size() >= kShortest &&
              subdivision.size() <= kLongest && subdivision[2] == '-' &&
              IsUpper(subdivision.substr(0, 2)) &&
              (country.empty() || absl::StartsWith(subdivision, country));
  for (std::size_t i = 3; fits && i < subdivision.size(); ++i) {
    const auto c = static_cast<unsigned char>(subdivision[i]);
    fits = absl::ascii_isupper(c) || absl::ascii_isdigit(c);
  }
  if (fits) return absl::OkStatus();
  return InvalidValue("subdivision", subdivision,
                      "an ISO 3166-2 code of the same country, such as CN-JS",
                      "同一国家的 ISO 3166-2 代码，例如 CN-JS");
}

absl::Status CheckCapacity(const std::optional<int>& capacity,
                           absl::string_view field) {
  if (!capacity.has_value()) return absl::OkStatus();
  return CheckRange(*capacity, field, 0, kMaxCapacity);
}

absl::Status CheckLists(const Place& place) {
  TWINAID_RETURN_IF_ERROR(
      CheckRange(static_cast<std::int64_t>(place.aliases.size()), "aliases", 0,
                 kMaxAliases));
  for (std::size_t i = 0; i < place.aliases.size(); ++i) {
    TWINAID_RETURN_IF_ERROR(
        CheckRequiredName(place.aliases[i], absl::StrCat("aliases[", i, "]")));
  }
  TWINAID_RETURN_IF_ERROR(
      CheckRange(static_cast<std::int64_t>(place.external_ids.size()),
                 "external_ids", 0, kMaxExternalIds));
  for (const auto& [key, value] : place.external_ids) {
    TWINAID_RETURN_IF_ERROR(CheckText(key, "external_ids", kMaxCodeBytes));
    TWINAID_RETURN_IF_ERROR(CheckText(value, "external_ids", kMaxNameBytes));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const Place& place) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(place.kind, "kind"));
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(place.name_en, "name_en"));
  TWINAID_RETURN_IF_ERROR(CheckText(place.name_zh, "name_zh", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(CheckLists(place));
  if (!place.id.empty() && place.parent == place.id) {
    return InvalidValue("parent_place", place.parent.value(),
                        "another place than the place itself",
                        "其他地方，而不是它自己");
  }
  TWINAID_RETURN_IF_ERROR(CheckCodes(place));
  if (place.position.has_value()) {
    TWINAID_RETURN_IF_ERROR(CheckRange(
        place.position->lat_e7, "position.latitude", -kMaxLatE7, kMaxLatE7));
    TWINAID_RETURN_IF_ERROR(CheckRange(
        place.position->lon_e7, "position.longitude", -kMaxLonE7, kMaxLonE7));
  }
  if (place.population.has_value()) {
    TWINAID_RETURN_IF_ERROR(
        CheckRange(*place.population, "population", 0, kMaxPopulation));
  }
  TWINAID_RETURN_IF_ERROR(
      CheckText(place.time_zone, "time_zone", kMaxCodeBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckCapacity(place.donor_capacity, "donor_capacity"));
  return CheckCapacity(place.recipient_capacity, "recipient_capacity");
}

}  // namespace twinaid::model
