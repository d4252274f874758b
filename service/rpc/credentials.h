// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a listener stands on.
#ifndef TWINAID_SERVICE_RPC_CREDENTIALS_H_
#define TWINAID_SERVICE_RPC_CREDENTIALS_H_

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "service/ops/tls_files.h"

namespace twinaid::rpc {

// How often the files are looked at: a new certificate is taken for the
// connections that come after, those that stand go on.
inline constexpr int kTlsFilesReadEverySeconds = 10;

// TLS with these files, with a client's certificate required if there is a
// client_ca; plain if there are none. Precondition: CheckTlsFiles() is OK.
std::shared_ptr<grpc::ServerCredentials> MakeCredentials(
    const ops::TlsFiles& files, int read_every_seconds);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_CREDENTIALS_H_
