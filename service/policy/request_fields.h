// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Fields of any request, by path.
#ifndef TWINAID_SERVICE_POLICY_REQUEST_FIELDS_H_
#define TWINAID_SERVICE_POLICY_REQUEST_FIELDS_H_

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::policy {

// The texts at a path ("need.name", "requests.parent"), through every element
// of a repeated message on the way; unset ones are left out.
// Precondition: HasTextAt(*message.GetDescriptor(), path).
std::vector<std::string> TextsAt(const google::protobuf::Message& message,
                                 absl::string_view path);

// The number of the enum field `name` of the request itself.
// Precondition: it has one.
int EnumAt(const google::protobuf::Message& message, absl::string_view name);

// Whether a path leads to a text.
bool HasTextAt(const google::protobuf::Descriptor& type,
               absl::string_view path);

}  // namespace twinaid::policy

#endif  // TWINAID_SERVICE_POLICY_REQUEST_FIELDS_H_
