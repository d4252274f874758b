// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/trace_context.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"

namespace twinaid::rpc {
namespace {

// The example of the W3C recommendation.
constexpr char kExample[] =
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

TEST(TraceParent, TakesWhatHasTheForm) {
  EXPECT_EQ(TraceParent(kExample), kExample);
  std::string later(kExample);
  later.replace(0, 2, "01");
  EXPECT_EQ(TraceParent(later), later);
  EXPECT_EQ(TraceParent(absl::StrCat(later, "-what-comes-later")), later);
}

TEST(TraceParent, TakesNothingElse) {
  const auto with = [](std::size_t at, const std::string& text) {
    std::string header(kExample);
    return header.replace(at, text.size(), text);
  };
  for (const std::string& header :
       {std::string(), std::string("00"), std::string(kExample, 54),
        absl::StrCat(kExample, "-more"), absl::StrCat(kExample, "0"),
        with(0, "ff"), with(0, "0g"), with(2, "_"), with(35, "_"),
        with(52, "_"), with(3, std::string(32, '0')),
        with(36, std::string(16, '0')), with(3, "0AF7"), with(53, "0x"),
        with(10, "\n"), std::string(1000, '0')}) {
    EXPECT_EQ(TraceParent(header), "") << header;
  }
}

TEST(ShownRequestId, ShowsWhatMayBeOne) {
  EXPECT_EQ(ShownRequestId("7e57-ab"), "7e57-ab");
  EXPECT_EQ(ShownRequestId(""), "");
  EXPECT_EQ(ShownRequestId(std::string(64, 'a')), std::string(64, 'a'));
  EXPECT_EQ(ShownRequestId(std::string(65, 'a')), "");
  EXPECT_EQ(ShownRequestId("a b"), "");
  EXPECT_EQ(ShownRequestId("a\n"), "");
  EXPECT_EQ(ShownRequestId("无锡"), "");
}

}  // namespace
}  // namespace twinaid::rpc
