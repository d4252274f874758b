// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which fields of a change are taken over.
#ifndef TWINAID_SERVICE_CONVERT_UPDATE_MASK_H_
#define TWINAID_SERVICE_CONVERT_UPDATE_MASK_H_

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::convert {

// Takes the fields of `patch` that `mask` names over into `target`, each as a
// whole. An empty mask names the fields that are set in `patch`; "*" names all
// of `allowed`. Both messages are of one type.
//
// INVALID_ARGUMENT (UNKNOWN_FIELD_PATH): a path that is not in `allowed`.
absl::Status ApplyMask(const google::protobuf::FieldMask& mask,
                       const std::vector<absl::string_view>& allowed,
                       const google::protobuf::Message& patch,
                       google::protobuf::Message& target);

// The fields that callers may change.
const std::vector<absl::string_view>& PlaceFields();
const std::vector<absl::string_view>& SisterLinkFields();
const std::vector<absl::string_view>& OrganizationFields();
const std::vector<absl::string_view>& ItemFields();
const std::vector<absl::string_view>& NeedFields();
const std::vector<absl::string_view>& OfferFields();
const std::vector<absl::string_view>& SchemeFields();
const std::vector<absl::string_view>& PrincipalFields();

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_UPDATE_MASK_H_
