// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/failure.h"

#include <gtest/gtest.h>

#include "service/model/common_errors.h"
#include "service/model/round_errors.h"

namespace twinaid::model {
namespace {

TEST(FailureTest, KeepsTheReasonAndBothTextsOfAnError) {
  const absl::Status error = StoreFull();
  const Failure failure = FailureOf(error);
  EXPECT_EQ(failure.reason, "STORE_FULL");
  EXPECT_NE(failure.en, failure.zh);
  for (const Language language : {Language::kEnglish, Language::kChinese}) {
    EXPECT_EQ(TextOf(failure, language), TextOf(error, language));
  }
}

TEST(FailureTest, LeavesOutTheCause) {
  const RoundName round = {SchemeId::Trusted("s"), RoundId::Trusted("r")};
  EXPECT_EQ(FailureOf(RoundBroken(round, "a secret")),
            FailureOf(RoundBroken(round, "")));
}

TEST(FailureTest, IsToldInEnglishWhereNoOtherTextWasKept) {
  EXPECT_EQ(TextOf({"", "it broke", ""}, Language::kChinese), "it broke");
}

}  // namespace
}  // namespace twinaid::model
