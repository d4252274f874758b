// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Use cases on places, sister links, organizations and items.
//
// Create: the caller's id is taken, or one is made of the English name where
// it is empty. Update takes the whole new row (the edge has applied the update
// mask) and the etag the caller read, empty for "whatever it is". Each change
// is recorded in the ledger.
//
// All return INVALID_ARGUMENT for what Validate() or a missing reference says;
// Create ALREADY_EXISTS; Get, Update and Delete NOT_FOUND; Update and Delete
// ABORTED (STALE_ETAG); Delete FAILED_PRECONDITION (IN_USE).
#ifndef TWINAID_SERVICE_CORE_REGISTRY_H_
#define TWINAID_SERVICE_CORE_REGISTRY_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/item.h"
#include "service/model/organization.h"
#include "service/model/place.h"
#include "service/model/sister_link.h"

namespace twinaid::core {

absl::StatusOr<model::Place> GetPlace(const View& v, const model::PlaceId& id);
absl::StatusOr<model::Place> CreatePlace(Mutation& m, model::Place place);
absl::StatusOr<model::Place> UpdatePlace(Mutation& m, model::Place place,
                                         absl::string_view etag);
absl::Status DeletePlace(Mutation& m, const model::PlaceId& id,
                         absl::string_view etag);

absl::StatusOr<model::SisterLink> GetSisterLink(const View& v,
                                                const model::SisterLinkId& id);
// Also ALREADY_EXISTS for a second link of one kind between the same places.
absl::StatusOr<model::SisterLink> CreateSisterLink(Mutation& m,
                                                   model::SisterLink link);
absl::StatusOr<model::SisterLink> UpdateSisterLink(Mutation& m,
                                                   model::SisterLink link,
                                                   absl::string_view etag);
absl::Status DeleteSisterLink(Mutation& m, const model::SisterLinkId& id,
                              absl::string_view etag);

absl::StatusOr<model::Organization> GetOrganization(
    const View& v, const model::OrganizationId& id);
absl::StatusOr<model::Organization> CreateOrganization(
    Mutation& m, model::Organization organization);
absl::StatusOr<model::Organization> UpdateOrganization(
    Mutation& m, model::Organization organization, absl::string_view etag);
absl::Status DeleteOrganization(Mutation& m, const model::OrganizationId& id,
                                absl::string_view etag);

absl::StatusOr<model::Item> GetItem(const View& v, const model::ItemId& id);
// In a batch, items may name substitutes that come later in it: create the
// whole batch with CreateItems.
absl::StatusOr<model::Item> CreateItem(Mutation& m, model::Item item);
absl::StatusOr<std::vector<model::Item>> CreateItems(
    Mutation& m, std::vector<model::Item> items);
// Also FAILED_PRECONDITION: unit, base content or category of an item that
// needs or offers use.
absl::StatusOr<model::Item> UpdateItem(Mutation& m, model::Item item,
                                       absl::string_view etag);
absl::Status DeleteItem(Mutation& m, const model::ItemId& id,
                        absl::string_view etag);

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_REGISTRY_H_
