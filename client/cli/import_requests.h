// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The rows of files as requests to create and to update.
#ifndef TWINAID_CLIENT_CLI_IMPORT_REQUESTS_H_
#define TWINAID_CLIENT_CLI_IMPORT_REQUESTS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "client/cli/verbs.h"
#include "service/convert/item.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/convert/organization.h"
#include "service/convert/place.h"
#include "service/convert/sister_link.h"

namespace twinaid::client {

void Fill(const model::Place& row, v1::CreatePlaceRequest& request);
void Fill(const model::SisterLink& row, v1::CreateSisterLinkRequest& request);
void Fill(const model::Organization& row,
          v1::CreateOrganizationRequest& request);
void Fill(const model::Item& row, v1::CreateItemRequest& request);
void Fill(const model::Need& row, v1::CreateNeedRequest& request);
void Fill(const model::Offer& row, v1::CreateOfferRequest& request);

// With the name and the etag that the change is to be made to; the mask is the
// caller's to fill.
void Fill(const model::Place& row, const std::string& etag,
          v1::UpdatePlaceRequest& request);
void Fill(const model::SisterLink& row, const std::string& etag,
          v1::UpdateSisterLinkRequest& request);
void Fill(const model::Organization& row, const std::string& etag,
          v1::UpdateOrganizationRequest& request);
void Fill(const model::Item& row, const std::string& etag,
          v1::UpdateItemRequest& request);
void Fill(const model::Need& row, const std::string& etag,
          v1::UpdateNeedRequest& request);
void Fill(const model::Offer& row, const std::string& etag,
          v1::UpdateOfferRequest& request);

// The fields that a column of a file sets; none where it is part of what a
// resource is and cannot be changed: the item of a need, the places of a link.
std::vector<std::string> FieldsOf(absl::string_view file,
                                  absl::string_view column);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_IMPORT_REQUESTS_H_
