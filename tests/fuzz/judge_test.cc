// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The fuzzer can fail: solvers that are wrong in one way each are found out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "matcher/pool.h"
#include "matcher/solve.h"
#include "tests/fuzz/try_pairs.h"
#include "tests/fuzz/try_pool.h"
#include "tests/matcher/pool_support.h"
#include "tests/matcher/single_ties.h"

namespace twinaid::matcher {
namespace {

using testing::HasSubstr;

constexpr Shape kShape = {6, 3, 24, 20, 26, true};

bool BreaksALot(const Instance& instance, const PoolResult& result) {
  std::map<std::pair<OfferIndex, PlaceIndex>, std::int64_t> shipped;
  for (const Flow& flow : result.flows) {
    shipped[{flow.offer, instance.needs[At(flow.need)].place}] +=
        flow.base_units;
  }
  return std::any_of(shipped.begin(), shipped.end(), [&](const auto& entry) {
    return entry.second < instance.offers[At(entry.first.first)].min_lot;
  });
}

// Changes an answer; says whether there was anything to change.
using PoolChange =
    std::function<bool(const Instance&, PoolOrder, int, PoolResult&)>;

struct PoolFault {
  const char* name;
  const char* message;
  PoolChange change;
};

class FuzzPoolJudgeTest : public testing::TestWithParam<PoolFault> {};

TEST_P(FuzzPoolJudgeTest, FindsOut) {
  int changed_instances = 0;
  for (std::uint64_t seed = 1; seed <= 500 && changed_instances < 20; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomPool(seed, kShape);
    ASSERT_EQ(TryPool(instance), "");
    bool changed = false;
    const std::string fault = TryPool(
        instance,
        [&](const Instance& asked, PoolOrder order,
            int threads) -> absl::StatusOr<PoolResult> {
          absl::StatusOr<PoolResult> result = SolvePool(asked, order, threads);
          if (result.ok()) {
            changed |= GetParam().change(asked, order, threads, *result);
          }
          return result;
        });
    if (!changed) continue;
    ++changed_instances;
    ASSERT_THAT(fault, HasSubstr(GetParam().message));
  }
  EXPECT_EQ(changed_instances, 20);
}

INSTANTIATE_TEST_SUITE_P(
    Answers, FuzzPoolJudgeTest,
    testing::Values(
        PoolFault{"AFlowIsLessByOne", "not proven",
                  [](const Instance&, PoolOrder, int, PoolResult& r) {
                    if (r.flows.empty()) return false;
                    --r.flows.back().base_units;
                    return true;
                  }},
        PoolFault{"AFlowIsLeftOutInFairOrder", "pool fair not proven",
                  [](const Instance&, PoolOrder order, int, PoolResult& r) {
                    if (order != PoolOrder::kFair || r.flows.empty()) {
                      return false;
                    }
                    r.units -= r.flows.back().base_units;
                    r.flows.pop_back();
                    return true;
                  }},
        PoolFault{"APriceIsHigherByOne", "pool by value not proven",
                  [](const Instance&, PoolOrder, int, PoolResult& r) {
                    for (PoolPrice& price : r.prices) {
                      if (price.points == 0) continue;
                      ++price.points;
                      return true;
                    }
                    return false;
                  }},
        PoolFault{"TheRelaxedValueIsMoreByOne", "not proven",
                  [](const Instance&, PoolOrder, int, PoolResult& r) {
                    ++r.relaxed[3];
                    return true;
                  }},
        PoolFault{"TheOtherOrderIsAnswered", "not proven",
                  [](const Instance& asked, PoolOrder order, int threads,
                     PoolResult& r) {
                    const auto by_value =
                        SolvePool(asked, PoolOrder::kByValue, threads);
                    const bool differs =
                        order == PoolOrder::kFair && by_value.ok() &&
                        CoverageOf(asked, *by_value) != CoverageOf(asked, r);
                    if (differs) r = *by_value;
                    return differs;
                  }},
        PoolFault{"LotsAreForgotten", "not proven",
                  [](const Instance& asked, PoolOrder order, int threads,
                     PoolResult& r) {
                    Instance without = asked;
                    for (Offer& offer : without.offers) offer.min_lot = 0;
                    r = *SolvePool(without, order, threads);
                    return BreaksALot(asked, r);
                  }},
        PoolFault{"TwoThreadsGiveAnotherOrderOfFlows", "two threads",
                  [](const Instance&, PoolOrder, int threads, PoolResult& r) {
                    if (threads != 2 || r.flows.size() < 2) return false;
                    std::swap(r.flows.front(), r.flows.back());
                    return true;
                  }}),
    [](const auto& test_case) { return std::string(test_case.param.name); });

Instance WithTwoTies() {
  Instance instance = RandomPool(1, kShape);
  instance.ties.push_back(instance.ties[0]);
  return instance;
}

Instance Invalid() {
  Instance instance = RandomPool(1, kShape);
  instance.needs[0].place = instance.places;
  return instance;
}

TEST(FuzzPoolJudgeTest, LetsTheRightRefusalsPass) {
  EXPECT_EQ(TryPool(Invalid()), "");
  EXPECT_EQ(TryPool(WithTwoTies()), "");
}

TEST(FuzzPoolJudgeTest, FindsOutASolverThatRefusesWhatIsValid) {
  EXPECT_THAT(TryPool(RandomPool(1, kShape),
                      [](const Instance&, PoolOrder, int) {
                        return absl::ResourceExhaustedError("no");
                      }),
              HasSubstr("refused as RESOURCE_EXHAUSTED: no"));
}

TEST(FuzzPoolJudgeTest, FindsOutASolverThatAnswersTwoTies) {
  EXPECT_THAT(TryPool(WithTwoTies(),
                      [](const Instance& asked, PoolOrder order, int threads) {
                        return SolvePool(WithSingleTies(asked), order, threads);
                      }),
              HasSubstr("says OK instead of INVALID_ARGUMENT"));
}

TEST(FuzzPoolJudgeTest, FindsOutASolverThatAnswersOrMisnamesTheInvalid) {
  EXPECT_THAT(TryPool(Invalid(),
                      [](const Instance&, PoolOrder, int) {
                        return absl::StatusOr<PoolResult>(PoolResult{});
                      }),
              HasSubstr("says OK instead of"));
  EXPECT_THAT(TryPool(Invalid(),
                      [](const Instance&, PoolOrder order, int) {
                        return order == PoolOrder::kFair
                                   ? absl::InvalidArgumentError("something")
                                   : Validate(Invalid());
                      }),
              HasSubstr("pool fair says INVALID_ARGUMENT: something"));
}

TEST(FuzzPoolJudgeTest, FindsOutOrdersThatMoveUnequalUnits) {
  PoolResult by_value;
  PoolResult fair;
  by_value.units = 8;
  fair.units = 7;
  EXPECT_EQ(JudgeOrders(by_value, fair),
            "the pool moves 8 units by value, 7 in fair order");
  fair.barred.push_back({0, 0});
  EXPECT_EQ(JudgeOrders(by_value, fair), "");
}

TEST(FuzzPairJudgeTest, FindsOutAnAnswerThatWasChanged) {
  int changed = 0;
  for (std::uint64_t seed = 1; seed <= 200 && changed < 20; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomPool(seed, kShape);
    ASSERT_EQ(TryPairs(instance), "");
    const absl::StatusOr<Solution> solution = Solve(instance);
    ASSERT_TRUE(solution.ok());
    if (solution->flows.empty()) continue;
    ++changed;
    EXPECT_THAT(TryPairs(instance,
                         [&](const Instance&) {
                           Solution forged = *solution;
                           ++forged.flows.back().base_units;
                           return absl::StatusOr<Solution>(forged);
                         }),
                HasSubstr("pairs not proven"));
  }
  EXPECT_EQ(changed, 20);
}

TEST(FuzzPairJudgeTest, FindsOutWrongRefusalsAndWrongAnswers) {
  EXPECT_EQ(TryPairs(Invalid()), "");
  EXPECT_THAT(TryPairs(Invalid(),
                       [](const Instance&) {
                         return absl::StatusOr<Solution>(Solution{});
                       }),
              HasSubstr("pairs refused as OK"));
  EXPECT_THAT(TryPairs(RandomPool(1, kShape),
                       [](const Instance&) -> absl::StatusOr<Solution> {
                         return absl::ResourceExhaustedError("no");
                       }),
              HasSubstr("pairs refused as RESOURCE_EXHAUSTED: no"));
}

}  // namespace
}  // namespace twinaid::matcher
