// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/text.h"

#include <gtest/gtest.h>

#include <string>

#include "service/model/errors.h"
#include "tests/support/status_matchers.h"

namespace twinaid::model {
namespace {

std::string ReasonFor(absl::string_view text) {
  return ReasonOf(CheckText(text, "f", 12));
}

TEST(TextTest, IsValidUtf8InNfcOfALengthWithoutControlCharacters) {
  EXPECT_EQ(ReasonFor(""), "");
  EXPECT_EQ(ReasonFor("Caf\u00e9"), "");
  EXPECT_EQ(ReasonFor("无锡市"), "");
  EXPECT_EQ(ReasonFor("a\tb\nc"), "");
  EXPECT_EQ(ReasonFor("Cafe\u0301"), "TEXT_NOT_NFC");
  EXPECT_EQ(ReasonFor("\xff"), "INVALID_UTF8");
  EXPECT_EQ(ReasonFor("\xe6\x97"), "INVALID_UTF8");
  EXPECT_EQ(ReasonFor("\xed\xa0\x80"), "INVALID_UTF8");  // a surrogate
  EXPECT_EQ(ReasonFor("\xc0\x80"), "INVALID_UTF8");      // overlong
  EXPECT_EQ(ReasonFor(std::string(13, 'x')), "TEXT_TOO_LONG");
  EXPECT_EQ(ReasonFor(absl::string_view("a\0b", 3)), "CONTROL_CHARACTER");
  EXPECT_EQ(ReasonFor("a\x7f"), "CONTROL_CHARACTER");
}

TEST(TextTest, NfcIsMadeOnce) {
  EXPECT_EQ(ToNfc("Cafe\u0301"), "Caf\u00e9");
  EXPECT_EQ(ToNfc("Caf\u00e9"), "Caf\u00e9");
  EXPECT_EQ(ToNfc("\xff"), "\xff");
}

TEST(TextTest, AChineseCharacterTakesTwoColumns) {
  EXPECT_EQ(DisplayWidth("Wuxi"), 4);
  EXPECT_EQ(DisplayWidth("无锡市"), 6);
  EXPECT_EQ(DisplayWidth("Cafe\u0301"), 4);
  EXPECT_EQ(DisplayWidth(""), 0);
}

TEST(TextTest, WhatIsNoUtf8IsReplaced) {
  EXPECT_EQ(ValidUtf8("a\xff"
                      "b"),
            "a\xef\xbf\xbd"
            "b");
  EXPECT_EQ(ValidUtf8("无锡"), "无锡");
}

}  // namespace
}  // namespace twinaid::model
