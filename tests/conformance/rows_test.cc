// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One row at a time: what is put in comes out.
#include <optional>
#include <typeinfo>
#include <vector>

#include "gmock/gmock.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Optional;

TEST_P(StoreConformance, KeepsEveryFieldOfEveryRow) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    SCOPED_TRACE(typeid(R).name());
    ASSERT_THAT(Insert(WholeRow<R>()), IsOk());
    ASSERT_THAT(Insert(BareRow<R>()), IsOk());
    EXPECT_THAT(Find<R>(WholeRow<R>().key()),
                IsOkAndHolds(Optional(WholeRow<R>())));
    EXPECT_THAT(Find<R>(BareRow<R>().key()),
                IsOkAndHolds(Optional(BareRow<R>())));
  });
  Reopen();
  ForEachRowType([&]<typename R>() {
    SCOPED_TRACE(typeid(R).name());
    EXPECT_THAT(Find<R>(WholeRow<R>().key()),
                IsOkAndHolds(Optional(WholeRow<R>())));
    EXPECT_THAT(Find<R>(BareRow<R>().key()),
                IsOkAndHolds(Optional(BareRow<R>())));
  });
}

TEST_P(StoreConformance, UpdatesEveryFieldThereAndBack) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    SCOPED_TRACE(typeid(R).name());
    const R bare = BareRow<R>();
    const R whole = UnderKeyOf(WholeRow<R>(), bare);
    ASSERT_THAT(Insert(bare), IsOk());
    ASSERT_THAT(Update(whole), IsOk());
    EXPECT_THAT(Find<R>(bare.key()), IsOkAndHolds(Optional(whole)));
    ASSERT_THAT(Update(bare), IsOk());
    EXPECT_THAT(Find<R>(bare.key()), IsOkAndHolds(Optional(bare)));
  });
}

TEST_P(StoreConformance, RefusesASecondRowOfTheSameKey) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    SCOPED_TRACE(typeid(R).name());
    const R bare = BareRow<R>();
    ASSERT_THAT(Insert(bare), IsOk());
    EXPECT_THAT(Insert(UnderKeyOf(WholeRow<R>(), bare)),
                StatusIs(absl::StatusCode::kAlreadyExists));
    EXPECT_THAT(Find<R>(bare.key()), IsOkAndHolds(Optional(bare)));
  });
}

TEST_P(StoreConformance, DeletesARowThatNothingRefersTo) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    SCOPED_TRACE(typeid(R).name());
    ASSERT_THAT(Insert(WholeRow<R>()), IsOk());
    ASSERT_THAT(Delete<R>(WholeRow<R>().key()), IsOk());
    EXPECT_THAT(Find<R>(WholeRow<R>().key()), IsOkAndHolds(Eq(std::nullopt)));
    EXPECT_THAT(Insert(WholeRow<R>()), IsOk()) << "the key is free again";
    ASSERT_THAT(Delete<R>(WholeRow<R>().key()), IsOk());
  });
}

TEST_P(StoreConformance, SaysNotFoundForAKeyThatNoRowHas) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    SCOPED_TRACE(typeid(R).name());
    EXPECT_THAT(Find<R>(BareRow<R>().key()), IsOkAndHolds(Eq(std::nullopt)));
    EXPECT_THAT(Update(BareRow<R>()), StatusIs(absl::StatusCode::kNotFound));
    EXPECT_THAT(Delete<R>(BareRow<R>().key()),
                StatusIs(absl::StatusCode::kNotFound));
  });
}

TEST_P(StoreConformance, StoresALinkOfTwoPlacesAndAKindOnceInEitherDirection) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  const auto link = WholeRow<model::SisterLink>();
  ASSERT_THAT(Insert(link), IsOk());
  auto turned = link;
  turned.id = model::SisterLinkId::Trusted("turned");
  turned.place_a = link.place_b;
  turned.place_b = link.place_a;
  EXPECT_THAT(Insert(turned), StatusIs(absl::StatusCode::kAlreadyExists));
  turned.kind = model::LinkKind::kSisterCity;
  EXPECT_THAT(Insert(turned), IsOk());
}

TEST_P(StoreConformance, OrdersRowsByKeyParentFirst) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  auto low = WholeRow<model::Need>();
  low.name.child = model::NeedId::Trusted("a-0");
  auto high = BareRow<model::Need>();
  high.name.child = model::NeedId::Trusted("0");
  ASSERT_THAT(Insert(high), IsOk());
  ASSERT_THAT(Insert(low), IsOk());
  const auto rows = List<model::Need>();
  ASSERT_THAT(rows, IsOk());
  std::vector<std::string> names;
  for (const model::Need& row : *rows) names.push_back(row.name.ToString());
  EXPECT_THAT(names,
              ElementsAre("places/base-a/needs/a-0", "places/base-a/needs/base",
                          "places/base-b/needs/0", "places/base-c/needs/base"));
}

}  // namespace
}  // namespace twinaid::store
