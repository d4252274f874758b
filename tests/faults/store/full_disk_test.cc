// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A disk, a quota or a file that is full: what needs room is refused and not
// stored, reads go on, and writes resume without a restart. tests/faults/store/
// io_errors_test.cc does the same to every kind of mutation.
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/core/inventory.h"
#include "service/model/errors.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/office_server.h"
#include "tests/faults/store/reference.h"
#include "tests/service/core/world.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

constexpr int kLongNote = 8000;
constexpr int kTries = 2000;

// A need with a note of so many bytes.
Request NeedWithNote(const std::string& id, std::size_t bytes) {
  model::Need need = core::NeedOf("san-antonio", id, "gowns", 1);
  need.note = std::string(bytes, 'x');
  return {"r-" + id, false,
          [need](core::Mutation& m) -> absl::StatusOr<std::string> {
            const auto made = core::CreateNeed(m, need);
            if (!made.ok()) return made.status();
            return made->name.ToString();
          }};
}

std::size_t NeedsIn(OfficeServer& server) {
  const auto contents = ContentsOf(server.work());
  EXPECT_THAT(contents, IsOk());
  return contents.ok() ? contents->holdings.needs.size() : 0;
}

// Makes needs until one is refused; its number, and why.
struct Refusal {
  int number = 0;
  absl::Status status;
};
Refusal FillUp(OfficeServer& server, int first = 1) {
  for (int i = first; i <= kTries; ++i) {
    const auto answer =
        Ask(server.work(), NeedWithNote(absl::StrCat("n", i), kLongNote));
    if (!answer.ok()) return {i, answer.status()};
  }
  return {};
}

class FullDatabase : public ::testing::Test {
 protected:
  static constexpr std::int64_t kPages = 250;

  void SetUp() override {
    ASSERT_THAT(server_.Start(), IsOk());
    ASSERT_THAT(Ask(server_.work(), MakeWorld()), IsOk());
    refused_ = FillUp(server_);
    ASSERT_EQ(model::ReasonOf(refused_.status), "STORE_FULL")
        << refused_.status;
    EXPECT_THAT(refused_.status,
                StatusIs(absl::StatusCode::kResourceExhausted));
    ASSERT_GT(refused_.number, 1);
    stored_ = static_cast<std::size_t>(refused_.number - 1);
  }

  // Deletes two needs, which no caller can.
  void MakeRoom() {
    ASSERT_THAT(server_.store().Write([&](store::WriteTransaction& tx) {
      absl::Status status =
          tx.needs().Delete(core::NeedOf("san-antonio", "n1", "gowns", 1).name);
      if (!status.ok()) return status;
      return tx.needs().Delete(
          core::NeedOf("san-antonio", "n2", "gowns", 1).name);
    }),
                IsOk());
  }

  const ScratchFolder folder_;
  OfficeServer server_{folder_.File("twinaid.db"), [] {
                         store::SqliteTuning tuning;
                         tuning.max_pages = kPages;
                         return tuning;
                       }()};
  Refusal refused_;
  std::size_t stored_ = 0;
};

TEST_F(FullDatabase, IsReadAndIsHealthy) {
  EXPECT_EQ(NeedsIn(server_), stored_);
  EXPECT_THAT(server_.store().Health(), IsOk());
}

TEST_F(FullDatabase, RefusesAgainAndStillStoresNothing) {
  const auto answer =
      Ask(server_.work(),
          NeedWithNote(absl::StrCat("n", refused_.number), kLongNote));
  EXPECT_EQ(model::ReasonOf(answer.status()), "STORE_FULL");
  EXPECT_EQ(NeedsIn(server_), stored_);
}

TEST_F(FullDatabase, TakesWritesAgainOnceThereIsRoom) {
  MakeRoom();
  EXPECT_THAT(Ask(server_.work(),
                  NeedWithNote(absl::StrCat("n", refused_.number), kLongNote)),
              IsOk());
  EXPECT_EQ(NeedsIn(server_), stored_ - 1);
}

