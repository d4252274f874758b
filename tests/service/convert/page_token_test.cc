// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/convert/page_token.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace twinaid::convert {
namespace {

TEST(PageTokenTest, HoldsItsKey) {
  for (const char* key : {"a", "places/p/needs/n", "17"}) {
    EXPECT_THAT(KeyOfPageToken(MakePageToken("q", key), "q"),
                IsOkAndHolds(std::string(key)));
  }
}

TEST(PageTokenTest, IsGoodForItsQueryOnly) {
  EXPECT_THAT(KeyOfPageToken(MakePageToken("q", "a"), "r"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  // Query and key cannot be shifted against each other.
  EXPECT_NE(MakePageToken("ab", "c"), MakePageToken("a", "bc"));
}

TEST(PageTokenTest, IsRefusedWhenDamaged) {
  const std::string token = MakePageToken("q", "some key");
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string damaged = token;
    damaged[i] = damaged[i] == 'A' ? 'B' : 'A';
    if (damaged == token) continue;
    EXPECT_FALSE(KeyOfPageToken(damaged, "q").ok()) << i;
  }
  for (const char* bad : {"", "=", "not base64!", "QUJD"}) {
    EXPECT_FALSE(KeyOfPageToken(bad, "q").ok()) << bad;
  }
}

}  // namespace
}  // namespace twinaid::convert
