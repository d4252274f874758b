// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What pairing leaves over.
#ifndef TWINAID_TESTS_BENCH_RESIDUAL_H_
#define TWINAID_TESTS_BENCH_RESIDUAL_H_

#include <vector>

#include "matcher/instance.h"
#include "matcher/solution.h"

namespace twinaid::bench {

// Takes the flows out of needs and offers; points and bands stay shares of what
// was needed before. The flows are those of a solution of this instance.
void TakeOut(const std::vector<matcher::Flow>& flows,
             matcher::Instance& instance);

// Undoes TakeOut, for an instance whose needs had no whole units.
void PutBack(const std::vector<matcher::Flow>& flows,
             matcher::Instance& instance);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_RESIDUAL_H_
