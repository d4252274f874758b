// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/worker_pool.h"

#include <thread>
#include <utility>
#include <vector>

#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "gmock/gmock.h"

namespace twinaid::rpc {
namespace {

using ::testing::ElementsAre;

// What ran, in order.
class Order {
 public:
  void Add(int what) {
    absl::MutexLock lock(&mutex_);
    ran_.push_back(what);
  }
  std::vector<int> ran() {
    absl::MutexLock lock(&mutex_);
    return ran_;
  }

 private:
  absl::Mutex mutex_;
  std::vector<int> ran_ ABSL_GUARDED_BY(mutex_);
};

TEST(WorkerPool, RefusesWhatTheQueueHasNoRoomFor) {
  absl::Notification begun, go;
  WorkerPool pool(1, 1);
  ASSERT_TRUE(pool.Submit([&] {
    begun.Notify();
    go.WaitForNotification();
  }));
  begun.WaitForNotification();
  EXPECT_TRUE(pool.Submit([] {}));
  EXPECT_FALSE(pool.Submit([] {}));
  go.Notify();
}

TEST(WorkerPool, RunsOneTaskAtATimeInTheThreadThatBringsIt) {
  absl::Notification begun, go;
  WorkerPool pool(1, 8);
  std::thread::id of_first, of_second;
  std::thread other([&] {
    const auto here = std::this_thread::get_id();
    EXPECT_TRUE(pool.RunOrSubmit([&] {
      of_first = std::this_thread::get_id();
      begun.Notify();
      go.WaitForNotification();
    }));
    EXPECT_EQ(of_first, here);
  });
  begun.WaitForNotification();
  absl::Notification second;
  EXPECT_TRUE(pool.RunOrSubmit([&] {
    of_second = std::this_thread::get_id();
    second.Notify();
  }));
  second.WaitForNotification();
  EXPECT_NE(of_second, std::this_thread::get_id());
  go.Notify();
  other.join();
  // And again, once it is done.
  std::thread::id of_third;
  EXPECT_TRUE(pool.RunOrSubmit([&] { of_third = std::this_thread::get_id(); }));
  EXPECT_EQ(of_third, std::this_thread::get_id());
}

// Both threads wait for it, and there is nothing else to wake them.
TEST(WorkerPool, EndsAllThreadsWithTheLastTaskThatWasSuspended) {
  absl::Notification suspended;
  WorkerPool pool(4, 8);
  ASSERT_TRUE(pool.Submit([&] {
    pool.Suspend();
    suspended.Notify();
  }));
  suspended.WaitForNotification();
  std::thread stopper([&] { pool.Stop(); });
  absl::SleepFor(absl::Milliseconds(20));  // so that it stops first, mostly
  pool.Resume([] {});
  stopper.join();
}

TEST(WorkerPool, ASuspendedTaskHoldsNoThreadButItsPlace) {
  // They outlive the pool, whose threads look at them.
  absl::Notification suspended, other, begun, go;
  WorkerPool pool(1, 2);
  ASSERT_TRUE(pool.Submit([&] {
    pool.Suspend();
    suspended.Notify();
  }));
  suspended.WaitForNotification();
  // The only thread is free for others.
  ASSERT_TRUE(pool.Submit([&] { other.Notify(); }));
  other.WaitForNotification();
  // One place of two is taken until the rest has been handed in.
  ASSERT_TRUE(pool.Submit([&] {
    begun.Notify();
    go.WaitForNotification();
  }));
  begun.WaitForNotification();
  EXPECT_TRUE(pool.Submit([] {}));
  EXPECT_FALSE(pool.Submit([] {}));
  pool.Resume([] {});
  EXPECT_TRUE(pool.Submit([] {}));
  go.Notify();
}

TEST(WorkerPool, WhatWasBegunGoesOnBeforeWhatWasNot) {
  Order order;
  WorkerPool pool(1, 10);
  absl::Notification begun, go;
  ASSERT_TRUE(pool.Submit([&] {
    pool.Suspend();
    pool.Suspend();
    begun.Notify();
    go.WaitForNotification();
  }));
  begun.WaitForNotification();
  ASSERT_TRUE(pool.Submit([&] { order.Add(3); }));
  pool.Resume([&] { order.Add(1); });
  pool.Resume([&] { order.Add(2); });
  go.Notify();
  pool.Stop();
  EXPECT_THAT(order.ran(), ElementsAre(1, 2, 3));
}

TEST(WorkerPool, StopWaitsForWhatIsSuspended) {
  Order order;
  WorkerPool pool(2, 10);
  absl::Notification suspended;
  ASSERT_TRUE(pool.Submit([&] {
    pool.Suspend();
    suspended.Notify();
  }));
  suspended.WaitForNotification();
  absl::Notification stopping;
  std::thread resumer([&] {
    stopping.WaitForNotification();
    pool.Resume([&] { order.Add(1); });
  });
  stopping.Notify();
  pool.Stop();
  EXPECT_THAT(order.ran(), ElementsAre(1));
  EXPECT_FALSE(pool.Submit([] {}));
  resumer.join();
}

}  // namespace
}  // namespace twinaid::rpc
