// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/text_width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;

TEST(CutToWidth, NeverCutsAChineseCharacterInTwo) {
  EXPECT_EQ(CutToWidth("友好城市", 8), "友好城市");
  EXPECT_EQ(CutToWidth("友好城市", 7), "友好城…");
  EXPECT_EQ(CutToWidth("友好城市", 6), "友好…");
}

TEST(WrapToWidth, BreaksAtBlanksAndLongWordsAnywhere) {
  EXPECT_THAT(WrapToWidth("", 4), ElementsAre(""));
  EXPECT_THAT(WrapToWidth("the goods left", 14), ElementsAre("the goods left"));
  EXPECT_THAT(WrapToWidth("the goods left", 9),
              ElementsAre("the goods", "left"));
  EXPECT_THAT(WrapToWidth("the goods left", 8),
              ElementsAre("the", "goods", "left"));
  EXPECT_THAT(WrapToWidth("abcdefgh ij", 3),
              ElementsAre("abc", "def", "gh", "ij"));
}

TEST(WrapToWidth, BreaksANameBehindItsSlash) {
  EXPECT_THAT(WrapToWidth("us-tx-san-antonio/masks", 20),
              ElementsAre("us-tx-san-antonio/", "masks"));
}

TEST(WrapToWidth, BreaksBetweenChineseCharactersAndNotInsideAnId) {
  EXPECT_THAT(WrapToWidth("物资已发运", 5), ElementsAre("物资", "已发", "运"));
  EXPECT_THAT(WrapToWidth("物资由 us-oh 发运", 9),
              ElementsAre("物资由", "us-oh 发", "运"));
}

}  // namespace
}  // namespace twinaid::client
