// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The negative control of the engine: a solution that was tampered with is
// refused, whatever was changed.
#include "matcher/certificate_check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "matcher/solve.h"
#include "tests/matcher/random_instance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

struct Tampering {
  std::string name;
  // False: there is nothing of that kind to tamper with.
  std::function<bool(Solution&, const Instance&)> change;
};

bool HasStockLeft(const Solution& s, const Instance& i, OfferIndex offer) {
  std::int64_t left = i.offers[static_cast<std::size_t>(offer)].base_units;
  for (const Flow& flow : s.flows) {
    if (flow.offer == offer) left -= flow.base_units;
  }
  return left > 0;
}

std::vector<Tampering> AllTamperings() {
  return {
      {"a donor price by one",
       [](Solution& s, const Instance&) {
         if (s.pairs.empty()) return false;
         const auto d = static_cast<std::size_t>(s.pairs[0].donor);
         s.certificate.donor_potential[d][0] += 1;
         return true;
       }},
      {"both prices of a pair, against each other",
       [](Solution& s, const Instance&) {
         if (s.pairs.empty()) return false;
         const auto d = static_cast<std::size_t>(s.pairs[0].donor);
         const auto r = static_cast<std::size_t>(s.pairs[0].recipient);
         // A smaller step may be another proof of the same pairs.
         Weight& recipient = s.certificate.recipient_potential[r];
         s.certificate.donor_potential[d] += recipient;
         recipient = Weight{};
         s.certificate.donor_potential[d][6] += 1;
         recipient[6] -= 1;
         return true;
       }},
      {"a flow by one",
       [](Solution& s, const Instance&) {
         if (s.flows.empty()) return false;
         s.flows[0].base_units += 1;
         return true;
       }},
      {"a flow is gone",
       [](Solution& s, const Instance&) {
         if (s.flows.empty()) return false;
         s.flows.pop_back();
         return true;
       }},
      {"a flow of better quality",
       [](Solution& s, const Instance&) {
         if (s.flows.empty()) return false;
         s.flows[0].quality = s.flows[0].quality == 100 ? 99 : 100;
         return true;
       }},
      {"an edge is missing",
       [](Solution& s, const Instance&) {
         if (s.edges.empty()) return false;
         s.edges.pop_back();
         return true;
       }},
      {"the value of an edge",
       [](Solution& s, const Instance&) {
         if (s.edges.empty()) return false;
         s.edges[0].value[3] += 1;
         return true;
       }},
      {"tiers swapped",
       [](Solution& s, const Instance&) {
         for (Edge& e : s.edges) {
           if (e.value[0] == e.value[1]) continue;
           std::swap(e.value[0], e.value[1]);
           return true;
         }
         return false;
       }},
      {"a pair is gone",
       [](Solution& s, const Instance&) {
         if (s.pairs.empty()) return false;
         s.pairs.pop_back();
         return true;
       }},
      {"a pair made twice",
       [](Solution& s, const Instance&) {
         if (s.pairs.empty()) return false;
         s.pairs.push_back(s.pairs.back());
         return true;
       }},
      {"the sum of weights",
       [](Solution& s, const Instance&) {
         s.certificate.pairs_total[0] += 1;
         return true;
       }},
      {"both sums",
       [](Solution& s, const Instance&) {
         s.certificate.pairs_total[0] += 1;
         s.certificate.potentials_total[0] += 1;
         return true;
       }},
      {"a price on an offer with stock left",
       [](Solution& s, const Instance& i) {
         for (Pair& p : s.pairs) {
           for (const Flow& flow : s.flows) {
             const auto o = static_cast<std::size_t>(flow.offer);
             if (i.offers[o].place != p.donor ||
                 !HasStockLeft(s, i, flow.offer)) {
               continue;
             }
             const auto later = std::find_if(
                 p.offer_prices.begin(), p.offer_prices.end(),
                 [&](const OfferPrice& row) { return row.offer > flow.offer; });
             p.offer_prices.insert(later, {flow.offer, {0, 1}, {}});
             return true;
           }
         }
         return false;
       }},
      {"no prices of offers",
       [](Solution& s, const Instance&) {
         if (s.pairs.empty() || s.pairs[0].offer_prices.empty()) return false;
         s.pairs[0].offer_prices.clear();
         return true;
       }},
      {"the care price of a need",
       [](Solution& s, const Instance&) {
         for (Pair& p : s.pairs) {
           for (NeedPrice& n : p.need_prices) {
             if (n.care.quality_loss == 0 && n.care.shelf_days == 0) continue;
             n.care.shelf_days += 1;
             return true;
           }
         }
         return false;
       }},
      {"what was shipped",
       [](Solution& s, const Instance&) {
         if (s.pairs.empty()) return false;
         s.pairs[0].shipped[3] += 1;
         return true;
       }},
      {"an offer called dropped",
       [](Solution& s, const Instance&) {
         for (Pair& p : s.pairs) {
           if (!p.dropped_offers.empty() || p.offer_prices.empty()) continue;
           p.dropped_offers = {s.flows[0].offer};
           return true;
         }
         return false;
       }},
      {"an unmet amount",
       [](Solution& s, const Instance&) {
         if (s.unmet.empty()) return false;
         s.unmet[0].base_units += 1;
         return true;
       }},
      {"an unmet reason",
       [](Solution& s, const Instance&) {
         if (s.unmet.empty()) return false;
         s.unmet[0].reason = s.unmet[0].reason == UnmetReason::kNoTie
                                 ? UnmetReason::kTooLate
                                 : UnmetReason::kNoTie;
         return true;
       }},
      {"an unmet need is hidden",
       [](Solution& s, const Instance&) {
         if (s.unmet.empty()) return false;
         s.unmet.pop_back();
         return true;
       }},
  };
}

TEST(CertificateCheckTest, RefusesEveryTampering) {
  for (const Tampering& tampering : AllTamperings()) {
    SCOPED_TRACE(tampering.name);
    int tried = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      SCOPED_TRACE(testing::Message() << "seed " << seed);
      const Instance instance = RandomInstance(seed).Make(Shape{});
      absl::StatusOr<Solution> solution = Solve(instance);
      ASSERT_THAT(solution, IsOk());
      ASSERT_THAT(CheckCertificate(instance, *solution), IsOk());
      if (!tampering.change(*solution, instance)) continue;
      ++tried;
      EXPECT_THAT(CheckCertificate(instance, *solution),
                  StatusIs(absl::StatusCode::kDataLoss));
    }
    EXPECT_GE(tried, 10) << "too few instances to say anything";
  }
}

TEST(CertificateCheckTest, RefusesTheSolutionOfAnotherInstance) {
  Instance instance = RandomInstance(7).Make(Shape{});
  const absl::StatusOr<Solution> solution = Solve(instance);
  ASSERT_THAT(solution, IsOk());
  ASSERT_FALSE(solution->flows.empty());
  instance.offers[static_cast<std::size_t>(solution->flows[0].offer)]
      .base_units = 0;
  EXPECT_THAT(CheckCertificate(instance, *solution),
              StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace twinaid::matcher
