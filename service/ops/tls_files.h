// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The certificates the server stands on.
#ifndef TWINAID_SERVICE_OPS_TLS_FILES_H_
#define TWINAID_SERVICE_OPS_TLS_FILES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace twinaid::ops {

// PEM files; all empty: no TLS.
struct TlsFiles {
  std::string certificate;  // the server's, with what leads up to its CA
  std::string key;          // its private key, not encrypted
  std::string client_ca;    // who signs clients; empty: they need none

  bool any() const { return !certificate.empty() || !key.empty(); }
  // Who has no certificate of client_ca gets no connection.
  bool is_mutual() const { return any() && !client_ca.empty(); }
};

// What they held.
struct TlsTexts {
  std::string identity;   // the key, then its certificate and the chain
  std::string client_ca;  // empty where there is no such file

  bool operator==(const TlsTexts&) const = default;
};

// Reads each file once and checks what was read, so that nothing that was not
// checked is ever used. Precondition: files.any().
//
// INVALID_ARGUMENT TLS_FILE, naming the file and what would be right: one that
// is missing, cannot be read or is no PEM, a key of another certificate, a
// certificate that is over or not begun.
absl::StatusOr<TlsTexts> ReadTlsFiles(const TlsFiles& files, absl::Time now);

// The same; OK where there are no files.
absl::Status CheckTlsFiles(const TlsFiles& files, absl::Time now);

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_TLS_FILES_H_
