// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/store_watch.h"

#include <functional>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "service/model/common_errors.h"
#include "service/model/errors.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/status_matchers.h"

namespace twinaid::core {
namespace {

using ::testing::HasSubstr;

constexpr absl::Duration kEvery = absl::Milliseconds(1);
constexpr absl::Duration kSilence = absl::Seconds(5);

// A store whose writes end as a test wants. Thread-safe.
class IllStore final : public store::Store {
 public:
  // Called for each write; what it returns is the answer.
  void Write(std::function<absl::Status()> end) {
    const absl::MutexLock lock(&mutex_);
    end_ = std::move(end);
    asked_ = 0;
  }
  // Until so many questions were answered that way.
  void Await(int questions) {
    const absl::MutexLock lock(&mutex_);
    wanted_ = questions;
    mutex_.Await(absl::Condition(this, &IllStore::Enough));
  }

  absl::Status Read(
      absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body)
      override {
    return inner_.Read(body);
  }
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
      store::Ending ending) override {
    EXPECT_EQ(ending, store::Ending::kRollBack);
    std::function<absl::Status()> end;
    {
      const absl::MutexLock lock(&mutex_);
      end = end_;
    }
    const absl::Status status = end ? end() : inner_.Write(body, ending);
    const absl::MutexLock lock(&mutex_);
    ++asked_;
    return status;
  }
  void SetCommitListener(std::function<void(std::int64_t)>) override {}
  absl::Status Health() override { return inner_.Health(); }

 private:
  bool Enough() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return asked_ >= wanted_;
  }
  MemoryStore inner_;
  absl::Mutex mutex_;
  std::function<absl::Status()> end_ ABSL_GUARDED_BY(mutex_);
  int asked_ ABSL_GUARDED_BY(mutex_) = 0;
  int wanted_ ABSL_GUARDED_BY(mutex_) = 0;
};

// The answer that came before the last one is known.
absl::Status HealthAfter(IllStore& store, StoreWatch& watch,
                         std::function<absl::Status()> end) {
  store.Write(std::move(end));
  store.Await(3);
  return watch.Health();
}

TEST(StoreWatch, IsWellWhileTheStoreAnswers) {
  IllStore store;
  const FakeClock clock;
  StoreWatch watch(store, clock, kEvery, kSilence);
  EXPECT_THAT(watch.Health(), IsOk());
  store.Await(3);
  EXPECT_THAT(watch.Health(), IsOk());
}

TEST(StoreWatch, SaysWhatTheStoreSays) {
  IllStore store;
  const FakeClock clock;
  StoreWatch watch(store, clock, kEvery, kSilence);
  const absl::Status lost = HealthAfter(
      store, watch, [] { return model::StoreUnavailable("disk I/O error"); });
  EXPECT_EQ(model::ReasonOf(lost), "STORE_UNAVAILABLE");
  EXPECT_TRUE(IsLost(lost));
  const absl::Status damaged = HealthAfter(
      store, watch, [] { return model::StoreDamaged("a row of needs"); });
  EXPECT_EQ(model::ReasonOf(damaged), "STORE_DAMAGED");
  EXPECT_FALSE(IsLost(damaged));
  EXPECT_THAT(HealthAfter(store, watch, nullptr), IsOk());
}

TEST(StoreWatch, IsNotIllWhereTheDiskIsFull) {
  IllStore store;
  const FakeClock clock;
  StoreWatch watch(store, clock, kEvery, kSilence);
  EXPECT_THAT(HealthAfter(store, watch, [] { return model::StoreFull(); }),
              IsOk());
}

TEST(StoreWatch, SeesThatAStoreIsStuckAndThatItGoesOn) {
  IllStore store;
  FakeClock clock;
  absl::Notification stuck;
  absl::Notification released;
  StoreWatch watch(store, clock, kEvery, kSilence);
  store.Write([&] {
    if (!stuck.HasBeenNotified()) stuck.Notify();
    released.WaitForNotification();
    return absl::OkStatus();
  });
  stuck.WaitForNotification();
  EXPECT_THAT(watch.Health(), IsOk());
  clock.Advance(absl::Seconds(7));
  const absl::Status health = watch.Health();
  EXPECT_EQ(model::ReasonOf(health), "STORE_STUCK");
  EXPECT_THAT(std::string(health.message()), HasSubstr("for 7 s"));
  EXPECT_FALSE(IsLost(health));
  released.Notify();
  store.Await(3);
  EXPECT_THAT(watch.Health(), IsOk());
}

}  // namespace
}  // namespace twinaid::core
