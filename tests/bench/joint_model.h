// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairing and allocation in one program, as one would hand it to a solver.
#ifndef TWINAID_TESTS_BENCH_JOINT_MODEL_H_
#define TWINAID_TESTS_BENCH_JOINT_MODEL_H_

#include <cstdint>
#include <vector>

#include "matcher/instance.h"
#include "tests/bench/peers/linear_model.h"

namespace twinaid::bench {

struct JointModel {
  LinearModel model;
  // By tie: the column that says whether the tie is a pair; -1 for a tie over
  // which nothing can flow.
  std::vector<std::int32_t> pair_column;
  double points_per_worth = 1;  // points in 1 of the objective
};

// For an instance with weighted tiers and without minimum lots:
//   y(tie) in {0, 1}: the tie is a pair;
//   x(tie, offer, need) in [0, 1]: the share of the need that flows;
//   at most one pair a donor and one a recipient;
//   sum over offers of x(tie, offer, need) <= y(tie), for every need of a tie;
//   sum over needs of x(tie, offer, need) * need / stock <= y(tie), for every
//   offer of a tie;
//   maximise the points of all shares.
// This is the kindest form that we know: with both sums its relaxation is as
// tight as can be. With a bound on every single arc instead, CBC did not end
// within ten minutes at S. Points are scaled so that a place's critical tier is
// worth 1000. Time O(sum over ties of offers * needs).
JointModel MakeJointModel(const matcher::Instance& instance);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_JOINT_MODEL_H_
