// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Matches as the contract has them.
#ifndef TWINAID_SERVICE_CONVERT_MATCH_H_
#define TWINAID_SERVICE_CONVERT_MATCH_H_

#include "absl/status/statusor.h"
#include "service/model/match.h"
#include "twinaid/v1/match.pb.h"

namespace twinaid::convert {

// Without the consignee: only the two sides are shown it.
v1::Match ToProto(const model::Match& match);

std::vector<model::Document> FromDocuments(
    const google::protobuf::RepeatedPtrField<v1::Match::Document>& documents);

// The missing parts of a receipt. INVALID_ARGUMENT: a reason this release does
// not know, or none.
absl::StatusOr<std::vector<model::Missing>> FromMissing(
    const google::protobuf::RepeatedPtrField<v1::Match::Missing>& missing);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_MATCH_H_
