// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Messages as bytes.
#ifndef TWINAID_SERVICE_CONVERT_BYTES_H_
#define TWINAID_SERVICE_CONVERT_BYTES_H_

#include <google/protobuf/message.h>

#include <string>

namespace twinaid::convert {

// The same for equal messages: the entries of maps are in the order of their
// keys, which protobuf leaves to chance otherwise.
std::string BytesOf(const google::protobuf::Message& message);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_BYTES_H_
