// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/extra_capacity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "matcher/check_cover.h"
#include "tests/matcher/assignment_proof.h"
#include "tests/support/status_matchers.h"

namespace twinaid::matcher {
namespace {

using ::testing::ElementsAre;

using Pairs = std::vector<PossiblePair>;

// The most recipients of a one-to-one pairing, by trying everything.
int MostCovered(const Pairs& possible, std::size_t next, std::uint32_t given,
                std::uint32_t taken) {
  if (next == possible.size()) return 0;
  const int without = MostCovered(possible, next + 1, given, taken);
  const std::uint32_t donor = 1U << possible[next].donor;
  const std::uint32_t recipient = 1U << possible[next].recipient;
  if ((given & donor) != 0 || (taken & recipient) != 0) return without;
  return std::max(without, 1 + MostCovered(possible, next + 1, given | donor,
                                           taken | recipient));
}

// The least sum of what donors take on beyond one each, by trying every donor
// of every recipient.
int LeastExtra(const std::vector<std::vector<PlaceIndex>>& donors_of,
               std::size_t recipient, std::vector<int>& load) {
  if (recipient == donors_of.size()) return 0;
  if (donors_of[recipient].empty()) {
    return LeastExtra(donors_of, recipient + 1, load);
  }
  int least = 1000;
  for (const PlaceIndex donor : donors_of[recipient]) {
    int& taken = load[static_cast<std::size_t>(donor)];
    const int more = taken > 0 ? 1 : 0;
    ++taken;
    least = std::min(least, more + LeastExtra(donors_of, recipient + 1, load));
    --taken;
  }
  return least;
}

Pairs RandomPairs(std::mt19937_64& random, int places, int pairs) {
  Pairs result;
  for (int i = 0; i < pairs; ++i) {
    result.push_back({Below(random, places), Below(random, places)});
  }
  return result;
}

TEST(PlanCover, IsTheLeastByTryingEverything) {
  int with_extra = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    const int places = 2 + Below(random, 6);
    const Pairs possible = RandomPairs(random, places, Below(random, 13));
    const CoverPlan plan = PlanCover(places, possible);
    ASSERT_THAT(CheckCover(places, possible, plan), IsOk());
    ASSERT_EQ(plan.most_covered, MostCovered(possible, 0, 0, 0));
    std::vector<std::vector<PlaceIndex>> donors_of(
        static_cast<std::size_t>(places));
    for (const PossiblePair& pair : possible) {
      donors_of[static_cast<std::size_t>(pair.recipient)].push_back(pair.donor);
    }
    std::vector<int> load(static_cast<std::size_t>(places), 0);
    ASSERT_EQ(plan.extra, LeastExtra(donors_of, 0, load));
    with_extra += plan.extra > 0 ? 1 : 0;
  }
  EXPECT_GT(with_extra, 100);
}

TEST(PlanCover, IsProvenWhereNobodyCanTry) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    Pairs possible = RandomPairs(random, 20'000, 40'000);
    // 400 recipients more than donors for them.
    for (int i = 0; i < 410; ++i) possible.push_back({i % 10, 20'000 + i});
    const CoverPlan plan = PlanCover(20'410, possible);
    EXPECT_THAT(CheckCover(20'410, possible, plan), IsOk());
    EXPECT_GE(plan.extra, 400);
  }
}

TEST(PlanCover, SaysWhoTakesHowManyMore) {
  // 0 alone can help 2 to 5; 1 can help 5 too.
  const Pairs possible = {{0, 2}, {0, 3}, {0, 4}, {0, 5}, {1, 5}};
  const CoverPlan plan = PlanCover(6, possible);
  EXPECT_EQ(plan.most_covered, 2);
  EXPECT_EQ(plan.extra, 2);
  EXPECT_THAT(plan.extra_loads, ElementsAre(ExtraLoad{0, 2}));
  EXPECT_THAT(plan.rivals, ElementsAre(2, 3, 4));
  EXPECT_THAT(plan.their_donors, ElementsAre(0));
  EXPECT_EQ(plan.donor_of[5], 1);
}

TEST(PlanCover, SpreadsWhatIsBeyondOne) {
  // 0 and 1 can help all of 2 to 5.
  Pairs possible;
  for (PlaceIndex r = 2; r < 6; ++r) {
    possible.push_back({0, r});
    possible.push_back({1, r});
  }
  EXPECT_THAT(PlanCover(6, possible).extra_loads,
              ElementsAre(ExtraLoad{0, 1}, ExtraLoad{1, 1}));
}

TEST(PlanCover, OfNobodyIsEmpty) {
  const CoverPlan plan = PlanCover(2, {});
  EXPECT_THAT(CheckCover(2, {}, plan), IsOk());
  EXPECT_EQ(plan.most_covered, 0);
  EXPECT_EQ(plan.extra, 0);
  EXPECT_THAT(plan.donor_of, ElementsAre(kNoPlace, kNoPlace));
}

TEST(UncoveredRecipients, AreThoseWithADonorButNoPair) {
  EXPECT_THAT(UncoveredRecipients({{0, 1}, {0, 2}, {3, 2}, {3, 0}, {3, 0}},
                                  {1, kNoPlace, kNoPlace, kNoPlace}),
              ElementsAre(0, 2));
}

struct Forgery {
  const char* name;
  std::function<void(CoverPlan&)> change;
};

class CheckCoverTest : public testing::TestWithParam<Forgery> {};

TEST_P(CheckCoverTest, RejectsAForgedPlan) {
  const Pairs possible = {{0, 2}, {0, 3}, {0, 4}, {0, 5}, {1, 5}, {1, 6}};
  CoverPlan plan = PlanCover(8, possible);
  ASSERT_THAT(CheckCover(8, possible, plan), IsOk());
  GetParam().change(plan);
  EXPECT_THAT(CheckCover(8, possible, plan),
              StatusIs(absl::StatusCode::kDataLoss));
}

INSTANTIATE_TEST_SUITE_P(
    Forgeries, CheckCoverTest,
    testing::Values(
        Forgery{"OneMoreCovered", [](CoverPlan& p) { ++p.most_covered; }},
        Forgery{"OneLessExtra",
                [](CoverPlan& p) {
                  --p.extra;
                  ++p.most_covered;
                }},
        Forgery{"AnotherLoad",
                [](CoverPlan& p) { ++p.extra_loads[0].recipients; }},
        Forgery{"ALoadTooMany",
                [](CoverPlan& p) {
                  p.extra_loads.push_back({7, 1});
                }},
        Forgery{"SomebodyWithoutDonor",
                [](CoverPlan& p) { p.donor_of[2] = kNoPlace; }},
        Forgery{"ADonorThatCannot", [](CoverPlan& p) { p.donor_of[2] = 1; }},
        Forgery{"ADonorForNobody", [](CoverPlan& p) { p.donor_of[7] = 0; }},
        Forgery{"AMissingDonorOfRivals",
                [](CoverPlan& p) { p.their_donors.clear(); }},
        Forgery{"AMissingRival", [](CoverPlan& p) { p.rivals.pop_back(); }},
        Forgery{"ARivalTwice",
                [](CoverPlan& p) { p.rivals.push_back(p.rivals.back()); }},
        Forgery{"ARivalThatIsNone",
                [](CoverPlan& p) { p.rivals.push_back(7); }},
        // Worse than it could be, and honest about everything else.
        Forgery{"MoreExtraThanNeeded",
                [](CoverPlan& p) {
                  p.donor_of[5] = 0;
                  p.donor_of[6] = 1;
                  p.extra_loads = {{0, 3}};
                  p.extra = 3;
                  p.most_covered = 2;
                  p.rivals = {2, 3, 4, 5};
                  p.their_donors = {0};
                }},
        Forgery{"PlacesMissing", [](CoverPlan& p) { p.donor_of.pop_back(); }}),
    [](const auto& forgery) { return std::string(forgery.param.name); });

}  // namespace
}  // namespace twinaid::matcher
