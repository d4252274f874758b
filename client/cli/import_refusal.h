// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What an import makes of a call that failed.
#ifndef TWINAID_CLIENT_CLI_IMPORT_REFUSAL_H_
#define TWINAID_CLIENT_CLI_IMPORT_REFUSAL_H_

#include <grpcpp/support/status.h>

namespace twinaid::client {

// The request of a batch that an error is about; -1: not said.
int RefusedIndex(const grpc::Status& status);

// Not refused: the server cannot be reached, or nobody knows what it did.
bool IsLost(const grpc::Status& status);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_IMPORT_REFUSAL_H_
