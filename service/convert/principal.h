// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Principals and tokens between domain and contract.
#ifndef TWINAID_SERVICE_CONVERT_PRINCIPAL_H_
#define TWINAID_SERVICE_CONVERT_PRINCIPAL_H_

#include "absl/status/statusor.h"
#include "service/model/principal.h"
#include "twinaid/v1/principal.pb.h"

namespace twinaid::convert {

v1::Principal ToProto(const model::Principal& principal);
// Without its secret, which nobody has.
v1::Token ToProto(const model::Token& token);

// Takes the name and the fields that callers set; `places/-` and `schemes/-`
// stand for every one. INVALID_ARGUMENT with the field path: a name or enum
// that is not well formed, or `places/-` beside other places. What the values
// mean together is model::Validate()'s to check.
absl::StatusOr<model::Principal> FromProto(const v1::Principal& proto);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_PRINCIPAL_H_
