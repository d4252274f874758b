// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// SIGTERM and SIGINT as something to wait for.
#ifndef TWINAID_SERVICE_OPS_STOP_SIGNAL_H_
#define TWINAID_SERVICE_OPS_STOP_SIGNAL_H_

#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigset_t is POSIX

namespace twinaid::ops {

// Make one in main before any thread starts: it blocks the two signals for
// all of them. SIGPIPE and SIGXFSZ are ignored, so that a closed pipe or a full
// quota is an error and not the end.
class StopSignal {
 public:
  StopSignal();

  // Returns the number of the first signal to come.
  int Wait() const;

 private:
  sigset_t signals_;
};

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_STOP_SIGNAL_H_
