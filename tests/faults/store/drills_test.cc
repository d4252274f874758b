// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Backups of a store under load, each restored and opened: what it holds is
// what the store held at one moment, and nothing that was answered before is
// missing.
#include <atomic>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "gmock/gmock.h"
#include "service/core/assistance.h"
#include "service/core/inventory.h"
#include "service/restore/restore.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/faults/store/checker.h"
#include "tests/faults/store/reference.h"
#include "tests/faults/store/requests.h"
#include "tests/service/core/world.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_id_generator.h"
#include "tests/support/memory_store.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::faults {
namespace {

using ::testing::IsEmpty;

constexpr int kDrills = 20;
constexpr int kWriters = 4;
constexpr int kWritesBetweenDrills = 12;
const absl::Time kNow = absl::FromUnixSeconds(1796120563);

template <typename R>
absl::StatusOr<std::string> Name(const absl::StatusOr<R>& row) {
  if (!row.ok()) return row.status();
  return model::ToName(row->key());
}

// The n-th request of a writer: a need, an offer, a match of the two, the yes
// to it, and so on. No two writers touch the same row.
Request RequestOf(int writer, int n) {
  const std::string id = absl::StrCat("w", writer, "-", n / 4);
  Request request;
  request.id = absl::StrCat("r-", writer, "-", n);
  const model::MatchId match = model::MatchId::Trusted("m-" + id);
  switch (n % 4) {
    case 0:
      request.body = [id](core::Mutation& m) {
        return Name(core::CreateNeed(
            m, core::NeedOf("san-antonio", "n-" + id, "masks", 9)));
      };
      break;
    case 1:
      request.body = [id](core::Mutation& m) {
        return Name(
            core::CreateOffer(m, core::OfferOf("wuxi", "o-" + id, "masks", 9)));
      };
      break;
    case 2:
      request.body = [id, match](core::Mutation& m) {
        core::NewMatch made = core::ByHand(
            {core::PlaceNamed("san-antonio"),
             model::NeedId::Trusted("n-" + id)},
            {core::PlaceNamed("wuxi"), model::OfferId::Trusted("o-" + id)}, 5);
        made.id = match;
        return Name(core::CreateMatch(m, made));
      };
      break;
    default:
      request.body = [match](core::Mutation& m) {
        return Name(
            core::AcceptMatch(m, match, "", model::Side::kBoth, false, ""));
      };
  }
  return request;
}

// Threads that ask one request after the other until they are stopped.
class Load {
 public:
  explicit Load(core::UnitOfWork& work) {
    for (int w = 0; w < kWriters; ++w) {
      threads_.emplace_back([this, w, &work] {
        for (int n = 0; !stop_; ++n) {
          Request request = RequestOf(w, n);
          const auto answer = Ask(work, request);
          absl::MutexLock lock(&mutex_);
          ++answered_;
          if (!answer.ok()) refused_.push_back(InWords(answer.status()));
          asked_.emplace(request.id, std::move(request));
        }
      });
    }
  }
  ~Load() { Stop(); }
  void Stop() {
    stop_ = true;
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }
  // Until so many more have been answered.
  void Await(int more) {
    absl::MutexLock lock(&mutex_);
    wanted_ = answered_ + more;
    mutex_.Await(absl::Condition(this, &Load::Enough));
  }
  std::vector<std::string> refused() const { return refused_; }
  const std::map<std::string, Request>& asked() const { return asked_; }

 private:
  bool Enough() const { return answered_ >= wanted_; }
  std::atomic<bool> stop_ = false;
  absl::Mutex mutex_;
  int answered_ = 0;
  int wanted_ = 0;
  std::vector<std::string> refused_;
  std::map<std::string, Request> asked_;
  std::vector<std::thread> threads_;
};

// What the store in memory holds after each event of the ledger that ends a
// request; asked for in ascending order.
class Replay {
 public:
  Replay(const std::map<std::string, Request>& asked,
         std::vector<model::Event> ledger)
      : asked_(asked), ledger_(std::move(ledger)) {
    clock_.Set(kNow);
  }
  absl::StatusOr<Contents> At(std::int64_t seq) {
    while (next_ < ledger_.size() && ledger_[next_].seq <= seq) {
      const std::string& id = ledger_[next_++].request_id;
      // The events of one request stand together.
      if (!done_.insert(id).second) continue;
      const auto answer =
          Ask(work_, id == "r-world" ? MakeWorld() : asked_.at(id));
      if (!answer.ok()) return answer.status();
    }
    return ContentsOf(work_);
  }

