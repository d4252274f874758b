// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// In random worlds suggestions are what a scan of everything gives.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/service/core/suggestion_world.h"

namespace twinaid::core {
namespace {

constexpr int kSeeds = TWINAID_SUGGESTION_WORLDS;

// fn(name) for every need and every offer.
template <typename Fn>
void ForEachName(SuggestionWorld& world, Fn fn) {
  for (const model::Need& need : world.needs()) fn(need.name);
  for (const model::Offer& offer : world.offers()) fn(offer.name);
}

// check(seed) for every seed, until one fails.
template <typename Check>
void ForEachSeed(Check check) {
  for (int seed = 1; seed <= kSeeds && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    check(seed);
  }
}

// The suggestions for a need or an offer of the world are those of the scan.
template <typename Name>
void ExpectAsScanned(SuggestionWorld& world, const Name& name) {
  SCOPED_TRACE(name.ToString());
  const auto scan = ToTexts(world.Scan(name, {}));
  const Suggestions all = world.For(name, kMaxSuggestions);
  EXPECT_EQ(ToTexts(all.rows), scan);
  EXPECT_FALSE(all.more_may_exist);
  std::int64_t counted = all.resting + all.below_minimum_lot +
                         static_cast<std::int64_t>(all.rows.size());
  for (const ClosedOut& out : all.closed_out) counted += out.count;
  EXPECT_EQ(counted, all.looked_at) << "each is counted once";
  // A lower limit takes the first of them, and says when there are more.
  for (const int limit : {1, 3}) {
    const Suggestions few = world.For(name, limit);
    const std::size_t taken = std::min<std::size_t>(scan.size(), limit);
    EXPECT_EQ(ToTexts(few.rows),
              std::vector<std::string>(scan.begin(), scan.begin() + taken));
    EXPECT_TRUE(few.more_may_exist || scan.size() == taken);
  }
}

TEST(RandomSuggestions, AreThoseOfAScanInItsOrder) {
  ForEachSeed([](int seed) {
    SuggestionWorld world(seed, /*order=*/1);
    ForEachName(world, [&](const auto& name) { ExpectAsScanned(world, name); });
  });
}

TEST(RandomSuggestions, CanEachBeMadeAMatchAtOnce) {
  ForEachSeed([](int seed) {
    SuggestionWorld world(seed, /*order=*/1);
    ForEachName(world, [&](const auto& name) {
      for (const Suggestion& row : world.For(name, kMaxSuggestions).rows) {
        EXPECT_THAT(world.TryMatch(row), IsOk()) << ToText(row);
      }
    });
  });
}

TEST(RandomSuggestions, DoNotDependOnTheOrderInWhichRowsCame) {
  ForEachSeed([](int seed) {
    SuggestionWorld one(seed, /*order=*/1);
    SuggestionWorld other(seed, /*order=*/2);
    ForEachName(one, [&](const auto& name) {
      EXPECT_EQ(ToTexts(one.For(name, 5).rows),
                ToTexts(other.For(name, 5).rows));
    });
  });
}

// The worlds meet every rule: a scan that forgets one finds something else.
TEST(SuggestionScan, DiffersWhereARuleIsLeftOut) {
  ScanRules no_apart;
  no_apart.apart = false;
  ScanRules no_rest;
  no_rest.rest = false;
  ScanRules no_sides;
  no_sides.sides = false;
  ScanRules no_rungs;
  no_rungs.rungs = false;
  ScanRules no_lots;
  no_lots.lots = false;
  ScanRules no_tie_days;
  no_tie_days.tie_days = false;
  int different[6] = {};
  std::size_t suggested = 0;
  for (int seed = 1; seed <= kSeeds; ++seed) {
    SuggestionWorld world(seed, /*order=*/1);
    ForEachName(world, [&](const auto& name) {
      const auto right = ToTexts(world.Scan(name, {}));
      suggested += right.size();
      int at = 0;
      for (const ScanRules& rules :
           {no_apart, no_rest, no_sides, no_rungs, no_lots, no_tie_days}) {
        if (ToTexts(world.Scan(name, rules)) != right) ++different[at];
        ++at;
      }
    });
  }
  EXPECT_THAT(different, ::testing::Each(::testing::Gt(0)));
  EXPECT_GT(suggested, 5U * kSeeds);
}

}  // namespace
}  // namespace twinaid::core
