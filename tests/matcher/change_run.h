// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Thousands of changes of one place, each followed by a proof.
#ifndef TWINAID_TESTS_MATCHER_CHANGE_RUN_H_
#define TWINAID_TESTS_MATCHER_CHANGE_RUN_H_

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "matcher/dynamic_assignment.h"
#include "tests/matcher/assignment_proof.h"
#include "tests/matcher/changing_edges.h"
#include "tests/matcher/kept_proof.h"

namespace twinaid::matcher {

struct ChangeRun {
  const char* name;
  int places;
  int degree;  // edges of a place on either side, on average
  int top;     // greatest digit
  bool tie;    // whether the last digit differs from edge to edge
  int changes;
  int every;  // changes from one solve from scratch to the next
};

// After every change the potentials prove the pairs. After every `every`, they
// are looked at afresh, all of them, by another check, and the sum of weights
// is that of a solve from scratch; so are the pairs, where no two choices weigh
// the same. The seed is the number of places.
inline void ExpectProvenAfterEveryChange(const ChangeRun& run) {
  SCOPED_TRACE(testing::Message() << "seed " << run.places);
  std::mt19937_64 random(static_cast<std::uint64_t>(run.places));
  ChangingEdges edges(random, run.places, run.degree, run.top, run.tie);
  DynamicAssignment<Weight> dynamic(run.places, edges.All());
  KeptProof proof(edges, dynamic);
  ASSERT_TRUE(proof.FromScratch());
  for (int change = 1; change <= run.changes; ++change) {
    const PlaceIndex place = Below(random, run.places);
    edges.Change(random, place);
    dynamic.ReplacePlace(place, edges.OfDonor(place), edges.OfRecipient(place));
    ASSERT_TRUE(proof.AfterChangeOf(place)) << "change " << change;
    if (change % run.every != 0) continue;
    const std::vector<WeightedEdge<Weight>> all = edges.All();
    const auto chosen = dynamic.ChosenEdges();
    ASSERT_TRUE(IsProvenOptimum(run.places, all, chosen,
                                dynamic.donor_potential(),
                                dynamic.recipient_potential()))
        << "change " << change;
    const auto scratch = ChosenEdges(all, Assign(run.places, all));
    ASSERT_EQ(SumOfWeights(chosen), SumOfWeights(scratch));
    if (!run.tie) continue;
    ASSERT_EQ(chosen.size(), scratch.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      ASSERT_EQ(chosen[i].donor, scratch[i].donor);
      ASSERT_EQ(chosen[i].recipient, scratch[i].recipient);
    }
  }
}

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_CHANGE_RUN_H_
