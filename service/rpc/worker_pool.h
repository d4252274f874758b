// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The threads that carry out calls, so that gRPC's own two never wait.
#ifndef TWINAID_SERVICE_RPC_WORKER_POOL_H_
#define TWINAID_SERVICE_RPC_WORKER_POOL_H_

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

  // Takes no more tasks, finishes those queued and joins. Idempotent.
  void Stop();

 private:
  void Work();
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopped_ || !tasks_.empty();
  }

  const std::size_t queue_;
  absl::Mutex mutex_;
  std::deque<std::function<void()>> tasks_ ABSL_GUARDED_BY(mutex_);
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_WORKER_POOL_H_
