// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The n-th call of the disk fails while the store is opened, read or closed:
// it says so, or all is well.
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/every_mutation.h"
#include "tests/faults/store/office_server.h"
#include "tests/faults/store/reference.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

using ::testing::AnyOf;
using ::testing::IsEmpty;

constexpr char kVfs[] = "starts-and-reads";

store::SqliteTuning Tuning() {
  store::SqliteTuning tuning;
  tuning.vfs = kVfs;
  return tuning;
}

class StartsAndReads : public ::testing::TestWithParam<bool> {
 protected:
  // A server that was killed: its log is there, not yet in the database.
  void SetUp() override {
    ASSERT_THAT(server_.Start(), IsOk());
    for (std::size_t g = 0; g < reference_.groups.size(); ++g) {
      server_.AskInTurn(reference_.groups[g], TimeOf(g),
                        reference_.last_ids[g]);
    }
    before_ = vfs_.Image();
    server_.Stop();
    progress_.kept_at_least = reference_.groups.size();
    progress_.asked = reference_.groups.size();
    progress_.again_from = reference_.groups.size() - 3;
  }

  Fault FaultAt(std::int64_t call) const {
    return {Fault::Kind::kIoError, call, GetParam(), 0};
  }

  // Stops what runs, starts anew without a fault, and looks.
  std::string CheckAfterwards() {
    server_.Stop();
    vfs_.PowerOn();
    const absl::Status started = server_.Start();
    if (!started.ok()) return InWords(started);
    std::string wrong = Check(server_, path_, Tuning(), reference_, progress_);
    server_.Stop();
    return wrong;
  }

  // All events, one after the other.
  absl::Status ReadEvents(std::vector<model::Event>& events) {
    return server_.store().Read(
        [&](const store::ReadTransaction& tx) -> absl::Status {
          TWINAID_ASSIGN_OR_RETURN(
              events, tx.events().List(store::EventQuery{}, std::nullopt, 0));
          return absl::OkStatus();
        });
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FaultVfs vfs_{kVfs};
  OfficeServer server_{path_, Tuning()};
  const Reference reference_ = MakeReference(EveryMutation());
  Disk before_;
  Progress progress_;
};

TEST_P(StartsAndReads, SayThatTheStoreCannotBeOpened) {
  bool struck = true;
  std::int64_t reached = 0;
  for (std::int64_t call = 1; struck; ++call) {
    SCOPED_TRACE(absl::StrCat("call ", call));
    vfs_.Insert(before_);
    vfs_.Arm(FaultAt(call));
    const absl::Status started = server_.Start();
    struck = vfs_.struck();
    if (!started.ok()) {
      EXPECT_TRUE(struck);
      EXPECT_THAT(started, AnyOf(StatusIs(absl::StatusCode::kUnavailable),
                                 StatusIs(absl::StatusCode::kDataLoss)));
    }
    ASSERT_THAT(CheckAfterwards(), IsEmpty());
    reached = call;
  }
  EXPECT_GT(reached, 5) << "there is something to fail";
}

TEST_P(StartsAndReads, TellEveryReaderThatTheDiskFailed) {
  bool struck = true;
  std::int64_t reached = 0;
  for (std::int64_t call = 1; struck; ++call) {
    SCOPED_TRACE(absl::StrCat("call ", call));
    vfs_.Insert(before_);
    ASSERT_THAT(server_.Start(), IsOk());
    vfs_.Arm(FaultAt(call));
    std::vector<model::Event> events;
    const absl::Status read = ReadEvents(events);
    struck = vfs_.struck();
    if (read.ok()) {
      EXPECT_TRUE(events == reference_.contents.back().events);
    } else {
      EXPECT_TRUE(struck);
      EXPECT_EQ(model::ReasonOf(read), "STORE_UNAVAILABLE");
    }
    // The next reader has a disk again.
    vfs_.Arm(Fault());
    EXPECT_THAT(ReadEvents(events), IsOk());
    EXPECT_TRUE(events == reference_.contents.back().events);
    EXPECT_THAT(server_.store().Health(), IsOk());
    server_.Stop();
    reached = call;
  }
  EXPECT_GT(reached, 5) << "there is something to fail";
}

TEST_P(StartsAndReads, LoseNothingWhenTheStoreIsClosed) {
  bool struck = true;
  std::int64_t reached = 0;
  for (std::int64_t call = 1; struck; ++call) {
    SCOPED_TRACE(absl::StrCat("call ", call));
    vfs_.Insert(before_);
    ASSERT_THAT(server_.Start(), IsOk());
    vfs_.Arm(FaultAt(call));
    server_.Stop();
    struck = vfs_.struck();
    vfs_.CutPower(static_cast<std::uint64_t>(call));
    ASSERT_THAT(CheckAfterwards(), IsEmpty());
    reached = call;
  }
  EXPECT_GT(reached, 5) << "there is something to fail";
}

INSTANTIATE_TEST_SUITE_P(Failing, StartsAndReads, ::testing::Bool(),
                         [](const ::testing::TestParamInfo<bool>& of) {
                           return of.param ? "ForEver" : "Once";
                         });

}  // namespace
}  // namespace twinaid::faults
