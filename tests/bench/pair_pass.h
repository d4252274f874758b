// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The least that looking at every pair can take: the yardstick of pair values.
#ifndef TWINAID_TESTS_BENCH_PAIR_PASS_H_
#define TWINAID_TESTS_BENCH_PAIR_PASS_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"

namespace twinaid::bench {

// Borrows an instance whose needs and offers are in the order of their places,
// as the generator makes them.
class PairPass {
 public:
  explicit PairPass(const matcher::Instance& instance);

  // Reads the amount and the day of every offer at the donor and of every need
  // at the recipient of every tie, once a tie. The sum keeps a compiler from
  // leaving it out.
  std::int64_t Run() const;

  // How many records that are, a record counted once a tie.
  std::int64_t records() const;

 private:
  const matcher::Instance& instance_;
  std::vector<std::int32_t> first_need_;   // by place, and one more
  std::vector<std::int32_t> first_offer_;  // by place, and one more
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_PAIR_PASS_H_
