// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/stage_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "service/model/enum_names.h"

namespace twinaid::model {
namespace {

TEST(StageWordsTest, EveryKindHasAChineseWordOfItsOwn) {
  std::set<std::string> words;
  int kinds = 0;
  for (int i = 1; WordOf(static_cast<StageKind>(i)) != "unknown"; ++i) {
    words.emplace(ChineseWord(static_cast<StageKind>(i)));
    ++kinds;
  }
  EXPECT_EQ(kinds, 4);
  EXPECT_EQ(static_cast<int>(words.size()), kinds);
  EXPECT_FALSE(words.contains(""));
}

TEST(StageWordsTest, AKindOfANewerServerHasNone) {
  EXPECT_EQ(ChineseWord(static_cast<StageKind>(99)), "");
}

}  // namespace
}  // namespace twinaid::model