 private:
  const std::map<std::string, Request>& asked_;
  const std::vector<model::Event> ledger_;
  FakeClock clock_;
  FakeIdGenerator ids_;
  MemoryStore store_;
  core::UnitOfWork work_{store_, clock_, ids_};
  std::set<std::string> done_;
  std::size_t next_ = 0;
};

class Drills : public ::testing::Test {
 protected:
  // Opens what is at `path` and reads all of it.
  absl::StatusOr<Contents> Read(const std::string& path) {
    auto opened = store::OpenSqliteStore({path, 1});
    if (!opened.ok()) return opened.status();
    core::UnitOfWork work(**opened, clock_, ids_);
    return ContentsOf(work);
  }
  static std::int64_t LastSeq(store::Store& store) {
    std::int64_t seq = -1;
    store
        .Read([&](const store::ReadTransaction& tx) {
          const auto last = tx.LastEvent();
          if (last.ok() && *last) seq = (*last)->seq;
          return last.status();
        })
        .IgnoreError();
    return seq;
  }
  // What is wrong with what was brought back, or "". `at_least`: answered
  // before it was taken.
  static std::string Judge(const absl::StatusOr<Contents>& found,
                           std::int64_t at_least, Replay& replay) {
    if (!found.ok()) return InWords(found.status());
    const auto seq = static_cast<std::int64_t>(found->events.size());
    if (seq < at_least) {
      return absl::StrCat("ends at ", seq, ", answered was ", at_least);
    }
    const auto should = replay.At(seq);
    if (!should.ok()) return InWords(should.status());
    if (found->events != should->events) return "another ledger";
    return *found == *should ? "" : "other rows";
  }

  void SetUp() override {
    clock_.Set(kNow);
    std::filesystem::create_directory(folder_.File("backups"));
  }

  const ScratchFolder folder_;
  const std::string path_ = folder_.File("twinaid.db");
  FakeClock clock_;
  FakeIdGenerator ids_;
};

struct Taken {
  std::string path;
  std::int64_t at_least;
};

TEST_F(Drills, EveryBackupUnderLoadIsOneMomentOfTheHistory) {
  store::SqliteOptions options = {path_, 2};
  options.tuning.checkpoint_pages = 40;  // the file changes all the time
  auto opened = store::OpenSqliteStore(options);
  ASSERT_THAT(opened, IsOk());
  store::SqliteStore& store = **opened;
  core::UnitOfWork work(store, clock_, ids_);
  ASSERT_THAT(Ask(work, MakeWorld()), IsOk());
  std::vector<Taken> backups;
  std::vector<Taken> copies;
  Load load(work);
  for (int i = 0; i < kDrills; ++i) {
    load.Await(kWritesBetweenDrills);
    const std::int64_t before = LastSeq(store);
    // The control: the file as anybody would copy it.
    const std::string copy = folder_.File(absl::StrCat("copy-", i, ".db"));
    std::filesystem::copy_file(path_, copy);
    copies.push_back({copy, before});
    const auto backup =
        store.CreateBackup(folder_.File("backups"), kNow + absl::Seconds(i));
    ASSERT_THAT(backup, IsOk());
    EXPECT_GE(backup->last_seq, before);
    backups.push_back({backup->path, before});
  }
  load.Stop();
  EXPECT_THAT(load.refused(), IsEmpty());
  EXPECT_THAT(store.CheckNow(), IsOk());
  const auto final = ContentsOf(work);
  ASSERT_THAT(final, IsOk());
  opened->reset();

  Replay replay(load.asked(), final->events);
  for (const Taken& taken : backups) {
    restore::RestoreOptions wanted;
    wanted.backup = taken.path;
    wanted.database = taken.path + ".db";
    ASSERT_THAT(restore::Restore(wanted, kNow), IsOk());
    EXPECT_THAT(Judge(Read(wanted.database), taken.at_least, replay), IsEmpty())
        << taken.path;
  }
  EXPECT_EQ(*replay.At(INT64_MAX), *final);

  int bad = 0;
  std::string first;
  for (const Taken& taken : copies) {
    // Each is judged from the start: a copy may hold an earlier moment.
    Replay again(load.asked(), final->events);
    const std::string wrong = Judge(Read(taken.path), taken.at_least, again);
    if (wrong.empty()) continue;
    if (bad++ == 0) first = wrong;
  }
  std::cout << kDrills << " backups under " << kWriters << " writers, "
            << final->events.size() << " events in all; of as many plain "
            << "copies " << bad << " were bad, the first: " << first << "\n";
  EXPECT_GT(bad, 0);
}

}  // namespace
}  // namespace twinaid::faults
