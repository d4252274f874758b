// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The shelves against Compatibility, which judges need by need and offer by
// offer.
#include "matcher/shelves.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "matcher/compatibility.h"
#include "matcher/points.h"
#include "tests/matcher/random_instance.h"
#include "tests/matcher/wide_instance.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t i) { return static_cast<std::size_t>(i); }

Shelves ShelvesOf(const Instance& instance) {
  return Shelves(instance, PointsPerBaseUnit(instance));
}

using Arc = std::tuple<TieIndex, NeedIndex, OfferIndex>;

std::set<Arc> ArcsByJudge(const Instance& instance) {
  const Compatibility compatibility(instance);
  std::set<Arc> arcs;
  for (TieIndex t = 0; At(t) < instance.ties.size(); ++t) {
    const Tie& tie = instance.ties[At(t)];
    for (NeedIndex n = 0; At(n) < instance.needs.size(); ++n) {
      const Need& need = instance.needs[At(n)];
      if (need.place != tie.recipient || need.base_units == 0) continue;
      for (OfferIndex o = 0; At(o) < instance.offers.size(); ++o) {
        if (instance.offers[At(o)].place == tie.donor &&
            compatibility.Judge(n, o, tie.transit_days) ==
                UnmetReason::kStockUsedUp) {
          arcs.emplace(t, n, o);
        }
      }
    }
  }
  return arcs;
}

std::set<Arc> ArcsByShelves(const Instance& instance, const Shelves& shelves) {
  std::set<Arc> arcs;
  for (TieIndex t = 0; At(t) < instance.ties.size(); ++t) {
    const Tie& tie = instance.ties[At(t)];
    for (const NeedCell& needs : shelves.NeedCells(tie.recipient)) {
      const OfferCell* cell = shelves.FindOfferCell(tie.donor, needs.family);
      if (cell == nullptr) continue;
      std::vector<RowWord> rows(cell->words(), ~RowWord{0});
      std::vector<RowWord> sendable(cell->words(), ~RowWord{0});
      shelves.Sendable(*cell, tie.recipient, tie.transit_days, sendable);
      for (NeedRowIndex n = needs.begin; n < needs.end; ++n) {
        const bool some =
            shelves.Candidates(*cell, n, tie.recipient, tie.transit_days, rows);
        std::int32_t count = 0;
        for (std::int32_t bit = 0; bit < 64 * int(rows.size()); ++bit) {
          if ((rows[At(bit / 64)] >> bit % 64 & 1) == 0) continue;
          EXPECT_LT(bit, cell->size());
          EXPECT_NE(sendable[At(bit / 64)] >> bit % 64 & 1, 0U);
          EXPECT_LT(bit,
                    shelves.ReadyRows(*cell, shelves.needs()[At(n)].deadline(),
                                      tie.transit_days));
          ++count;
          arcs.emplace(t, shelves.need_index(n),
                       shelves.offer_index(cell->begin + bit));
        }
        EXPECT_EQ(some, count > 0);
      }
    }
  }
  return arcs;
}

TEST(ShelvesTest, PutTogetherWhatCompatibilityDoes) {
  std::size_t arcs = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make({5, 6, 30, 30, 10});
    const std::set<Arc> expected = ArcsByJudge(instance);
    ASSERT_EQ(ArcsByShelves(instance, ShelvesOf(instance)), expected);
    arcs += expected.size();
  }
  EXPECT_GT(arcs, 10'000U) << "too few arcs to say anything";
}

TEST(ShelvesTest, PutTogetherWhatCompatibilityDoesInWideCells) {
  std::int32_t widest = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = WideInstance(seed, WideShapeOf(seed));
    const Shelves shelves = ShelvesOf(instance);
    ASSERT_EQ(ArcsByShelves(instance, shelves), ArcsByJudge(instance));
    for (PlaceIndex p = 0; p < instance.places; ++p) {
      for (const OfferCell& cell : shelves.OfferCells(p)) {
        widest = std::max(widest, cell.size());
      }
    }
  }
  EXPECT_GT(widest, 64);
}

TEST(ShelvesTest, StandInTheOrderTheyPromise) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = WideInstance(seed, WideShapeOf(seed));
    const std::vector<std::int64_t> points = PointsPerBaseUnit(instance);
    const Shelves shelves(instance, points);
    for (PlaceIndex p = 0; p < instance.places; ++p) {
      FamilyIndex before = -1;
      for (const OfferCell& cell : shelves.OfferCells(p)) {
        ASSERT_LT(before, cell.family);
        ASSERT_LT(cell.family, shelves.families());
        before = cell.family;
        ASSERT_LT(cell.begin, cell.end);
        for (OfferRowIndex row = cell.begin; row < cell.end; ++row) {
          const OfferRow& offer = shelves.offers()[At(row)];
          const Offer& record = instance.offers[At(shelves.offer_index(row))];
          ASSERT_EQ(record.place, p);
          ASSERT_EQ(offer.base_units, record.base_units);
          ASSERT_EQ(offer.ready, record.ready);
          ASSERT_LE(cell.least_shelf_days, offer.shelf_days);
          if (row == cell.begin) continue;
          ASSERT_LT(std::make_pair(shelves.offers()[At(row) - 1].ready,
                                   shelves.offer_index(row - 1)),
                    std::make_pair(offer.ready, shelves.offer_index(row)));
        }
      }
      before = -1;
      for (const NeedCell& cell : shelves.NeedCells(p)) {
        ASSERT_LT(before, cell.family);
        before = cell.family;
        std::tuple<std::int32_t, std::int64_t, NeedIndex> last = {-1, 0, 0};
        for (NeedRowIndex row = cell.begin; row < cell.end; ++row) {
          const NeedRow& need = shelves.needs()[At(row)];
          const NeedIndex n = shelves.need_index(row);
          const Need& record = instance.needs[At(n)];
          ASSERT_EQ(record.place, p);
          ASSERT_EQ(need.base_units(), record.base_units);
          ASSERT_EQ(need.points(), points[At(n)]);
          ASSERT_EQ(need.tier(), record.tier);
          ASSERT_EQ(need.deadline(), record.deadline);
          const UrgencyPrice urgency =
              UrgencyOf(instance.tiers, record.tier, points[At(n)]);
          const auto here = std::make_tuple(urgency.tier, -urgency.points, n);
          ASSERT_LT(last, here);
          last = here;
        }
      }
    }
  }
}

