// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Changes under a mask from any bytes, and what becomes of them.
#ifndef TWINAID_TESTS_FUZZ_TRY_UPDATE_MASK_H_
#define TWINAID_TESTS_FUZZ_TRY_UPDATE_MASK_H_

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// convert::ApplyMask, or what a test puts in its place.
using Masker = std::function<absl::Status(
    const google::protobuf::FieldMask& mask,
    const std::vector<absl::string_view>& allowed,
    const google::protobuf::Message& patch, google::protobuf::Message& target)>;

// A line with a resource ("Need"), one with paths and commas, one with the
// change and one with what is changed, both in the text format. The fields that
// the mask names are those of the change afterwards, all others stay; a path
// that may not be changed is UNKNOWN_FIELD_PATH. Then the result is taken into
// the domain and back: refused as the rules say, or nothing is lost the second
// time round.
Outcome TryUpdateMask(absl::string_view bytes);
Outcome TryUpdateMask(absl::string_view bytes, const Masker& apply);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_UPDATE_MASK_H_
