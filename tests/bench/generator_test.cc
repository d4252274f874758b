// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <initializer_list>
#include <set>
#include <utility>

#include "tests/bench/world.h"
#include "tests/support/status_matchers.h"

namespace twinaid::bench {
namespace {

using matcher::Instance;
using ::testing::AllOf;
using ::testing::Ge;
using ::testing::Le;

std::uint64_t Mixed(std::uint64_t hash,
                    std::initializer_list<std::int64_t> numbers) {
  for (const std::int64_t number : numbers) {
    hash = (hash ^ static_cast<std::uint64_t>(number)) * 0x100000001B3U;
  }
  return hash;
}

// FNV-1a over all that was drawn.
std::uint64_t HashOf(const Instance& instance) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const matcher::Substitute& row : instance.substitutes) {
    hash = Mixed(hash, {row.item, row.substitute, row.quality});
  }
  for (const matcher::Need& need : instance.needs) {
    hash = Mixed(hash, {need.place, need.item, need.base_units, need.tier,
                        need.criticality, need.deadline, need.min_quality,
                        static_cast<int>(need.substitutes)});
  }
  for (const matcher::Offer& offer : instance.offers) {
    hash = Mixed(hash, {offer.place, offer.item, offer.base_units, offer.ready,
                        offer.expiry, offer.directed_to, offer.min_lot});
  }
  for (const matcher::Tie& tie : instance.ties) {
    hash = Mixed(hash, {tie.donor, tie.recipient, tie.transit_days,
                        tie.affinity, tie.tie});
  }
  return hash;
}

template <typename Records, typename Property>
std::size_t PerThousand(const Records& records, Property property) {
  std::size_t count = 0;
  for (const auto& record : records) count += property(record) ? 1 : 0;
  return count * 1000 / records.size();
}

// The figures of the benchmarks are comparable only while this holds, with
// every compiler and on every machine.
TEST(Generator, GivesTheSameInstanceEverywhere) {
  EXPECT_EQ(HashOf(Generate(kSmall, 1)), 14143447834436635581U);
  EXPECT_NE(HashOf(Generate(kSmall, 2)), HashOf(Generate(kSmall, 1)));
}

TEST(Generator, MakesValidInstancesOfTheSizeAskedFor) {
  for (const Scale& scale : {kTiny, kSmall, kMedium}) {
    SCOPED_TRACE(scale.name);
    const Instance instance = Generate(scale, 1);
    EXPECT_THAT(matcher::Validate(instance), IsOk());
    EXPECT_EQ(instance.places, scale.places);
    EXPECT_EQ(instance.ties.size(), 2 * static_cast<std::size_t>(scale.links));
    EXPECT_EQ(instance.needs.size(), static_cast<std::size_t>(scale.needs));
    EXPECT_EQ(instance.offers.size(), static_cast<std::size_t>(scale.offers));
  }
}

TEST(Generator, KeepsTheSharesItPromises) {
  const Instance instance = Generate(kMedium, 1);
  EXPECT_THAT(PerThousand(instance.offers,
                          [](const auto& offer) { return offer.min_lot > 0; }),
              AllOf(Ge(390U), Le(410U)));
  EXPECT_THAT(PerThousand(instance.offers,
                          [](const auto& offer) {
                            return offer.directed_to != matcher::kNoPlace;
                          }),
              AllOf(Ge(17U), Le(23U)));
  EXPECT_THAT(PerThousand(instance.needs,
                          [](const auto& need) {
                            return need.substitutes ==
                                   matcher::SubstituteRule::kListed;
                          }),
              AllOf(Ge(690U), Le(710U)));
  // 40 in 100 keep for ever.
  EXPECT_THAT(PerThousand(instance.offers,
                          [](const auto& offer) {
                            return offer.expiry == matcher::kNoDay;
                          }),
              AllOf(Ge(390U), Le(410U)));
}

TEST(Generator, LinksNoTwoPlacesTwice) {
  const Geography land = ScatterPlaces(kMedium, 1);
  std::set<std::pair<std::int32_t, std::int32_t>> present;
  for (const Link& link : land.links) {
    EXPECT_LT(link.a, link.b);
    EXPECT_THAT(link.transit_days, AllOf(Ge(1), Le(11)));
    EXPECT_TRUE(present.emplace(link.a, link.b).second);
  }
}

TEST(World, HoldsTheSisterCitiesOfTheFiles) {
  const auto world = ReadWorld(TWINAID_BENCH_DATA, 1);
  ASSERT_THAT(world, IsOk());
  EXPECT_EQ(world->sites.size(), static_cast<std::size_t>(kWorld.places));
  EXPECT_EQ(world->links.size(), static_cast<std::size_t>(kWorld.links));
  // Half around the earth is 20,000 km.
  for (const Link& link : world->links) {
    EXPECT_THAT(link.transit_days, AllOf(Ge(1), Le(9)));
  }
  EXPECT_THAT(matcher::Validate(Generate(*world, kWorld, 1)), IsOk());
}

TEST(World, IsNotReadFromNowhere) {
  EXPECT_EQ(ReadWorld("/no/such/folder", 1).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace twinaid::bench
