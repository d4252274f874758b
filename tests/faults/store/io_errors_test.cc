// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The n-th call of the disk fails, once and for ever, for every n, in every
// kind of mutation: nothing is lost or doubled, and nobody is told what is not
// so.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/every_mutation.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

using ::testing::IsEmpty;

constexpr char kVfs[] = "io-errors";

store::SqliteTuning Tuning() {
  store::SqliteTuning tuning;
  tuning.vfs = kVfs;
  // Each commit is followed by a checkpoint, which fails too.
  tuning.checkpoint_pages = 1;
  tuning.checkpoint_apart = false;  // the n-th call is the same one each time
  return tuning;
}

const Reference& Everything() {
  static const auto& reference = *new Reference(MakeReference(EveryMutation()));
  return reference;
}

class IoErrors : public ::testing::TestWithParam<std::size_t> {
 protected:
  // The disk as a stopped server leaves it before the mutation.
  void SetUp() override {
    ASSERT_THAT(server_.Start(), IsOk());
    for (std::size_t g = 0; g < GetParam(); ++g) {
      Ask(g);
    }
    server_.Stop();
    before_ = vfs_.Image();
  }

  std::vector<absl::StatusOr<std::string>> Ask(std::size_t group) {
    return server_.AskInTurn(Everything().groups[group], TimeOf(group),
                             Everything().last_ids[group]);
  }

  // The mutation with the fault armed; false if it was not reached.
  bool TryWith(const Fault& fault) {
    SCOPED_TRACE(absl::StrCat(
        Everything().groups[GetParam()][0].id, ", call ", fault.call, " fails ",
        fault.for_ever ? "for ever" : "once",
        fault.kind == Fault::Kind::kFull ? " with FULL" : " with IOERR"));
    vfs_.Insert(before_);
    EXPECT_THAT(server_.Start(), IsOk());
    Progress progress;
    progress.kept_at_least = GetParam();
    progress.asked = GetParam();
    progress.again_from = GetParam() - 1;
    vfs_.Arm(fault);
    const auto answers = Ask(GetParam());
    EXPECT_THAT(Account(Everything(), GetParam(), answers, progress),
                IsEmpty());
    bool struck = vfs_.struck();
    if (!answers[0].ok()) {
      if (fault.kind == Fault::Kind::kFull) {
        SeesThatOnlyRoomIsMissing(answers[0].status());
      } else {
        SeesThatTheStoreIsOfNoUse(answers[0].status());
      }
    } else if (fault.kind == Fault::Kind::kIoError) {
      SeesThatACheckpointWasLookedAt();
    }
    // The checkpoint comes after the answer.
    server_.Stop();
    struck = struck || vfs_.struck();
    // Some end their process, some lose their power too.
    vfs_.Arm(Fault());
    if (fault.call % 2 == 0)
      vfs_.CutPower(static_cast<std::uint64_t>(fault.call));
    vfs_.PowerOn();
    EXPECT_THAT(server_.Start(), IsOk());
    EXPECT_THAT(Check(server_, path_, Tuning(), Everything(), progress),
                IsEmpty());
    server_.Stop();
    return struck;
  }

  void SeesThatTheStoreIsOfNoUse(const absl::Status& answer) {
    const std::string reason = model::ReasonOf(answer);
    EXPECT_TRUE(reason == "OUTCOME_UNKNOWN" || reason == "STORE_UNAVAILABLE")
        << answer;
    vfs_.Arm(Fault());
    EXPECT_EQ(model::ReasonOf(server_.store().Health()), "STORE_UNAVAILABLE");
    EXPECT_EQ(model::ReasonOf(Ask(GetParam())[0].status()),
              "STORE_UNAVAILABLE");
    EXPECT_EQ(model::ReasonOf(ContentsOf(server_.work()).status()),
              "STORE_UNAVAILABLE");
  }

  // What fails after the answer ends the use of the store too.
  void SeesThatACheckpointWasLookedAt() {
    const absl::Status next = server_.store().Write(
        [](store::WriteTransaction&) { return absl::OkStatus(); },
        store::Ending::kRollBack);
    EXPECT_EQ(next.ok(), !vfs_.struck()) << next;
    if (!next.ok()) {
      EXPECT_EQ(model::ReasonOf(next), "STORE_UNAVAILABLE");
      EXPECT_EQ(server_.store().Health().code(), next.code());
    }
  }

  // Reads go on, and so do writes once there is room.
  void SeesThatOnlyRoomIsMissing(const absl::Status& answer) {
    EXPECT_EQ(model::ReasonOf(answer), "STORE_FULL");
    EXPECT_THAT(server_.store().Health(), IsOk());
    auto contents = ContentsOf(server_.work());
    ASSERT_THAT(contents, IsOk());
    EXPECT_TRUE(*contents == Everything().contents[GetParam()]);
    vfs_.Arm(Fault());
    EXPECT_THAT(Ask(GetParam())[0],
                IsOkAndHolds(*Everything().answers[GetParam()][0]));
    contents = ContentsOf(server_.work());
    ASSERT_THAT(contents, IsOk());
    EXPECT_TRUE(*contents == Everything().contents[GetParam() + 1]);
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FaultVfs vfs_{kVfs};
  OfficeServer server_{path_, Tuning()};
  Disk before_;
};

TEST_P(IoErrors, LoseNothingAndDoubleNothing) {
  ASSERT_THAT(Everything().answers[GetParam()][0], IsOk());
  for (const auto kind : {Fault::Kind::kIoError, Fault::Kind::kFull}) {
    for (const bool for_ever : {false, true}) {
      Fault fault;
      fault.kind = kind;
      fault.for_ever = for_ever;
      fault.call = 1;
      while (TryWith(fault)) {
        if (HasFailure()) return;
        fault.call += TWINAID_EVERY_NTH_CALL;
      }
      // Not for want of anything to fail.
      EXPECT_GT(fault.call, 3);
    }
  }
}

// After the world, which was made before there was anything to lose.
INSTANTIATE_TEST_SUITE_P(
    InEvery, IoErrors,
    ::testing::Range<std::size_t>(1, Everything().groups.size()),
    [](const ::testing::TestParamInfo<std::size_t>& of) {
      std::string name = Everything().groups[of.param][0].id;
      for (char& c : name) c = c == '-' ? '_' : c;
      return name;
    });

}  // namespace
}  // namespace twinaid::faults
