// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/address.h"

#include <gtest/gtest.h>

namespace twinaid::rpc {
namespace {

TEST(AddressTest, IsWhatThePeerIsWithoutItsPort) {
  EXPECT_EQ(AddressOf("ipv4:127.0.0.1:43210", ""), "127.0.0.1");
  EXPECT_EQ(AddressOf("ipv6:%5B::1%5D:43210", ""), "%5B::1%5D");
}

TEST(AddressTest, OnlyTheFrontBehindTheUnixSocketIsBelieved) {
  EXPECT_EQ(AddressOf("unix:", "203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(AddressOf("unix:/run/s", ""), "unix");
  EXPECT_EQ(AddressOf("ipv4:198.51.100.9:1", "203.0.113.7"), "198.51.100.9");
  EXPECT_EQ(AddressOf("unix:", "a b"), "unix");
  EXPECT_EQ(AddressOf("unix:", std::string(200, '1')).size(), 64);
}

}  // namespace
}  // namespace twinaid::rpc
