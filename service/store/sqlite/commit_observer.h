// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who hears what the writer made durable.
#ifndef TWINAID_SERVICE_STORE_SQLITE_COMMIT_OBSERVER_H_
#define TWINAID_SERVICE_STORE_SQLITE_COMMIT_OBSERVER_H_

#include <cstdint>
#include <functional>

#include "absl/time/time.h"
#include "service/model/clock.h"

namespace twinaid::store {

// Hears of each COMMIT that made something durable: how many requests, and how
// long it took by the stopwatch. Both or neither are given. Called on the
// writer's thread before the answers: it must not block or call the store.
struct CommitObserver {
  std::function<void(std::int64_t requests, absl::Duration took)> observe;
  model::Stopwatch stopwatch;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_COMMIT_OBSERVER_H_
