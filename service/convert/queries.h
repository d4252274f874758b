// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Filters of the contract as queries of the store.
#ifndef TWINAID_SERVICE_CONVERT_QUERIES_H_
#define TWINAID_SERVICE_CONVERT_QUERIES_H_

#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/store/query.h"

namespace twinaid::convert {

// All return INVALID_ARGUMENT (INVALID_FILTER) that says what would be right.
absl::StatusOr<store::PlaceQuery> PlaceQueryOf(absl::string_view filter);
absl::StatusOr<store::SisterLinkQuery> SisterLinkQueryOf(
    absl::string_view filter);
absl::StatusOr<store::OrganizationQuery> OrganizationQueryOf(
    absl::string_view filter);
absl::StatusOr<store::ItemQuery> ItemQueryOf(absl::string_view filter);
absl::StatusOr<store::NeedQuery> NeedQueryOf(absl::string_view filter);
absl::StatusOr<store::OfferQuery> OfferQueryOf(absl::string_view filter);
absl::StatusOr<store::SchemeQuery> SchemeQueryOf(absl::string_view filter);
absl::StatusOr<store::RoundQuery> RoundQueryOf(absl::string_view filter);
absl::StatusOr<store::UnmetNeedQuery> UnmetNeedQueryOf(
    absl::string_view filter);
absl::StatusOr<store::PairingQuery> PairingQueryOf(absl::string_view filter);
absl::StatusOr<store::MatchQuery> MatchQueryOf(absl::string_view filter);
absl::StatusOr<store::EventQuery> EventQueryOf(absl::string_view filter);
absl::StatusOr<store::PrincipalQuery> PrincipalQueryOf(
    absl::string_view filter);

// The place that `place = places/P` names in a filter of needs, offers, unmet
// needs or pairings; nullopt: it names none. INVALID_FILTER, INVALID_NAME.
absl::StatusOr<std::optional<model::PlaceId>> PlaceInFilter(
    absl::string_view filter);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_QUERIES_H_
