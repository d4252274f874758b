// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/self_dial.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace twinaid::rpc {
namespace {

// The preface of HTTP/2 and an empty SETTINGS frame: a server of it answers
// with its own SETTINGS, one of TLS with an alert.
constexpr char kHello[] =
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00";

struct Address {
  sockaddr_storage bytes = {};
  socklen_t length = 0;
};

Address UnixAddress(absl::string_view path) {
  Address address;
  auto* to = reinterpret_cast<sockaddr_un*>(&address.bytes);
  if (path.size() >= sizeof(to->sun_path)) return address;
  to->sun_family = AF_UNIX;
  path.copy(to->sun_path, path.size());
  address.length = sizeof(sockaddr_un);
  return address;
}

Address NumericAddress(absl::string_view text) {
  Address address;
  const std::size_t colon = text.rfind(':');
  int port = 0;
  if (colon == absl::string_view::npos || colon < 2 ||
      !absl::SimpleAtoi(text.substr(colon + 1), &port)) {
    return address;
  }
  if (text.front() == '[') {
    auto* to = reinterpret_cast<sockaddr_in6*>(&address.bytes);
    const std::string host(text.substr(1, colon - 2));
    if (inet_pton(AF_INET6, host.c_str(), &to->sin6_addr) != 1) return address;
    if (IN6_IS_ADDR_UNSPECIFIED(&to->sin6_addr)) {
      to->sin6_addr = in6addr_loopback;
    }
    to->sin6_family = AF_INET6;
    to->sin6_port = htons(static_cast<std::uint16_t>(port));
    address.length = sizeof(sockaddr_in6);
    return address;
  }
  auto* to = reinterpret_cast<sockaddr_in*>(&address.bytes);
  std::string host(text.substr(0, colon));
  if (host == "localhost") host = "127.0.0.1";
  if (inet_pton(AF_INET, host.c_str(), &to->sin_addr) != 1) return address;
  to->sin_family = AF_INET;
  if (to->sin_addr.s_addr == htonl(INADDR_ANY)) {
    to->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  }
  to->sin_port = htons(static_cast<std::uint16_t>(port));
  address.length = sizeof(sockaddr_in);
  return address;
}

// Of length 0 where it is neither.
Address AddressOf(absl::string_view text) {
  return absl::ConsumePrefix(&text, "unix:") ? UnixAddress(text)
                                             : NumericAddress(text);
}

bool WaitFor(int file, short event, absl::Duration within) {
  pollfd wanted = {file, event, 0};
  const int ready =
      ::poll(&wanted, 1, static_cast<int>(absl::ToInt64Milliseconds(within)));
  return ready == 1;
}

bool Converse(int file, const Address& address, absl::Duration within) {
  const auto* to = reinterpret_cast<const sockaddr*>(&address.bytes);
  if (::connect(file, to, address.length) != 0) {
    if (errno != EINPROGRESS || !WaitFor(file, POLLOUT, within)) return false;
  }
  const ssize_t size = sizeof(kHello) - 1;
  if (::send(file, kHello, size, MSG_NOSIGNAL) != size) return false;
  if (!WaitFor(file, POLLIN, within)) return false;
  char word = 0;
  return ::recv(file, &word, 1, 0) >= 0 || errno == ECONNRESET;
}

}  // namespace

bool CanDial(const std::string& address) {
  return AddressOf(address).length > 0;
}

bool Answers(const std::string& address, absl::Duration within) {
  const Address to = AddressOf(address);
  const int file = ::socket(to.bytes.ss_family,
                            SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (file < 0) return false;
  const bool answered = Converse(file, to, within);
  ::close(file);
  return answered;
}

}  // namespace twinaid::rpc
