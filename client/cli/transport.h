// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How the command line reaches a server: plain on this machine, TLS beyond it.
#ifndef TWINAID_CLIENT_CLI_TRANSPORT_H_
#define TWINAID_CLIENT_CLI_TRANSPORT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/lib/connection.h"

namespace twinaid::client {

// Paths of PEM files, as typed.
struct TlsPaths {
  std::string ca;           // "system": those that this machine trusts
  std::string certificate;  // the client's own
  std::string key;
};

// The texts of the files; nothing typed: plain.
// INVALID_ARGUMENT TLS_FILE: one cannot be read, or a certificate without its
// key, or either without a ca.
absl::StatusOr<TlsTexts> ReadTls(const TlsPaths& paths);

// INVALID_ARGUMENT PLAIN_BEYOND_LOOPBACK: a token would leave this machine for
// everybody to read.
absl::Status CheckPlain(const std::string& server, const TlsTexts& tls);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_TRANSPORT_H_
