// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a write that nobody waits for tells, and when.
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::Eq;
using ::testing::Optional;
using ::testing::SizeIs;

model::Place PlaceNamed(absl::string_view id) {
  auto place = BareRow<model::Place>();
  place.id = model::PlaceId::Trusted(id);
  return place;
}

// What it tells.
absl::Status WaitFor(Store& store, Ending ending,
                     std::function<absl::Status(WriteTransaction&)> body) {
  absl::Status told;
  absl::Notification done;
  store.WriteLater(std::move(body), ending, [&](const absl::Status& status) {
    told = status;
    done.Notify();
  });
  done.WaitForNotification();
  return told;
}

TEST_P(StoreConformance, WriteLaterTellsOnceItIsKept) {
  EXPECT_THAT(WaitFor(store(), Ending::kCommit,
                      [place = PlaceNamed("a")](WriteTransaction& tx) {
                        return tx.places().Insert(place);
                      }),
              IsOk());
  EXPECT_THAT(Find<model::Place>(model::PlaceId::Trusted("a")),
              IsOkAndHolds(Optional(PlaceNamed("a"))));
  Reopen();
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(SizeIs(1)));
}

TEST_P(StoreConformance, WriteLaterTellsTheStatusOfItsBodyAndUndoesIt) {
  EXPECT_THAT(
      WaitFor(store(), Ending::kCommit,
              [](WriteTransaction& tx) -> absl::Status {
                TWINAID_RETURN_IF_ERROR(tx.places().Insert(PlaceNamed("a")));
                return absl::AbortedError("changed my mind");
              }),
      StatusIs(absl::StatusCode::kAborted, "changed my mind"));
  EXPECT_THAT(Find<model::Place>(model::PlaceId::Trusted("a")),
              IsOkAndHolds(Eq(std::nullopt)));
}

TEST_P(StoreConformance, WriteLaterKeepsNothingThatIsOnlyTried) {
  EXPECT_THAT(WaitFor(store(), Ending::kRollBack,
                      [](WriteTransaction& tx) {
                        return tx.places().Insert(PlaceNamed("a"));
                      }),
              IsOk());
  EXPECT_THAT(Find<model::Place>(model::PlaceId::Trusted("a")),
              IsOkAndHolds(Eq(std::nullopt)));
}

// Each its own fate, in the order in which they were asked for.
TEST_P(StoreConformance, ManyWritesLaterAreToldEachItsOwn) {
  constexpr int kMany = 600;
  std::vector<absl::Status> told(kMany, absl::UnknownError("not told"));
  std::vector<int> order;  // of the bodies: one thread carries them out
  absl::BlockingCounter left(kMany);
  for (int i = 0; i < kMany; ++i) {
    store().WriteLater(
        [&order, i](WriteTransaction& tx) -> absl::Status {
          order.push_back(i);
          TWINAID_RETURN_IF_ERROR(
              tx.places().Insert(PlaceNamed(absl::StrCat("p-", i))));
          return i % 3 == 0 ? absl::AbortedError(absl::StrCat(i))
                            : absl::OkStatus();
        },
        Ending::kCommit,
        [&told, &left, i](const absl::Status& status) {
          told[static_cast<std::size_t>(i)] = status;
          left.DecrementCount();
        });
  }
  left.Wait();
  ASSERT_THAT(order, SizeIs(kMany));
  for (int i = 0; i < kMany; ++i) {
    EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
    const absl::Status& status = told[static_cast<std::size_t>(i)];
    if (i % 3 == 0) {
      EXPECT_THAT(status,
                  StatusIs(absl::StatusCode::kAborted, absl::StrCat(i)));
    } else {
      EXPECT_THAT(status, IsOk());
    }
  }
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(SizeIs(kMany / 3 * 2)));
}

}  // namespace
}  // namespace twinaid::store
