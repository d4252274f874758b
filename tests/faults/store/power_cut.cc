// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/power_cut.h"

#include <sqlite3.h>

#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"

namespace twinaid::faults {
namespace {

constexpr char kVfs[] = "power-cuts";
constexpr int kFewCheckpoints[] = {4, 16, 48, 1000};
constexpr std::uint64_t kCasesOfASeed = 1000;
// Calls of a new start at which the power fails a second time.
constexpr std::uint64_t kCallsOfAStart = 30;

std::vector<Group> WorldAnd(std::vector<Group> groups) {
  groups.insert(groups.begin(), Group{MakeWorld()});
  return groups;
}

// The salts of the write-ahead log come from it.
void SeedSqlite(std::uint64_t seed) {
  sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED,
                       static_cast<int>(seed % 0x7fffffff) + 1, nullptr);
  sqlite3_randomness(0, nullptr);
}

// Holds a snapshot while it lives, so that the log cannot start over.
class LongReader {
 public:
  explicit LongReader(store::Store& store)
      : thread_([this, &store] {
          store
              .Read([this](const store::ReadTransaction& tx) {
                const absl::Status status = tx.LastEvent().status();
                reading_.Notify();
                enough_.WaitForNotification();
                return status;
              })
              .IgnoreError();
          if (!reading_.HasBeenNotified()) reading_.Notify();
        }) {
    reading_.WaitForNotification();
  }
  ~LongReader() {
    enough_.Notify();
    thread_.join();
  }

 private:
  absl::Notification reading_;
  absl::Notification enough_;
  std::thread thread_;
};

}  // namespace

PowerCuts::PowerCuts(std::uint64_t seed, const Setting& setting)
    : seed_(seed),
      setting_(setting),
      path_(folder_.File("twinaid.db")),
      vfs_(kVfs),
      files_(vfs_),
      tuning_([&] {
        Chance chance(seed);
        store::SqliteTuning tuning;
        tuning.vfs = kVfs;
        tuning.files = &files_;
        tuning.synchronous = setting.synchronous;
        tuning.checkpoint_pages =
            kFewCheckpoints[chance.Below(std::size(kFewCheckpoints))];
        tuning.checkpoint_apart = seed % 2 == 1;
        return tuning;
      }()),
      from_nothing_(seed % 8 == 0),
      with_a_reader_(seed % 4 == 1),
      reference_(MakeReference(WorldAnd(MakeGroups(seed)))),
      server_(path_, tuning_) {
  SeedSqlite(seed);
  Progress progress;
  if (!from_nothing_) {
    // A disk on which the world stands, as a stopped server leaves it.
    OfficeServer calm(path_, tuning_);
    if (calm.Start().ok()) {
      calm.AskInTurn(reference_.groups[0], TimeOf(0), 0);
    }
    calm.Stop();
    disk_ = vfs_.Image();
  }
  vfs_.Lie(setting.lying_disk);
  Work(Fault(), progress);
  calls_ = vfs_.calls();
}

std::string PowerCuts::Work(const Fault& fault, Progress& progress) {
  vfs_.Insert(disk_);
  vfs_.Arm(fault);
  progress = {};
  const std::size_t first = from_nothing_ ? 0 : 1;
  progress.kept_at_least = first;
  progress.asked = first;
  std::string wrong;
  const absl::Status started = server_.Start();
  if (started.ok()) {
    std::unique_ptr<LongReader> reader;
    if (with_a_reader_) reader = std::make_unique<LongReader>(server_.store());
    for (std::size_t g = first; g < reference_.groups.size(); ++g) {
      if (vfs_.struck()) break;
      const auto answers = server_.AskTogether(reference_.groups[g], TimeOf(g),
                                               reference_.last_ids[g]);
      wrong = Account(reference_, g, answers, progress);
      if (!wrong.empty()) break;
    }
  } else if (!vfs_.struck()) {
    wrong = InWords(started);
  }
  server_.Stop();
  return wrong;
}

std::string PowerCuts::StartAgain(Chance& chance) {
  while (true) {
    vfs_.PowerOn();
    const bool again = chance.OneIn(4);
    Fault second;
    second.call =
        again ? static_cast<std::int64_t>(1 + chance.Below(kCallsOfAStart)) : 0;
    second.seed = chance.Below(UINT64_MAX);
    vfs_.Arm(second);
    absl::Status started = server_.Start();
    if (!vfs_.struck()) {
      vfs_.Arm(Fault());
      const auto bytes = files_.Size(path_);
      if (!started.ok() && from_nothing_ && bytes.ok() && *bytes == 0) {
        // The first start did not get as far as a database: as it is told to.
        files_.Remove(path_).IgnoreError();
        started = server_.Start();
      }
      return started.ok() ? "" : InWords(started);
    }
    server_.Stop();
  }
}

std::string PowerCuts::Try(std::uint64_t number) {
  Chance chance(seed_ * kCasesOfASeed + number);
  SeedSqlite(seed_);
  Fault cut;
  cut.call = static_cast<std::int64_t>(
      1 + chance.Below(static_cast<std::uint64_t>(calls_)));
  cut.seed = chance.Below(UINT64_MAX);
  Progress progress;
  std::string wrong = Work(cut, progress);
  // A call or two more or less than in the count: the power fails at the end.
  vfs_.CutPower(cut.seed);
  if (wrong.empty()) wrong = StartAgain(chance);
  if (wrong.empty()) {
    wrong = Check(server_, path_, tuning_, reference_, progress);
  }
  server_.Stop();
  if (wrong.empty()) return "";
  return absl::StrCat("seed ", seed_, " case ", number, ", cut at call ",
                      cut.call, " of ", calls_, ": ", wrong);
}

}  // namespace twinaid::faults
