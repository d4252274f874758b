// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether a server can be reached at all, before anything is said to it.
#ifndef TWINAID_CLIENT_SETUP_REACH_H_
#define TWINAID_CLIENT_SETUP_REACH_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace twinaid::client {

// Where a server listens: a socket file, or a host and a port.
struct ServerAddress {
  std::string path;  // empty: host and port
  std::string host;  // without brackets
  std::string port;
};

// "unix:PATH", "HOST:PORT", "[::1]:PORT"; port 443 where none is said.
ServerAddress ParseAddress(const std::string& server);

// An open connection; closes with it.
class OpenSocket {
 public:
  explicit OpenSocket(int descriptor) : descriptor_(descriptor) {}
  ~OpenSocket();
  OpenSocket(OpenSocket&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)) {}
  OpenSocket& operator=(OpenSocket&&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// Connects; a read or a write on it takes at most `patience`, and so does each
// address of the host until it answers.
// UNAVAILABLE NO_SUCH_HOST: the name is known nowhere.
// UNAVAILABLE CANNOT_CONNECT: nobody takes the connection; says what the system
// said of the address that was tried last.
absl::StatusOr<OpenSocket> Reach(const ServerAddress& address,
                                 absl::Duration patience);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_SETUP_REACH_H_
