// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/reason_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "service/model/enum_names.h"
#include "service/model/supply_state.h"

namespace twinaid::model {
namespace {

TEST(ReasonWordsTest, EveryReasonHasAChineseWordOfItsOwn) {
  std::set<std::string> words;
  int reasons = 0;
  for (int i = 1; i <= static_cast<int>(Reason::kOther); ++i) {
    words.emplace(ChineseReason(WordOf(static_cast<Reason>(i))));
    ++reasons;
  }
  EXPECT_EQ(reasons, 13);
  EXPECT_EQ(static_cast<int>(words.size()), reasons);
  EXPECT_FALSE(words.contains(""));
}

TEST(ReasonWordsTest, AnUnknownWordHasNone) {
  EXPECT_EQ(ChineseReason("of_a_newer_server"), "");
}

}  // namespace
}  // namespace twinaid::model
