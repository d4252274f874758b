// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Requests that are committed together: one sync for all, one fate where the
// disk fails, and each its own answer where it does not.
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/office_server.h"
#include "tests/faults/store/reference.h"
#include "tests/faults/vfs/fault_vfs.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

using ::testing::IsEmpty;

constexpr char kVfs[] = "group-commit";
constexpr std::size_t kMembers = 5;

store::SqliteTuning Tuning() {
  store::SqliteTuning tuning;
  tuning.vfs = kVfs;
  return tuning;
}

// The world, then a group of five of which one is only tried and one refused.
std::vector<Group> WorldAndGroup() {
  std::vector<Group> groups = {{MakeWorld()}, {}};
  for (std::uint64_t seed = 0; groups[1].size() < kMembers; ++seed) {
    // The first request of an office makes a need, or an offer.
    Request request = MakeGroups(seed)[0][0];
    request.validate_only = groups[1].size() == 1;
    if (groups[1].size() == 2) {
      request.body = [](core::Mutation&) -> absl::StatusOr<std::string> {
        return absl::FailedPreconditionError("refused");
      };
    }
    request.id = absl::StrCat("r-", seed);
    groups[1].push_back(request);
  }
  return groups;
}

class GroupCommit : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_THAT(server_.Start(), IsOk());
    server_.AskInTurn(reference_.groups[0], TimeOf(0), 0);
    server_.Stop();
    before_ = vfs_.Image();
  }

  std::vector<absl::StatusOr<std::string>> Ask() {
    return server_.AskTogether(reference_.groups[1], TimeOf(1),
                               reference_.last_ids[1]);
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FaultVfs vfs_{kVfs};
  OfficeServer server_{path_, Tuning()};
  const Reference reference_ = MakeReference(WorldAndGroup());
  Disk before_;
};

TEST_F(GroupCommit, SyncsOnceForAll) {
  ASSERT_THAT(server_.Start(), IsOk());
  // The first commit makes the log.
  ASSERT_THAT(server_.store().Write([](store::WriteTransaction& tx) {
    model::Place place;
    place.id = model::PlaceId::Trusted("first");
    return tx.places().Insert(place);
  }),
              IsOk());
  vfs_.Arm(Fault());
  Ask();
  EXPECT_EQ(vfs_.calls(Call::kSync), 1);
  server_.Stop();
}

TEST_F(GroupCommit, GivesEachItsOwnAnswer) {
  ASSERT_THAT(server_.Start(), IsOk());
  Progress progress = {1, 1, 0};
  EXPECT_THAT(Account(reference_, 1, Ask(), progress), IsEmpty());
  EXPECT_EQ(progress.kept_at_least, 2U);
  EXPECT_THAT(Check(server_, path_, Tuning(), reference_, progress), IsEmpty());
  server_.Stop();
}

// Each call of the disk in turn: who is told that it is not sure is told so
// with all the others, and asks again.
TEST_F(GroupCommit, HasOneFateWhereTheDiskFails) {
  std::set<std::string> fates;
  bool struck = true;
  for (Fault fault = {Fault::Kind::kIoError, 1, false, 0}; struck;
       ++fault.call) {
    SCOPED_TRACE(absl::StrCat("call ", fault.call));
    vfs_.Insert(before_);
    ASSERT_THAT(server_.Start(), IsOk());
    vfs_.Arm(fault);
    const auto answers = Ask();
    Progress progress = {1, 1, 0};
    ASSERT_THAT(Account(reference_, 1, answers, progress), IsEmpty());
    std::set<std::string> reasons;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const bool to_be_kept = !reference_.groups[1][i].validate_only &&
                              reference_.answers[1][i].ok();
      if (to_be_kept) reasons.insert(model::ReasonOf(answers[i].status()));
    }
    EXPECT_EQ(reasons.size(), 1U) << "one fate for all";
    fates.insert(reasons.begin(), reasons.end());
    server_.Stop();
    struck = vfs_.struck();
    vfs_.CutPower(static_cast<std::uint64_t>(fault.call));
    vfs_.PowerOn();
    ASSERT_THAT(server_.Start(), IsOk());
    ASSERT_THAT(Check(server_, path_, Tuning(), reference_, progress),
                IsEmpty());
    server_.Stop();
  }
  // Before the COMMIT, in it, and not at all.
  EXPECT_EQ(fates, (std::set<std::string>{"STORE_UNAVAILABLE",
                                          "OUTCOME_UNKNOWN", ""}));
}

}  // namespace
}  // namespace twinaid::faults
