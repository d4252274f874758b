// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a transaction keeps, undoes and shows to others.
#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Optional;
using ::testing::SizeIs;

model::Place PlaceNamed(absl::string_view id) {
  auto place = BareRow<model::Place>();
  place.id = model::PlaceId::Trusted(id);
  return place;
}

TEST_P(StoreConformance, ShowsATransactionWhatItWroteItself) {
  const auto body = [](WriteTransaction& tx) -> absl::Status {
    const auto place = BareRow<model::Place>();
    TWINAID_RETURN_IF_ERROR(tx.places().Insert(place));
    EXPECT_THAT(tx.places().Find(place.id), IsOkAndHolds(Optional(place)));
    auto renamed = place;
    renamed.name_en = "New";
    TWINAID_RETURN_IF_ERROR(tx.places().Update(renamed));
    EXPECT_THAT(tx.places().Find(place.id), IsOkAndHolds(Optional(renamed)));
    EXPECT_THAT(tx.places().List({}, std::nullopt, 0), IsOkAndHolds(SizeIs(1)));
    TWINAID_RETURN_IF_ERROR(tx.places().Delete(place.id));
    EXPECT_THAT(tx.places().Find(place.id), IsOkAndHolds(Eq(std::nullopt)));
    return absl::OkStatus();
  };
  EXPECT_THAT(store().Write(body), IsOk());
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(IsEmpty()));
}

TEST_P(StoreConformance, UndoesAllOfAFailedTransactionAndReturnsItsStatus) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  const auto place = *Find<model::Place>(model::PlaceId::Trusted("base-a"));
  ASSERT_TRUE(place.has_value());
  const auto body = [&](WriteTransaction& tx) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(tx.places().Insert(PlaceNamed("new")));
    auto renamed = *place;
    renamed.name_en = "New";
    TWINAID_RETURN_IF_ERROR(tx.places().Update(renamed));
    TWINAID_RETURN_IF_ERROR(tx.pairings().Delete(
        {model::SchemeId::Trusted("base"), model::PairingId::Trusted("base")}));
    TWINAID_RETURN_IF_ERROR(tx.AppendEvent(NextEvent({})));
    TWINAID_RETURN_IF_ERROR(
        tx.SaveAnswer({"p", "m", "r", "hash", "answer", absl::UnixEpoch()}));
    return absl::AbortedError("changed my mind");
  };
  EXPECT_THAT(store().Write(body),
              StatusIs(absl::StatusCode::kAborted, "changed my mind"));
  EXPECT_THAT(Find<model::Place>(model::PlaceId::Trusted("new")),
              IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(Find<model::Place>(place->id), IsOkAndHolds(Optional(*place)));
  EXPECT_THAT(List<model::Pairing>(), IsOkAndHolds(SizeIs(1)));
  EXPECT_THAT(List<model::Event>(), IsOkAndHolds(IsEmpty()));
  EXPECT_THAT(store().Read([](const ReadTransaction& tx) {
    EXPECT_THAT(tx.FindAnswer("p", "m", "r"), IsOkAndHolds(Eq(std::nullopt)));
    EXPECT_THAT(tx.LastEvent(), IsOkAndHolds(Eq(std::nullopt)));
    return absl::OkStatus();
  }),
              IsOk());
}

TEST_P(StoreConformance, KeepsNothingOfATransactionThatIsOnlyTried) {
  const auto body = [](WriteTransaction& tx) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(InsertBaseRows(tx));
    return tx.AppendEvent(NextEvent({}));
  };
  EXPECT_THAT(store().Write(body, Ending::kRollBack), IsOk());
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(IsEmpty()));
  EXPECT_THAT(List<model::Event>(), IsOkAndHolds(IsEmpty()));
  Reopen();
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(IsEmpty()));
}

TEST_P(StoreConformance, TellsAnErrorOfATransactionThatIsOnlyTried) {
  const auto twice = [](WriteTransaction& tx) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(tx.places().Insert(PlaceNamed("same")));
    return tx.places().Insert(PlaceNamed("same"));
  };
  EXPECT_THAT(store().Write(twice, Ending::kRollBack),
              StatusIs(absl::StatusCode::kAlreadyExists));
}

TEST_P(StoreConformance, KeepsWhatWasWrittenWhenItIsOpenedAgain) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  const auto before = List<model::Place>();
  ASSERT_THAT(before, IsOk());
  Reopen();
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(Eq(*before)));
  EXPECT_THAT(Insert(PlaceNamed("base-a")),
              StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(store().Health(), IsOk());
}

TEST_P(StoreConformance, ReturnsTheStatusOfAReadingBody) {
  EXPECT_THAT(store().Read([](const ReadTransaction&) {
    return absl::CancelledError("enough");
  }),
              StatusIs(absl::StatusCode::kCancelled, "enough"));
}

