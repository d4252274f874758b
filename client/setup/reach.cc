// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/reach.h"

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "service/model/errors.h"

namespace twinaid::client {
namespace {

absl::Status Unreached(const char* reason, const char* en, const char* zh,
                       const std::string& where, const std::string& cause) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {{"where", model::Shown(where, 200)}, {"cause", cause}};
  return model::MakeError(spec);
}

absl::Status CannotConnect(const std::string& where, int error) {
  return Unreached(
      "CANNOT_CONNECT",
      "nobody answers at {where} ({cause}): start the server with twinaidd, or "
      "name another with --server",
      "{where} 没有应答（{cause}）：请用 twinaidd 启动服务器，或用 --server "
      "指定其他地址",
      where, std::generic_category().message(error));
}

// Connects within `patience`; zero, or what the system says.
int ConnectWithin(int descriptor, const sockaddr* to, socklen_t length,
                  absl::Duration patience) {
  const int flags = fcntl(descriptor, F_GETFL);
  fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  if (connect(descriptor, to, length) != 0) {
    if (errno != EINPROGRESS) return errno;
    pollfd wait{descriptor, POLLOUT, 0};
    const int ready =
        poll(&wait, 1, static_cast<int>(absl::ToInt64Milliseconds(patience)));
    if (ready <= 0) return ready == 0 ? ETIMEDOUT : errno;
    int error = 0;
    socklen_t size = sizeof(error);
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return error;
  }
  fcntl(descriptor, F_SETFL, flags);
  const timeval limit = absl::ToTimeval(patience);
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
  setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
  return 0;
}

absl::StatusOr<OpenSocket> ReachSocket(const std::string& path,
                                       absl::Duration patience) {
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  if (path.size() >= sizeof(to.sun_path)) {
    return CannotConnect(path, ENAMETOOLONG);
  }
  std::memcpy(to.sun_path, path.c_str(), path.size());
  OpenSocket opened(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const int error =
      ConnectWithin(opened.descriptor(), reinterpret_cast<const sockaddr*>(&to),
                    sizeof(to), patience);
  if (error != 0) return CannotConnect(path, error);
  return opened;
}

}  // namespace

OpenSocket::~OpenSocket() {
  if (descriptor_ >= 0) close(descriptor_);
}

ServerAddress ParseAddress(const std::string& server) {
  absl::string_view rest = server;
  if (absl::ConsumePrefix(&rest, "unix:")) {
    absl::ConsumePrefix(&rest, "//");
    return {std::string(rest), "", ""};
  }
  absl::ConsumePrefix(&rest, "dns:///");
  const std::size_t colon = rest.rfind(':');
  const std::size_t bracket = rest.rfind(']');
  ServerAddress address{"", std::string(rest), "443"};
  const bool has_port = colon != absl::string_view::npos &&
                        (bracket == absl::string_view::npos || bracket < colon);
  if (has_port) {
    address.host = std::string(rest.substr(0, colon));
    address.port = std::string(rest.substr(colon + 1));
  }
  if (absl::StartsWith(address.host, "[") &&
      absl::EndsWith(address.host, "]")) {
    address.host = address.host.substr(1, address.host.size() - 2);
  }
  return address;
}

absl::StatusOr<OpenSocket> Reach(const ServerAddress& address,
                                 absl::Duration patience) {
  if (!address.path.empty()) return ReachSocket(address.path, patience);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int unknown =
      getaddrinfo(address.host.c_str(), address.port.c_str(), &hints, &found);
  if (unknown != 0) {
    return Unreached(
        "NO_SUCH_HOST",
        "no address is known for {where} ({cause}): look at its "
        "spelling and at the name server of this machine",
        "无法解析 {where}（{cause}）：请检查拼写和本机的域名服务器",
        address.host, gai_strerror(unknown));
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found,
                                                           &freeaddrinfo);
  int error = EHOSTUNREACH;
  for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
    OpenSocket opened(socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC,
                             one->ai_protocol));
    if (opened.descriptor() < 0) {
      error = errno;
      continue;
    }
    error = ConnectWithin(opened.descriptor(), one->ai_addr, one->ai_addrlen,
                          patience);
    if (error == 0) return opened;
  }
  return CannotConnect(address.host + ":" + address.port, error);
}

}  // namespace twinaid::client
