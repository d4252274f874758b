// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/metrics/port.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::metrics {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// What the port answers to the bytes of a request.
std::string Ask(const std::string& address, const std::string& request) {
  int port = 0;
  EXPECT_TRUE(absl::SimpleAtoi(address.substr(address.rfind(':') + 1), &port));
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to = {};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(::connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to), 0);
  EXPECT_EQ(::send(fd, request.data(), request.size(), MSG_NOSIGNAL),
            static_cast<ssize_t>(request.size()));
  std::string answer;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::recv(fd, buffer, sizeof buffer, 0)) > 0;) {
    answer.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(fd);
  return answer;
}

std::string Get(const std::string& address, const std::string& path) {
  return Ask(address, absl::StrCat("GET ", path,
                                   " HTTP/1.1\r\nHost: localhost\r\n"
                                   "Connection: close\r\n\r\n"));
}

class PortTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Port::Open("127.0.0.1:0", metrics_);
    ASSERT_THAT(opened, IsOk());
    port_ = *std::move(opened);
  }
  Metrics metrics_{"1", absl::UnixEpoch()};
  std::unique_ptr<Port> port_;
};

TEST_F(PortTest, TellsWhatIsCounted) {
  metrics_.LedgerGrew(7);
  metrics_.Sample("twinaid_sampled", "One.", [] { return 3.0; });
  EXPECT_THAT(port_->address(),
              AllOf(StartsWith("127.0.0.1:"), Not(testing::EndsWith(":0"))));
  EXPECT_THAT(Get(port_->address(), "/metrics"),
              AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("text/plain"),
                    HasSubstr("\ntwinaid_ledger_last_seq 7\n"),
                    HasSubstr("\ntwinaid_sampled 3\n")));
}

TEST_F(PortTest, TellsNothingElse) {
  for (const char* path :
       {"/", "/etc/passwd", "/../../../../etc/passwd", "/index.html"}) {
    EXPECT_THAT(Get(port_->address(), path),
                AllOf(StartsWith("HTTP/1.1 4"), Not(HasSubstr("root:"))))
        << path;
  }
}

TEST_F(PortTest, OutlivesBytesThatAreNoRequest) {
  Ask(port_->address(), "\x16\x03\x01\x02 no request\r\n\r\n");
  Ask(port_->address(), std::string(100'000, 'a') + "\r\n\r\n");
  EXPECT_THAT(Get(port_->address(), "/metrics"), StartsWith("HTTP/1.1 200"));
}

TEST_F(PortTest, SaysThatAnAddressIsTaken) {
  const auto second = Port::Open(port_->address(), metrics_);
  EXPECT_EQ(model::ReasonOf(second.status()), "CANNOT_LISTEN");
  EXPECT_THAT(std::string(second.status().message()),
              AllOf(HasSubstr(port_->address()), HasSubstr("--metrics")));
  port_.reset();
}

}  // namespace
}  // namespace twinaid::metrics
