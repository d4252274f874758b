// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/ticker.h"

#include <utility>

namespace twinaid::core {

Ticker::Ticker(absl::Duration every, std::function<absl::Status()> act,
               std::function<void(const absl::Status&)> on_error)
    : thread_(
          [this, every, act = std::move(act), on_error = std::move(on_error)] {
            do {
              const absl::Status status = act();
              if (!status.ok()) on_error(status);
            } while (!stop_.WaitForNotificationWithTimeout(every));
          }) {}

Ticker::~Ticker() {
  stop_.Notify();
  thread_.join();
}

}  // namespace twinaid::core
