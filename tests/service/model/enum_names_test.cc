// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/enum_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/match.h"
#include "service/model/need.h"
#include "service/model/notice.h"
#include "service/model/offer.h"
#include "service/model/organization.h"
#include "service/model/pairing.h"
#include "service/model/place.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/scheme.h"
#include "service/model/sister_link.h"
#include "service/model/supply_state.h"

namespace twinaid::model {
namespace {

template <typename Enum>
class EnumNames : public ::testing::Test {};

using Enums = ::testing::Types<
    PlaceKind, LinkKind, LinkState, OrganizationKind, Category, Urgency,
    SubstitutePolicy, NeedState, OfferState, Reason, Shape, Tiers, Pool, Keep,
    RoundState, StageKind, UnmetReason, PairingState, MatchOrigin, MatchState,
    Apart, LetterKind, NoticeChannel, NoticeState, Side, Answer, Role>;
TYPED_TEST_SUITE(EnumNames, Enums);

TYPED_TEST(EnumNames, HaveAChineseWordOfTheirOwnThatLeadsBack) {
  std::set<std::string> words;
  int values = 0;
  for (int i = 1; WordOf(static_cast<TypeParam>(i)) != "unknown"; ++i) {
    const auto value = static_cast<TypeParam>(i);
    const std::string word(ChineseWordOf(value));
    words.insert(word);
    EXPECT_EQ(FromWordOfEither<TypeParam>(word), value);
    EXPECT_EQ(FromWordOfEither<TypeParam>(WordOf(value)), value);
    // The contract and the ledger take codes alone.
    EXPECT_EQ(FromWord<TypeParam>(word), std::nullopt);
    ++values;
  }
  EXPECT_GT(values, 1);
  EXPECT_EQ(static_cast<int>(words.size()), values);
  EXPECT_FALSE(words.contains(""));
}

TYPED_TEST(EnumNames, OfANewerServerHaveNone) {
  EXPECT_EQ(ChineseWordOf(static_cast<TypeParam>(99)), "");
  EXPECT_EQ(FromWordOfEither<TypeParam>("of_a_newer_server"), std::nullopt);
}

TEST(AllWordsIn, NamesTheCodesBesideTheChineseWords) {
  EXPECT_EQ(AllWordsIn<Side>(Language::kChinese),
            "捐赠方（donor）、受助方（recipient）、双方（both）");
  EXPECT_EQ(AllWordsIn<Side>(Language::kEnglish), "donor, recipient, both");
}

}  // namespace
}  // namespace twinaid::model
