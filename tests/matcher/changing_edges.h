// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Random edges between places of which one changes at a time.
#ifndef TWINAID_TESTS_MATCHER_CHANGING_EDGES_H_
#define TWINAID_TESTS_MATCHER_CHANGING_EDGES_H_

#include <cstddef>
#include <random>
#include <set>
#include <vector>

#include "matcher/assignment.h"
#include "tests/matcher/assignment_proof.h"

namespace twinaid::matcher {

class ChangingEdges {
 public:
  // About `degree` edges a place and side; the digits as in RandomWeight.
  ChangingEdges(std::mt19937_64& random, int places, int degree, int top,
                bool tie)
      : places_(places),
        degree_(degree),
        top_(top),
        tie_(tie),
        by_donor_(static_cast<std::size_t>(places)),
        donors_of_(static_cast<std::size_t>(places)) {
    for (int i = 0; i < places * degree; ++i) {
      AddRandom(random, Below(random, places), Below(random, places));
    }
  }

  // Gives the place other edges on both sides, now and then none.
  void Change(std::mt19937_64& random, PlaceIndex place) {
    for (const WeightedEdge<Weight>& edge : At(by_donor_, place)) {
      std::erase(At(donors_of_, edge.recipient), place);
    }
    At(by_donor_, place).clear();
    for (const PlaceIndex donor : At(donors_of_, place)) {
      std::erase_if(At(by_donor_, donor),
                    [place](const WeightedEdge<Weight>& edge) {
                      return edge.recipient == place;
                    });
    }
    At(donors_of_, place).clear();
    if (Below(random, 8) == 0) return;
    for (int i = Below(random, 2 * degree_ + 1); i > 0; --i) {
      AddRandom(random, place, Below(random, places_));
    }
    for (int i = Below(random, 2 * degree_ + 1); i > 0; --i) {
      AddRandom(random, Below(random, places_), place);
    }
  }

  // By donor.
  std::vector<WeightedEdge<Weight>> All() const {
    std::vector<WeightedEdge<Weight>> all;
    for (const auto& edges : by_donor_) {
      all.insert(all.end(), edges.begin(), edges.end());
    }
    return all;
  }

  const std::vector<WeightedEdge<Weight>>& OfDonor(PlaceIndex donor) const {
    return by_donor_[static_cast<std::size_t>(donor)];
  }

  // Without those from the place to itself, which are OfDonor.
  std::vector<WeightedEdge<Weight>> OfRecipient(PlaceIndex recipient) const {
    std::set<PlaceIndex> donors(
        donors_of_[static_cast<std::size_t>(recipient)].begin(),
        donors_of_[static_cast<std::size_t>(recipient)].end());
    donors.erase(recipient);
    std::vector<WeightedEdge<Weight>> result;
    for (const PlaceIndex donor : donors) {
      for (const WeightedEdge<Weight>& edge : OfDonor(donor)) {
        if (edge.recipient == recipient) result.push_back(edge);
      }
    }
    return result;
  }

 private:
  template <typename T>
  static T& At(std::vector<T>& by_place, PlaceIndex place) {
    return by_place[static_cast<std::size_t>(place)];
  }
  void AddRandom(std::mt19937_64& random, PlaceIndex donor,
                 PlaceIndex recipient) {
    At(by_donor_, donor)
        .push_back({donor, recipient, RandomWeight(random, top_, tie_)});
    At(donors_of_, recipient).push_back(donor);
  }

  int places_;
  int degree_;
  int top_;
  bool tie_;
  std::vector<std::vector<WeightedEdge<Weight>>> by_donor_;
  std::vector<std::vector<PlaceIndex>> donors_of_;  // by recipient
};

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_MATCHER_CHANGING_EDGES_H_
