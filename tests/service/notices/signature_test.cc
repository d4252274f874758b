// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/signature.h"

#include <gtest/gtest.h>

#include <string>

namespace twinaid::notices {
namespace {

// RFC 4231, test cases 1, 2 and 6 (a key longer than a block).
TEST(HmacTest, AgreesWithTheKnownVectors) {
  EXPECT_EQ(HmacSha256Hex(std::string(20, '\x0b'), "Hi There"),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(HmacSha256Hex("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(
      HmacSha256Hex(std::string(131, '\xaa'),
                    "Test Using Larger Than Block-Size Key - Hash Key First"),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(SignatureTest, CoversTheTimeAndTheBody) {
  const absl::Time time = absl::FromUnixMillis(1'581'336'000'999);
  EXPECT_EQ(Signature("secret", time, "{}"),
            "t=1581336000,v1=" + HmacSha256Hex("secret", "1581336000.{}"));
  EXPECT_NE(Signature("secret", time, "{}"),
            Signature("secret", time + absl::Seconds(1), "{}"));
}

}  // namespace
}  // namespace twinaid::notices
