// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/worker_pool.h"

#include <utility>

namespace twinaid::rpc {

WorkerPool::WorkerPool(int threads, int queue)
    : queue_(static_cast<std::size_t>(queue)) {
  for (int i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { Work(); });
  }
}

WorkerPool::~WorkerPool() { Stop(); }

bool WorkerPool::Submit(std::function<void()> task) {
  absl::MutexLock lock(&mutex_);
  if (stopped_ || tasks_.size() + suspended_ >= queue_) return false;
  tasks_.push_back(std::move(task));
  work_.Signal();
  return true;
}

bool WorkerPool::RunOrSubmit(std::function<void()> task) {
  if (at_once_.test_and_set()) return Submit(std::move(task));
  task();
  at_once_.clear();
  return true;
}

void WorkerPool::Suspend() {
  absl::MutexLock lock(&mutex_);
  ++suspended_;
}

void WorkerPool::Resume(std::function<void()> rest) {
  absl::MutexLock lock(&mutex_);
  --suspended_;
  resumed_.push_back(std::move(rest));
  // The last one to be resumed ends those that wait for nothing else.
  stopped_ ? work_.SignalAll() : work_.Signal();
}

void WorkerPool::Stop() {
  {
    absl::MutexLock lock(&mutex_);
    stopped_ = true;
    work_.SignalAll();
  }
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void WorkerPool::Work() {
  while (true) {
    std::function<void()> task;
    {
      absl::MutexLock lock(&mutex_);
      while (!HasWork()) work_.Wait(&mutex_);
      if (resumed_.empty() && tasks_.empty()) return;
      auto& next = resumed_.empty() ? tasks_ : resumed_;
      task = std::move(next.front());
      next.pop_front();
    }
    task();
  }
}

}  // namespace twinaid::rpc
