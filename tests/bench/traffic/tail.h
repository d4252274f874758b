// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What was added to the ledger since a moment.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_TAIL_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_TAIL_H_

#include <cstdint>
#include <set>
#include <string>

#include "tests/bench/traffic/line.h"

namespace twinaid::bench {

// Watches from where the ledger ends now. Not thread-safe.
class Tail {
 public:
  // `line` is borrowed.
  explicit Tail(Line& line);

  // Reads on until each of the resources had an event of the type, or a
  // heartbeat says that there is nothing more, and says what is wrong: the
  // order, a resource twice, one that is not among them, or one that is
  // missing. Empty: nothing is.
  std::string Check(const std::string& type,
                    const std::set<std::string>& resources);

 private:
  Line& line_;
  std::string resume_token_;
  std::string fault_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_TAIL_H_