TEST(ShelvesTest, EveryUsableRecordHasOneRow) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = RandomInstance(seed).Make({5, 6, 30, 30, 10});
    const Shelves shelves = ShelvesOf(instance);
    std::vector<int> rows_of_need(instance.needs.size(), 0);
    for (std::size_t row = 0; row < shelves.needs().size(); ++row) {
      ++rows_of_need[At(shelves.need_index(static_cast<NeedRowIndex>(row)))];
    }
    for (std::size_t n = 0; n < instance.needs.size(); ++n) {
      EXPECT_EQ(rows_of_need[n], instance.needs[n].base_units > 0 ? 1 : 0);
    }
    std::vector<int> rows_of_offer(instance.offers.size(), 0);
    for (std::size_t row = 0; row < shelves.offers().size(); ++row) {
      ++rows_of_offer[At(shelves.offer_index(static_cast<OfferRowIndex>(row)))];
    }
    for (std::size_t o = 0; o < instance.offers.size(); ++o) {
      const Offer& offer = instance.offers[o];
      EXPECT_EQ(rows_of_offer[o],
                offer.base_units > 0 && offer.base_units >= offer.min_lot &&
                        offer.ready <= offer.available_until &&
                        offer.ready <= offer.expiry
                    ? 1
                    : 0);
    }
  }
}

TEST(ShelvesTest, NeedsThatTheSameItemsServeShareOneClass) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const Instance instance = WideInstance(seed, WideShapeOf(seed));
    const Shelves shelves = ShelvesOf(instance);
    const Compatibility compatibility(instance);
    std::map<std::pair<std::int32_t, std::vector<ItemIndex>>, ClassIndex> seen;
    std::set<ClassIndex> used;
    for (std::size_t row = 0; row < shelves.needs().size(); ++row) {
      const Need& need =
          instance
              .needs[At(shelves.need_index(static_cast<NeedRowIndex>(row)))];
      std::vector<ItemIndex> items;
      for (ItemIndex i = 0; At(i) < instance.items.size(); ++i) {
        if (i == need.item ||
            (compatibility.Accepts(need, i) &&
             compatibility.Quality(need.item, i) >=
                 std::max<std::int32_t>(0, need.min_quality))) {
          items.push_back(i);
        }
      }
      const ClassIndex acceptance = shelves.needs()[row].acceptance();
      ASSERT_THAT(shelves.ItemsOf(acceptance),
                  testing::ElementsAreArray(items));
      // The items say which group it is.
      const auto [entry, is_new] =
          seen.try_emplace({need.currency, items}, acceptance);
      ASSERT_EQ(entry->second, acceptance);
      ASSERT_EQ(used.insert(acceptance).second, is_new);
    }
    EXPECT_EQ(static_cast<std::int32_t>(used.size()), shelves.classes());
  }
}

TEST(ShelvesTest, AnEmptyInstanceHasNone) {
  Instance instance;
  instance.places = 1;
  const Shelves shelves = ShelvesOf(instance);
  EXPECT_EQ(shelves.families(), 0);
  EXPECT_EQ(shelves.classes(), 0);
  EXPECT_TRUE(shelves.OfferCells(0).empty());
  EXPECT_TRUE(shelves.NeedCells(0).empty());
  EXPECT_EQ(shelves.FindOfferCell(0, 0), nullptr);
}

// Goods that keep for ever reach every deadline that is none.
TEST(ShelvesTest, TheLongestTransitOverflowsNothing) {
  Instance instance;
  instance.places = 2;
  instance.items = {{0, 1}};
  Need need;
  need.place = 1;
  need.base_units = 1;
  Offer early, late;
  early.base_units = late.base_units = 1;
  early.ready = std::numeric_limits<Day>::min();
  late.ready = 1;
  instance.needs = {need};
  instance.offers = {early, late};
  instance.ties = {{0, 1, std::numeric_limits<std::int32_t>::max(), 0, 0, 0}};
  EXPECT_THAT(ArcsByShelves(instance, ShelvesOf(instance)),
              testing::ElementsAre(Arc{0, 0, 0}));
  EXPECT_EQ(ArcsByShelves(instance, ShelvesOf(instance)),
            ArcsByJudge(instance));
}

}  // namespace
}  // namespace twinaid::matcher
