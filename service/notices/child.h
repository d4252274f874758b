// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Another program, given a text to read.
#ifndef TWINAID_SERVICE_NOTICES_CHILD_H_
#define TWINAID_SERVICE_NOTICES_CHILD_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace twinaid::notices {

// Runs argv[0], a path, with the arguments, without a shell; writes `input` to
// its standard input and closes it. The program gets an environment of PATH and
// LC_ALL alone, no other file of ours, and a process group of its own, which is
// killed when `timeout` is over.
//
// OK: it ended with status 0. UNAVAILABLE: it cannot be started, ended with
// another status (its first line on standard error is told), by a signal, or
// was killed. Thread-safe.
absl::Status RunChild(const std::vector<std::string>& argv,
                      absl::string_view input, absl::Duration timeout);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_CHILD_H_
