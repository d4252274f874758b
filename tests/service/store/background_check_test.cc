// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/background_check.h"

#include <filesystem>
#include <string>

#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/service/store/small_office.h"

namespace twinaid::store {
namespace {

using ::testing::HasSubstr;

constexpr char kOneRow[] = "UPDATE places SET name_en = 'x' WHERE id = 'p3'";

TEST(BackgroundCheck, FindsNothingInAWholeStore) {
  SmallOffice office;
  EXPECT_THAT(office.store().CheckNow(), IsOk());
  EXPECT_THAT(office.store().Health(), IsOk());
}

TEST(BackgroundCheck, FindsARowThatNobodyReadAndHealthSaysSoForGood) {
  SmallOffice office;
  office.Alter(kOneRow);
  EXPECT_THAT(office.store().Health(), IsOk());
  EXPECT_EQ(model::ReasonOf(office.store().CheckNow()), "ROW_DAMAGED");
  EXPECT_THAT(office.store().Health(),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("p3")));
  EXPECT_THAT(
      office.store().Write([](WriteTransaction&) { return absl::OkStatus(); }),
      StatusIs(absl::StatusCode::kDataLoss));
}

TEST(BackgroundCheck, ComesByItselfAgainAndAgain) {
  SmallOffice office;
  Damage damage;
  absl::Notification thrice;
  int times = 0;
  {
    const BackgroundCheck check(office.path(), {}, absl::Milliseconds(1),
                                damage, [&](const absl::Status& status) {
                                  EXPECT_THAT(status, IsOk());
                                  if (++times == 3) thrice.Notify();
                                });
    thrice.WaitForNotification();
  }
  EXPECT_THAT(damage.Found(), IsOk());
}

TEST(BackgroundCheck, ReportsWhatItFinds) {
  SmallOffice office;
  office.Alter(kOneRow);
  Damage damage;
  absl::Notification checked;
  absl::Status said;
  {
    const BackgroundCheck check(office.path(), {}, absl::Milliseconds(1),
                                damage, [&](const absl::Status& status) {
                                  if (checked.HasBeenNotified()) return;
                                  said = status;
                                  checked.Notify();
                                });
    checked.WaitForNotification();
  }
  EXPECT_EQ(model::ReasonOf(said), "ROW_DAMAGED");
  EXPECT_EQ(damage.Found(), said);
}

TEST(BackgroundCheck, SaysThatTheFileCannotBeReadAndKeepsNoFindingOfIt) {
  SmallOffice office;
  Damage damage;
  BackgroundCheck check(office.File("nowhere/twinaid.db"), {},
                        absl::ZeroDuration(), damage, nullptr);
  EXPECT_THAT(check.CheckNow(), StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(damage.Found(), IsOk());
}

TEST(BackgroundCheck, GoesOnBesideAWriter) {
  SmallOffice office;
  Damage damage;
  absl::Notification twice;
  int times = 0;
  const BackgroundCheck check(office.path(), {}, absl::Milliseconds(1), damage,
                              [&](const absl::Status& status) {
                                EXPECT_THAT(status, IsOk());
                                if (++times == 2) twice.Notify();
                              });
  int written = 0;
  while (!twice.HasBeenNotified()) {
    ASSERT_THAT(office.store().Write([](WriteTransaction& tx) {
      return SmallOffice::Append(tx, "place.updated");
    }),
                IsOk());
    ++written;
  }
  EXPECT_GT(written, 0);
}

// What a start can see by itself.
TEST(StartCheck, RefusesAFileThatWasCutShortAndSaysHowToRestore) {
  SmallOffice office;
  office.Close();
  const auto whole = std::filesystem::file_size(office.path());
  for (const auto bytes : {whole - 1, whole - 4096, whole / 2, whole - whole}) {
    std::filesystem::resize_file(office.path(), bytes);
    EXPECT_THAT(office.Open(), StatusIs(absl::StatusCode::kDataLoss,
                                        HasSubstr("twinaidd restore")))
        << bytes << " of " << whole;
  }
}

TEST(StartCheck, RefusesALedgerWhoseEndDoesNotFit) {
  for (const char* sql :
       {"UPDATE events SET type = 'x' WHERE seq = 5",
        "DELETE FROM event_places WHERE seq = 4; DELETE FROM events WHERE seq "
        "= 4"}) {
    SmallOffice office;
    office.Close();
    {
      const auto connection =
          Connection::Open(office.path(), Connection::Mode::kReadWrite);
      ASSERT_THAT(connection, IsOk());
      ASSERT_THAT((*connection)
                      ->Execute(absl::StrCat(
                          "DROP TRIGGER events_never_change; DROP TRIGGER "
                          "events_never_go; PRAGMA foreign_keys=OFF;",
                          sql)),
                  IsOk());
    }
    EXPECT_THAT(office.Open(), StatusIs(absl::StatusCode::kDataLoss,
                                        HasSubstr("twinaidd restore")))
        << sql;
  }
}

}  // namespace
}  // namespace twinaid::store
