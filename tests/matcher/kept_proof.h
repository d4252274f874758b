// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether an assignment stays proven while places change, at the cost of what
// changes.
#ifndef TWINAID_TESTS_MATCHER_KEPT_PROOF_H_
#define TWINAID_TESTS_MATCHER_KEPT_PROOF_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "matcher/dynamic_assignment.h"
#include "tests/matcher/changing_edges.h"

namespace twinaid::matcher {

// The proof of assignment_proof.h by induction: what was proven before is
// looked at again only where an edge, a potential or a partner is another one.
// Those are found by comparing all of them, so nothing is taken on trust.
// Borrows both; they must outlive it.
class KeptProof {
 public:
  KeptProof(const ChangingEdges& edges,
            const DynamicAssignment<Weight>& dynamic)
      : edges_(edges),
        dynamic_(dynamic),
        recipient_of_(dynamic.donor_potential().size(), kNoPlace),
        donor_of_(recipient_of_.size(), kNoPlace),
        u_(recipient_of_.size()),
        v_(recipient_of_.size()) {}

  // Looks at everything.
  testing::AssertionResult FromScratch() {
    Remember();
    std::vector<PlaceIndex> all;
    for (PlaceIndex p = 0; p < Places(); ++p) all.push_back(p);
    return Check(all, all);
  }

  // After the edges of `place` alone were changed. Time O(places + edges of the
  // places that are looked at).
  testing::AssertionResult AfterChangeOf(PlaceIndex place) {
    std::vector<PlaceIndex> donors = {place};
    std::vector<PlaceIndex> recipients = {place};
    AddIfAny(donors, dynamic_.DonorOf(place));  // its edge may be gone
    for (PlaceIndex p = 0; p < Places(); ++p) {
      const PlaceIndex recipient = dynamic_.RecipientOf(p);
      if (recipient != recipient_of_[At(p)] ||
          dynamic_.donor_potential()[At(p)] != u_[At(p)]) {
        donors.push_back(p);
        AddIfAny(recipients, recipient);
        AddIfAny(recipients, recipient_of_[At(p)]);
      }
      const PlaceIndex donor = dynamic_.DonorOf(p);
      if (donor != donor_of_[At(p)] ||
          dynamic_.recipient_potential()[At(p)] != v_[At(p)]) {
        recipients.push_back(p);
        AddIfAny(donors, donor);
        AddIfAny(donors, donor_of_[At(p)]);
      }
    }
    Remember();
    return Check(donors, recipients);
  }

 private:
  static std::size_t At(PlaceIndex place) {
    return static_cast<std::size_t>(place);
  }
  static void AddIfAny(std::vector<PlaceIndex>& places, PlaceIndex place) {
    if (place != kNoPlace) places.push_back(place);
  }
  PlaceIndex Places() const { return static_cast<PlaceIndex>(u_.size()); }

  void Remember() {
    u_ = dynamic_.donor_potential();
    v_ = dynamic_.recipient_potential();
    for (PlaceIndex p = 0; p < Places(); ++p) {
      recipient_of_[At(p)] = dynamic_.RecipientOf(p);
      donor_of_[At(p)] = dynamic_.DonorOf(p);
    }
  }

  testing::AssertionResult Check(const std::vector<PlaceIndex>& donors,
                                 const std::vector<PlaceIndex>& recipients) {
    for (const PlaceIndex d : donors) {
      const PlaceIndex r = recipient_of_[At(d)];
      if (u_[At(d)] < Weight{} || (r == kNoPlace && u_[At(d)] > Weight{})) {
        return testing::AssertionFailure() << "the price of donor " << d;
      }
      const auto& own = edges_.OfDonor(d);
      if (r != kNoPlace &&
          (donor_of_[At(r)] != d ||
           std::none_of(own.begin(), own.end(), [&](const auto& edge) {
             return edge.recipient == r && u_[At(d)] + v_[At(r)] == edge.weight;
           }))) {
        return testing::AssertionFailure() << "donor " << d << " has recipient "
                                           << r << " over no tight edge";
      }
      if (auto covered = Cover(own); !covered) return covered;
    }
    for (const PlaceIndex r : recipients) {
      const PlaceIndex d = donor_of_[At(r)];
      if (v_[At(r)] < Weight{} || (d == kNoPlace && v_[At(r)] > Weight{})) {
        return testing::AssertionFailure() << "the price of recipient " << r;
      }
      if (d != kNoPlace && recipient_of_[At(d)] != r) {
        return testing::AssertionFailure()
               << "recipient " << r << " has a donor that does not have it";
      }
      if (auto covered = Cover(edges_.OfRecipient(r)); !covered) return covered;
    }
    return testing::AssertionSuccess();
  }

  testing::AssertionResult Cover(
      const std::vector<WeightedEdge<Weight>>& edges) const {
    for (const WeightedEdge<Weight>& edge : edges) {
      if (u_[At(edge.donor)] + v_[At(edge.recipient)] < edge.weight) {
        return testing::AssertionFailure()
               << "edge " << edge.donor << " to " << edge.recipient
               << " weighs more than its potentials";
      }
    }
    return testing::AssertionSuccess();
  }

  const ChangingEdges& edges_;
  const DynamicAssignment<Weight>& dynamic_;
  std::vector<PlaceIndex> recipient_of_, donor_of_;  // when last looked at
  std::vector<Weight> u_, v_;
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_KEPT_PROOF_H_
