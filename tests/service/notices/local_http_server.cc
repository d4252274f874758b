// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/notices/local_http_server.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace twinaid::notices {
namespace {

constexpr char kHeadEnd[] = "\r\n\r\n";

// False: the caller has gone.
bool ReadMore(int connection, std::string& text) {
  std::array<char, 4096> buffer{};
  const ssize_t got = ::recv(connection, buffer.data(), buffer.size(), 0);
  if (got <= 0) return false;
  text.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<Request> ReadRequest(int connection) {
  std::string text;
  while (!absl::StrContains(text, kHeadEnd)) {
    if (!ReadMore(connection, text)) return std::nullopt;
  }
  Request request;
  const std::size_t line_end = text.find("\r\n");
  const std::size_t head_end = text.find(kHeadEnd);
  request.line = text.substr(0, line_end);
  request.head = text.substr(line_end + 2, head_end - line_end);
  request.body = text.substr(head_end + 4);
  std::size_t length = 0;
  if (!absl::SimpleAtoi(request.Header("Content-Length"), &length)) length = 0;
  while (request.body.size() < length) {
    if (!ReadMore(connection, request.body)) return std::nullopt;
  }
  return request;
}

}  // namespace

std::string Request::Header(absl::string_view name) const {
  for (const absl::string_view each : absl::StrSplit(head, "\r\n")) {
    const std::vector<absl::string_view> parts =
        absl::StrSplit(each, absl::MaxSplits(": ", 1));
    if (parts.size() == 2 && absl::EqualsIgnoreCase(parts[0], name)) {
      return std::string(parts[1]);
    }
  }
  return "";
}

LocalHttpServer::LocalHttpServer(std::vector<int> answers)
    : answers_(answers.begin(), answers.end()) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, generic, &size) != 0) {
    std::abort();
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { Serve(); });
}

LocalHttpServer::~LocalHttpServer() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

std::string LocalHttpServer::url() const {
  return absl::StrCat("http://127.0.0.1:", port_, "/hook");
}

std::vector<Request> LocalHttpServer::requests() const {
  absl::MutexLock lock(&mutex_);
  return requests_;
}

void LocalHttpServer::WaitForRequests(std::size_t count) const {
  const auto there = [this, count]() ABSL_SHARED_LOCKS_REQUIRED(mutex_) {
    return requests_.size() >= count;
  };
  absl::MutexLock lock(&mutex_, absl::Condition(&there));
}

void LocalHttpServer::Serve() {
  while (true) {
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    ServeOne(connection);
    ::close(connection);
  }
}

void LocalHttpServer::ServeOne(int connection) {
  std::optional<Request> request = ReadRequest(connection);
  if (!request) return;
  int answer = 200;
  {
    absl::MutexLock lock(&mutex_);
    requests_.push_back(*std::move(request));
    if (!answers_.empty()) {
      answer = answers_.front();
      answers_.pop_front();
    }
  }
  if (answer == kDrop) return;
  if (answer == kHang) {
    std::string rest;
    while (ReadMore(connection, rest)) {
    }
    return;
  }
  const std::string text =
      absl::StrCat("HTTP/1.1 ", answer, " as told\r\nContent-Length: 4\r\n",
                   answer == kRedirect ? "Location: /elsewhere\r\n" : "",
                   "Connection: close\r\n\r\nbody");
  (void)::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
}

}  // namespace twinaid::notices
