// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Letters, contacts and consignees as the contract carries them.
#ifndef TWINAID_SERVICE_CONVERT_CORRESPONDENCE_H_
#define TWINAID_SERVICE_CONVERT_CORRESPONDENCE_H_

#include "absl/status/statusor.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/organization.h"
#include "twinaid/v1/correspondence.pb.h"

namespace twinaid::convert {

v1::Letter ToProto(const model::Letter& letter);
// INVALID_ARGUMENT (INVALID_NAME, REQUIRED_FIELD, INVALID_VALUE) with the path.
absl::StatusOr<model::Letter> FromProto(const v1::Letter& proto);

v1::OrganizationContacts ContactsOf(const model::Organization& organization);

v1::Consignee ToProto(const model::Consignee& consignee);
model::Consignee FromProto(const v1::Consignee& proto);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_CORRESPONDENCE_H_
