// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The threads that carry out calls, so that gRPC's own two are there for what
// comes next.
#ifndef TWINAID_SERVICE_RPC_WORKER_POOL_H_
#define TWINAID_SERVICE_RPC_WORKER_POOL_H_

#include <atomic>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace twinaid::rpc {

// Thread-safe.
class WorkerPool {
 public:
  // `threads` >= 1 that work, at most `queue` tasks that wait.
  WorkerPool(int threads, int queue);
  // Finishes what is queued, then joins.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False, and nothing runs, when the queue is full or the pool has stopped.
  bool Submit(std::function<void()> task);

  // For a task that mostly is shorter than handing it over: runs it in the
  // thread that calls, whether the pool has stopped or not, unless another
  // thread does so already; then it is submitted. It may have to wait for a
  // reader: of the two or more threads of gRPC one is always left for the rest.
  bool RunOrSubmit(std::function<void()> task);

  // A task that goes on elsewhere says so before it returns, and still counts
  // as one that waits. What goes on then is resumed once, by any thread: it is
  // never refused and runs before those that have not begun.
  void Suspend();
  void Resume(std::function<void()> rest);

  // Takes no more tasks, finishes those queued and suspended, and joins.
  // Idempotent.
  void Stop();

 private:
  void Work();
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return !resumed_.empty() || !tasks_.empty() ||
           (stopped_ && suspended_ == 0);
  }

  const std::size_t queue_;
  std::atomic_flag at_once_;  // set while a task runs in its caller's thread
  absl::Mutex mutex_;
  // Signalled for each task, and when the pool stops. A condition of the mutex
  // would be looked at for every thread whenever anybody is done with it.
  absl::CondVar work_;
  std::deque<std::function<void()>> tasks_ ABSL_GUARDED_BY(mutex_);
  std::deque<std::function<void()>> resumed_ ABSL_GUARDED_BY(mutex_);
  std::size_t suspended_ ABSL_GUARDED_BY(mutex_) = 0;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_WORKER_POOL_H_
