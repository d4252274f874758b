// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/credentials.h"

#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>

namespace twinaid::rpc {
namespace {

// The least that gRPC takes; files in memory cost nothing to read.
constexpr unsigned int kReadEverySeconds = 1;

}  // namespace

std::shared_ptr<grpc::ServerCredentials> MakeCredentials(
    const ops::TlsFiles& files) {
  if (!files.any()) return grpc::InsecureServerCredentials();
  namespace tls = grpc::experimental;
  tls::TlsServerCredentialsOptions options(
      std::make_shared<tls::FileWatcherCertificateProvider>(
          files.key, files.certificate, files.client_ca, kReadEverySeconds));
  options.watch_identity_key_cert_pairs();
  if (files.is_mutual()) {
    options.watch_root_certs();
    options.set_cert_request_type(
        GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  } else {
    options.set_cert_request_type(GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE);
  }
  return tls::TlsServerCredentials(options);
}

}  // namespace twinaid::rpc