TEST_P(StoreConformance, ReadsOneSnapshotWhateverIsWrittenMeanwhile) {
  ASSERT_THAT(Insert(PlaceNamed("first")), IsOk());
  absl::Notification read_once;
  std::atomic<bool> written = false;
  std::thread writer([&] {
    read_once.WaitForNotification();
    EXPECT_THAT(Insert(PlaceNamed("second")), IsOk());
    written = true;
  });
  // A store may make the writer wait for the reader, or not: both are
  // snapshots. So the reader does not wait for the writer.
  constexpr int kReads = 50;
  EXPECT_THAT(store().Read([&](const ReadTransaction& tx) -> absl::Status {
    EXPECT_THAT(tx.places().List({}, std::nullopt, 0), IsOkAndHolds(SizeIs(1)));
    read_once.Notify();
    for (int i = 0; i < kReads; ++i) {
      EXPECT_THAT(tx.places().List({}, std::nullopt, 0),
                  IsOkAndHolds(SizeIs(1)));
    }
    return absl::OkStatus();
  }),
              IsOk());
  writer.join();
  EXPECT_TRUE(written);
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(SizeIs(2)));
}

TEST_P(StoreConformance, NeverShowsAnUnfinishedTransaction) {
  constexpr int kRounds = 40;
  std::atomic<bool> done = false;
  std::thread reader([&] {
    while (!done) {
      const auto places = List<model::Place>();
      ASSERT_THAT(places, IsOk());
      EXPECT_EQ(places->size() % 2, 0U) << "half of a transaction was seen";
    }
  });
  for (int i = 0; i < kRounds; ++i) {
    EXPECT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
      TWINAID_RETURN_IF_ERROR(
          tx.places().Insert(PlaceNamed(absl::StrCat("a-", i))));
      TWINAID_RETURN_IF_ERROR(
          tx.places().Insert(PlaceNamed(absl::StrCat("b-", i))));
      return i % 3 == 0 ? absl::AbortedError("no") : absl::OkStatus();
    }),
                i % 3 == 0 ? testing::Matcher<absl::Status>(
                                 StatusIs(absl::StatusCode::kAborted))
                           : testing::Matcher<absl::Status>(IsOk()));
  }
  done = true;
  reader.join();
}

// Many at once: whatever is committed together, each lives or dies alone.
TEST_P(StoreConformance, LetsAFailingWriteUndoNothingOfItsNeighbours) {
  constexpr int kWriters = 16;
  constexpr int kWrites = 12;
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&, w] {
      for (int i = 0; i < kWrites; ++i) {
        const int kind = (w + i) % 3;
        const auto body = [&](WriteTransaction& tx) -> absl::Status {
          TWINAID_RETURN_IF_ERROR(
              tx.places().Insert(PlaceNamed(absl::StrCat("w", w, "-", i))));
          return kind == 0 ? tx.places().Insert(
                                 PlaceNamed(absl::StrCat("w", w, "-", i)))
                           : absl::OkStatus();
        };
        const absl::Status status = store().Write(
            body, kind == 1 ? Ending::kRollBack : Ending::kCommit);
        EXPECT_EQ(status.code(), kind == 0 ? absl::StatusCode::kAlreadyExists
                                           : absl::StatusCode::kOk)
            << status;
        // What was answered is there, at once and for everybody.
        EXPECT_THAT(
            Find<model::Place>(
                model::PlaceId::Trusted(absl::StrCat("w", w, "-", i))),
            IsOkAndHolds(Eq(kind == 2 ? std::optional(PlaceNamed(
                                            absl::StrCat("w", w, "-", i)))
                                      : std::nullopt)));
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  constexpr int kKept = kWriters * kWrites / 3;
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(SizeIs(kKept)));
  Reopen();
  EXPECT_THAT(List<model::Place>(), IsOkAndHolds(SizeIs(kKept)));
}

// Read, decide, write: nobody comes between.
TEST_P(StoreConformance, NeverPromisesMoreThanThereIs) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  auto offer = WholeRow<model::Offer>();
  offer.closed = model::Closed::kNo;
  offer.tallies = {};
  offer.total = model::BaseUnits(20);
  ASSERT_THAT(Insert(offer), IsOk());
  constexpr int kCallers = 16;
  constexpr int kTries = 3;
  std::atomic<int> promised = 0;
  std::vector<std::thread> callers;
  for (int c = 0; c < kCallers; ++c) {
    callers.emplace_back([&] {
      for (int i = 0; i < kTries; ++i) {
        const auto body = [&](WriteTransaction& tx) -> absl::Status {
          TWINAID_ASSIGN_OR_RETURN(auto row, tx.offers().Find(offer.name));
          if (row->available() < model::BaseUnits(1)) {
            return absl::FailedPreconditionError("nothing left");
          }
          row->tallies.proposed += model::BaseUnits(1);
          return tx.offers().Update(*row);
        };
        if (store().Write(body).ok()) ++promised;
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(promised, 20);
  const auto row = Find<model::Offer>(offer.name);
  ASSERT_THAT(row, IsOk());
  EXPECT_EQ((*row)->available(), model::BaseUnits(0));
}

}  // namespace
}  // namespace twinaid::store
