// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Does something every so often, on a thread of its own.
#ifndef TWINAID_SERVICE_CORE_TICKER_H_
#define TWINAID_SERVICE_CORE_TICKER_H_

#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

namespace twinaid::core {

// Thread-safe.
class Ticker {
 public:
  // `act` is called at once and then whenever `every` has passed since it
  // returned. `on_error` hears, on the ticker's thread, what it ended with; the
  // next call tries again.
  Ticker(absl::Duration every, std::function<absl::Status()> act,
         std::function<void(const absl::Status&)> on_error);
  // Waits for the call under way.
  ~Ticker();
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

 private:
  absl::Notification stop_;
  std::thread thread_;
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_TICKER_H_
