// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairing and allocation in one program, and the pool as another, as one would
// hand them to a solver.
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
  // By column: the tier of the need that it is a share of; -1 for a pair.
  std::vector<std::int32_t> tier;
  double points_per_worth = 1;  // points in 1 of the objective
};

// For an instance without minimum lots:
//   y(tie) in {0, 1}: the tie is a pair;
//   x(tie, offer, need) in [0, 1]: the share of the need that flows;
//   at most one pair a donor and one a recipient;
//   sum over offers of x(tie, offer, need) <= y(tie), for every need of a tie;
//   sum over needs of x(tie, offer, need) * need / stock <= y(tie), for every
//   offer of a tie;
//   maximise the points of all shares.
// This is the kindest form that we know: with both sums its relaxation is as
// tight as can be. With a bound on every single arc instead, CBC did not end
// within ten minutes at S. With weighted tiers the objective is all there is to
// it, scaled so that a place's critical tier is worth 1000. With strict tiers
// it mixes them at par, each worth 1 a place: solve for one tier after the
// other, holding the ones before. Time O(sum over ties of offers * needs).
JointModel MakeJointModel(const matcher::Instance& instance);

// The pool by value as one linear program, over all ties at once:
//   x(tie, offer, need) in [0, 1] as above;
//   sum over ties and offers of x <= 1, for every need;
//   sum over ties and needs of x * need / stock <= 1, for every offer.
// No column is a pair. Objective and time as above.
JointModel MakePoolModel(const matcher::Instance& instance);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_JOINT_MODEL_H_
