// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Offers between domain and contract.
#ifndef TWINAID_SERVICE_CONVERT_OFFER_H_
#define TWINAID_SERVICE_CONVERT_OFFER_H_

#include "absl/status/statusor.h"
#include "service/model/offer.h"
#include "twinaid/v1/offer.pb.h"

namespace twinaid::convert {

v1::Offer ToProto(const model::Offer& offer);

// Takes the name and the fields that callers set; the rest is left as it is at
// birth. INVALID_ARGUMENT with the field path: a name, enum or day that is not
// well formed. What the values mean together is model::Validate()'s to check.
absl::StatusOr<model::Offer> FromProto(const v1::Offer& proto);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_OFFER_H_
