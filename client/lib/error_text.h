// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// An error of the server as lines for people.
#ifndef TWINAID_CLIENT_LIB_ERROR_TEXT_H_
#define TWINAID_CLIENT_LIB_ERROR_TEXT_H_

#include <google/rpc/status.pb.h>
#include <grpcpp/support/status.h>

#include <string>

namespace twinaid::client {

// The details that came with an error; an empty Status where none did.
google::rpc::Status DetailsOf(const grpc::Status& status);

// ErrorInfo.reason, e.g. "NEED_NOT_FOUND"; empty if there is none.
std::string ReasonOf(const grpc::Status& status);

// "NOT_FOUND".
std::string CodeName(grpc::StatusCode code);

// One line with code, reason and the text in the caller's language, then one
// indented line for each further detail (field, resource, subject, retry).
// Ends with a line feed.
std::string ErrorText(const grpc::Status& status);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_LIB_ERROR_TEXT_H_
