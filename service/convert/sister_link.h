// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Sister links between domain and contract.
#ifndef TWINAID_SERVICE_CONVERT_SISTER_LINK_H_
#define TWINAID_SERVICE_CONVERT_SISTER_LINK_H_

#include "absl/status/statusor.h"
#include "service/model/sister_link.h"
#include "twinaid/v1/sister_link.pb.h"

namespace twinaid::convert {

v1::SisterLink ToProto(const model::SisterLink& sister_link);

// Takes the name and the fields that callers set; the rest is left as it is at
// birth. INVALID_ARGUMENT with the field path: a name, enum or day that is not
// well formed. What the values mean together is model::Validate()'s to check.
absl::StatusOr<model::SisterLink> FromProto(const v1::SisterLink& proto);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_SISTER_LINK_H_
