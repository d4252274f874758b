// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a server shows of itself over TLS, looked at without trusting it.
#ifndef TWINAID_CLIENT_SETUP_TLS_LOOK_H_
#define TWINAID_CLIENT_SETUP_TLS_LOOK_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace twinaid::client {

struct ServerCertificate {
  absl::Time begins;
  absl::Time expires;
  std::string names;        // those it is for: "localhost, 10.0.0.1"
  bool name_fits = false;   // the host is one of them
  bool trusted = false;     // signed by one of the authorities, its time aside
  std::string issuer;       // who signed it: "CN = ca"
  bool wants_ours = false;  // the server asks for a client certificate
};

// Shakes hands on a connected socket and looks at the certificate of the
// server. `ca` is the PEM text of the authorities, empty for those that this
// machine trusts. Nothing is sent but the handshake.
// UNAVAILABLE NO_TLS: no handshake: the server speaks no TLS there.
// INVALID_ARGUMENT TLS_FILE: `ca` holds no certificate.
absl::StatusOr<ServerCertificate> LookAtTls(int socket, const std::string& host,
                                            const std::string& ca);

// Until when the first certificate of a PEM text counts.
// INVALID_ARGUMENT TLS_FILE: there is none.
absl::StatusOr<absl::Time> ExpiryOf(const std::string& pem);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_TLS_LOOK_H_
