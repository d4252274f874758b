// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Chance from a seed, the same on every machine.
#ifndef TWINAID_TESTS_FAULTS_VFS_CHANCE_H_
#define TWINAID_TESTS_FAULTS_VFS_CHANCE_H_

#include <cstdint>
#include <random>

namespace twinaid::faults {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  // 0 to bound - 1; bound is 1 or more. The little that a remainder prefers
  // small numbers does not matter here.
  std::uint64_t Below(std::uint64_t bound) { return engine_() % bound; }
  bool OneIn(std::uint64_t bound) { return Below(bound) == 0; }

 private:
  std::mt19937_64 engine_;
};

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_VFS_CHANCE_H_
