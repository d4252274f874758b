// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/names.h"

#include <gtest/gtest.h>

#include <string>

#include "service/model/errors.h"
#include "service/model/quantity.h"
#include "tests/support/status_matchers.h"

namespace twinaid::model {
namespace {

TEST(IdTest, IsASlugOrSaysWhatWouldBeRight) {
  for (const std::string& good : {std::string("a"), std::string("cn-js-wuxi"),
                                  std::string("0"), std::string(63, 'x')}) {
    EXPECT_THAT(PlaceId::Parse(good), IsOk()) << good;
  }
  for (const std::string& bad :
       {std::string(""), std::string("-a"), std::string("a-"), std::string("A"),
        std::string("a_b"), std::string("a b"), std::string("无锡"),
        std::string(64, 'x'), std::string("a/b")}) {
    const auto id = PlaceId::Parse(bad);
    EXPECT_EQ(ReasonOf(id.status()), "INVALID_ID") << bad;
    EXPECT_NE(id.status().message().find("lower-case"), std::string::npos);
  }
}

TEST(NameTest, ParsesAndPrintsTheSame) {
  const auto need = NeedName::Parse("places/p/needs/n");
  ASSERT_THAT(need, IsOk());
  EXPECT_EQ(need->parent.value(), "p");
  EXPECT_EQ(need->child.value(), "n");
  EXPECT_EQ(need->ToString(), "places/p/needs/n");
  const auto place = ParseName<PlaceId>("places/p");
  ASSERT_THAT(place, IsOk());
  EXPECT_EQ(ToName(*place), "places/p");
}

TEST(NameTest, RefusesEveryOtherForm) {
  for (const char* bad :
       {"", "places", "places/", "places/p", "places/p/needs",
        "places/p/needs/", "places/p/offers/n", "places/P/needs/n",
        "/places/p/needs/n", "places/p/needs/n/", "places//needs/n",
        "places/-/needs/n"}) {
    EXPECT_EQ(ReasonOf(NeedName::Parse(bad).status()), "INVALID_NAME") << bad;
  }
}

TEST(NameTest, IsOrderedByParentThenChild) {
  EXPECT_LT((NeedName{PlaceId::Trusted("a"), NeedId::Trusted("z")}),
            (NeedName{PlaceId::Trusted("b"), NeedId::Trusted("a")}));
}

TEST(QuantityTest, BecomesBaseUnitsWithinItsLimits) {
  EXPECT_THAT(ToBaseUnits(Units(3), 50, "quantity"),
              IsOkAndHolds(BaseUnits(150)));
  EXPECT_THAT(ToBaseUnits(Units(kMaxBaseUnits), 1, "quantity"), IsOk());
  for (const auto& [units, content] :
       {std::pair<std::int64_t, std::int64_t>{0, 1},
        {-1, 1},
        {kMaxBaseUnits + 1, 1},
        {kMaxBaseUnits, 2},
        {std::int64_t{1} << 62, 4}}) {
    const auto total = ToBaseUnits(Units(units), content, "quantity");
    EXPECT_EQ(ReasonOf(total.status()), "QUANTITY_OUT_OF_RANGE");
    EXPECT_EQ(FieldOf(total.status()), "quantity");
  }
}

}  // namespace
}  // namespace twinaid::model
