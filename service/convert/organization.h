// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Organizations between domain and contract.
#ifndef TWINAID_SERVICE_CONVERT_ORGANIZATION_H_
#define TWINAID_SERVICE_CONVERT_ORGANIZATION_H_

#include "absl/status/statusor.h"
#include "service/model/organization.h"
#include "twinaid/v1/organization.pb.h"

namespace twinaid::convert {

// Without the contacts: who may see them asks for them by themselves.
v1::Organization ToProto(const model::Organization& organization);
// With them, as a change begins with what is there.
v1::Organization WithContacts(const model::Organization& organization);
v1::Contact ToProto(const model::Contact& contact);

// Takes the name and the fields that callers set; the rest is left as it is at
// birth. INVALID_ARGUMENT with the field path: a name, enum or day that is not
// well formed. What the values mean together is model::Validate()'s to check.
absl::StatusOr<model::Organization> FromProto(const v1::Organization& proto);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_ORGANIZATION_H_
