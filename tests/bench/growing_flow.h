// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A maximum flow, grown need by need.

#ifndef TWINAID_TESTS_BENCH_GROWING_FLOW_H_
#define TWINAID_TESTS_BENCH_GROWING_FLOW_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace twinaid::bench {

// A maximum flow from offers with stock to the needs added so far.
class GrowingFlow {
 public:
  // Base units by offer, none below zero.
  explicit GrowingFlow(std::vector<std::int64_t> stock);

  // Adds a need of `size` base units that the offers in `from` can serve;
  // returns by how much the maximum flow grows. What a need got before never
  // shrinks.
  std::int64_t Add(std::int64_t size, std::vector<std::size_t> from);

 private:
  // Searches from the last need for stock; sends at most `wanted` along the
  // way. 0: there is none.
  std::int64_t Send(std::int64_t wanted);

  std::vector<std::int64_t> stock_;
  std::vector<std::vector<std::size_t>> from_;              // by need
  std::vector<std::map<std::size_t, std::int64_t>> given_;  // by offer: to need
  // By offer: an unsuccessful search was here. What it reached holds no stock
  // and gives only to needs that reach nothing else, so it stays that way.
  std::vector<bool> dry_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_GROWING_FLOW_H_
