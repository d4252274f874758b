// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a listener stands on.
#ifndef TWINAID_SERVICE_RPC_CREDENTIALS_H_
#define TWINAID_SERVICE_RPC_CREDENTIALS_H_

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "service/ops/tls_files.h"

namespace twinaid::rpc {

// TLS with these files, with a client's certificate required if there is a
// client_ca; plain if there are none. A file that changes is taken within a
// second for the connections that come after, unseen: watch what a TlsKeeper
// has checked.
std::shared_ptr<grpc::ServerCredentials> MakeCredentials(
    const ops::TlsFiles& files);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_CREDENTIALS_H_
