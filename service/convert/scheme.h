// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schemes between domain and contract.
#ifndef TWINAID_SERVICE_CONVERT_SCHEME_H_
#define TWINAID_SERVICE_CONVERT_SCHEME_H_

#include "absl/status/statusor.h"
#include "service/model/scheme.h"
#include "twinaid/v1/scheme.pb.h"

namespace twinaid::convert {

v1::Policy ToProto(const model::Policy& policy);
v1::Scheme ToProto(const model::Scheme& scheme);

// Takes the name and the fields that callers set; the rest is left as it is at
// birth. INVALID_ARGUMENT with the field path: a name, enum or day that is not
// well formed. What the values mean together is model::Validate()'s to check.
absl::StatusOr<model::Scheme> FromProto(const v1::Scheme& proto);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_SCHEME_H_
