// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/self_dial.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

constexpr absl::Duration kSoon = absl::Milliseconds(300);

TEST(SelfDialTest, AServerAnswersOnEachOfItsAddresses) {
  Harness h;
  h.Restart(
      [](ops::Options& options) { options.listen.push_back("127.0.0.1:0"); });
  for (const std::string& address : h.server().addresses()) {
    EXPECT_TRUE(Answers(address, absl::Seconds(10))) << address;
  }
  const std::string port = h.server().addresses()[1].substr(9);
  EXPECT_TRUE(Answers("localhost" + port, absl::Seconds(10)));
  EXPECT_TRUE(Answers("0.0.0.0" + port, absl::Seconds(10)));
}

// The control: the kernel takes the connection, nobody reads it.
TEST(SelfDialTest, AListenerThatTakesNoConnectionsDoesNotAnswer) {
  const int file = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof(address);
  auto* bytes = reinterpret_cast<sockaddr*>(&address);
  ASSERT_EQ(::bind(file, bytes, length), 0);
  ASSERT_EQ(::listen(file, 5), 0);
  ASSERT_EQ(::getsockname(file, bytes, &length), 0);
  const std::string listener =
      absl::StrCat("127.0.0.1:", ntohs(address.sin_port));
  EXPECT_FALSE(Answers(listener, kSoon));
  ::close(file);
  EXPECT_FALSE(Answers(listener, kSoon)) << "and nobody listens any more";
  EXPECT_FALSE(Answers("unix:/nowhere/s", kSoon));
}

TEST(SelfDialTest, NamesThatHaveToBeLookedUpAreNotDialled) {
  for (const char* good :
       {"127.0.0.1:1", "10.0.0.1:443", "[::1]:7443", "[::]:1", "localhost:9",
        "unix:/run/twinaid/socket"}) {
    EXPECT_TRUE(CanDial(good)) << good;
  }
  for (const char* bad : {"example.org:443", "127.0.0.1", "", ":", "[x]:1"}) {
    EXPECT_FALSE(CanDial(bad)) << bad;
  }
  EXPECT_FALSE(CanDial("unix:/" + std::string(200, 'x')));
}

TEST(SelfDialTest, AServerThatAnswersIsSaidToBeAlive) {
  Harness h;
  absl::Notification alive;
  h.server().WatchListeners(
      [&alive] {
        if (!alive.HasBeenNotified()) alive.Notify();
      },
      [] { ADD_FAILURE() << "lost"; });
  EXPECT_TRUE(alive.WaitForNotificationWithTimeout(absl::Seconds(30)));
}

}  // namespace
}  // namespace twinaid::rpc