// One that is too big for what is left, between two that are not: they are
// stored, or hear that they were not.
TEST_F(FullDatabase, TellsEachOfAGroupWhatBecameOfIt) {
  MakeRoom();
  Group group;
  group.push_back(NeedWithNote("small-1", 1));
  Request big = NeedWithNote("big", kLongNote);
  big.body = [](core::Mutation& m) -> absl::StatusOr<std::string> {
    for (int i = 0; i < 20; ++i) {
      model::Need need =
          core::NeedOf("san-antonio", absl::StrCat("big-", i), "gowns", 1);
      need.note = std::string(kLongNote, 'x');
      const auto made = core::CreateNeed(m, need);
      if (!made.ok()) return made.status();
    }
    return std::string("all");
  };
  group.push_back(big);
  group.push_back(NeedWithNote("small-2", 1));
  const std::size_t before = NeedsIn(server_);
  const auto answers = server_.AskTogether(group, TimeOf(1), 5000);
  EXPECT_EQ(model::ReasonOf(answers[1].status()), "STORE_FULL");
  std::size_t kept = 0;
  for (const std::size_t i : {0U, 2U}) {
    if (answers[i].ok()) {
      ++kept;
    } else {
      EXPECT_EQ(model::ReasonOf(answers[i].status()), "STORE_FULL");
    }
  }
  EXPECT_EQ(NeedsIn(server_), before + kept);
  EXPECT_THAT(Ask(server_.work(), group[0]), IsOk());
  EXPECT_THAT(Ask(server_.work(), group[2]), IsOk());
  EXPECT_EQ(NeedsIn(server_), before + 2);
}

// The largest file that this process may write.
void LimitFilesTo(rlim_t bytes) {
  rlimit limit = {};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  setrlimit(RLIMIT_FSIZE, &limit);
}

// Ends the child with 1 and says why unless the condition holds.
void Require(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what.c_str());
  std::_Exit(1);
}

// In a process of its own: no file of it may grow, then it may.
void LiveThroughAFullFile(const std::string& path) {
  // As the server does.
  std::signal(SIGXFSZ, SIG_IGN);
  OfficeServer server(path, store::SqliteTuning());
  Require(server.Start().ok(), "it starts");
  Require(Ask(server.work(), MakeWorld()).ok(), "the world is made");
  constexpr rlim_t kMore = 200000;
  LimitFilesTo(std::filesystem::file_size(path + "-wal") + kMore);
  Refusal refused = FillUp(server);
  const std::string reason = model::ReasonOf(refused.status);
  Require(reason == "STORE_FULL",
          absl::StrCat("the reason is STORE_FULL, it is ", reason, ": ",
                       InWords(refused.status)));
  const auto stored = static_cast<std::size_t>(refused.number - 1);
  Require(stored > 0, "some fit");
  Require(NeedsIn(server) == stored, "reads go on");
  Require(server.store().Health().ok(), "it is healthy");
  // The log is brought in and begins anew, until the database may not grow
  // either.
  for (int last = 0; refused.number != last;) {
    last = refused.number;
    refused = FillUp(server, last);
    Require(model::ReasonOf(refused.status) == "STORE_FULL", "it fills up");
  }
  const auto more = static_cast<std::size_t>(refused.number - 1);
  Require(more > stored, "the log was of use again");
  const Request again =
      NeedWithNote(absl::StrCat("n", refused.number), kLongNote);
  Require(!Ask(server.work(), again).ok(), "it is full still");
  LimitFilesTo(RLIM_INFINITY);
  Require(Ask(server.work(), again).ok(), "writes resume");
  Require(NeedsIn(server) == more + 1, "what was refused is there once");
  server.Stop();
  Require(server.Start().ok(), "it starts again");
  Require(NeedsIn(server) == more + 1, "all is there after a restart");
  server.Stop();
  std::_Exit(0);
}

TEST(FullFile, IsAFullDiskAndNoBrokenOne) {
  const ScratchFolder folder;
  EXPECT_EXIT(LiveThroughAFullFile(folder.File("twinaid.db")),
              ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace twinaid::faults
