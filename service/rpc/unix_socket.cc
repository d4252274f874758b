// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/unix_socket.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <utility>

namespace twinaid::rpc {
namespace {

// Whether somebody listens there; no when the path is too long to be one.
bool Answers(const std::string& path) {
  sockaddr_un address = {};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) return false;
  path.copy(address.sun_path, path.size());
  const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return false;
  const bool answers = connect(fd, reinterpret_cast<const sockaddr*>(&address),
                               sizeof(address)) == 0;
  close(fd);
  return answers;
}

}  // namespace

std::unique_ptr<lock::LockFile> ReserveUnixSocket(const std::string& path) {
  auto lock = lock::LockFile::Take(path);
  if (!lock.ok() || *lock == nullptr || Answers(path)) return nullptr;
  return *std::move(lock);
}

}  // namespace twinaid::rpc
