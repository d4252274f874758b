// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The provinces and places of the counterpart-support plan of 10 February 2020,
// every province tied to every place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "service/planning/plan.h"
#include "tests/service/planning/small_world.h"
#include "tests/support/status_matchers.h"

namespace twinaid::planning {
namespace {

std::vector<std::vector<std::string>> ReadRows(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    rows.push_back(absl::StrSplit(line, ','));
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

struct Published {
  std::set<std::string> provinces;
  std::set<std::string> places;
  std::set<std::pair<std::string, std::string>> pairings;
};

Published ReadPublished() {
  Published published;
  for (const auto& row :
       ReadRows(TWINAID_TEST_DATA "/counterpart_support_2020.csv")) {
    published.provinces.insert(row[1]);
    published.places.insert(row[2]);
    published.pairings.emplace(row[1], row[2]);
  }
  return published;
}

// Persons by place, of the rows that have no quoted cell.
std::map<std::string, std::int64_t> ReadPopulation() {
  std::map<std::string, std::int64_t> population;
  for (const auto& row : ReadRows(TWINAID_DEPLOY_DATA "/places.csv")) {
    std::int64_t persons = 0;
    if (row.size() > 9 && absl::SimpleAtoi(row[9], &persons)) {
      population[row[0]] = persons;
    }
  }
  return population;
}

// A place needs a mask for every tenth of its people, critically, and a suit
// for every thousandth; a province can give one for a thousand and one for
// fifty thousand of its own.
SmallWorld MakeWorld() {
  const Published published = ReadPublished();
  const auto population = ReadPopulation();
  SmallWorld world;
  world.input.policy.rungs = 1;
  world.Item("mask").Item("suit");
  for (const std::string& place : published.places) {
    world.Place(place);
    const std::int64_t people = population.at(place);
    world.Need(place, "mask", people / 10, model::Urgency::kCritical);
    world.Need(place, "suit", people / 1000, model::Urgency::kHigh);
  }
  for (const std::string& province : published.provinces) {
    world.Place(province);
    const std::int64_t people = population.at(province);
    world.Offer(province, "mask", people / 1000);
    world.Offer(province, "suit", people / 50000);
    for (const std::string& place : published.places) {
      world.Link(province, place, model::LinkKind::kCounterpartSupport);
    }
  }
  return world;
}

TEST(Counterpart2020Test,
     ThePublishedPlanHasNineteenProvincesAndSixteenPlaces) {
  const Published published = ReadPublished();
  EXPECT_EQ(published.provinces.size(), 19u);
  EXPECT_EQ(published.places.size(), 16u);
}

TEST(Counterpart2020Test, EveryPlaceGetsACounterpartAndThreeProvincesStayFree) {
  const Published published = ReadPublished();
  const absl::StatusOr<Plan> plan = MakePlan(MakeWorld().input);
  ASSERT_THAT(plan, IsOk());
  EXPECT_TRUE(plan->verified());
  std::set<std::string> recipients;
  std::set<std::string> donors;
  for (const PlannedPairing& pairing : plan->pairings) {
    EXPECT_TRUE(recipients.insert(pairing.recipient.value()).second);
    EXPECT_TRUE(donors.insert(pairing.donor.value()).second);
  }
  EXPECT_EQ(recipients, published.places);
  EXPECT_EQ(published.provinces.size() - donors.size(), 3u);
  EXPECT_TRUE(std::includes(published.provinces.begin(),
                            published.provinces.end(), donors.begin(),
                            donors.end()));
  ASSERT_EQ(plan->certificate.size(), 1u);
  EXPECT_EQ(plan->certificate[0].pairs, 16);
  EXPECT_EQ(plan->certificate[0].edges_checked, 19 * 16);
  EXPECT_EQ(plan->certificate[0].primal, plan->certificate[0].dual);
}

TEST(Counterpart2020Test, TheOrderOfTheRowsDoesNotMatter) {
  SmallWorld world = MakeWorld();
  const absl::StatusOr<Plan> plan = MakePlan(world.input);
  ASSERT_THAT(plan, IsOk());
  for (unsigned seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::shuffle(world.input.places.begin(), world.input.places.end(), random);
    std::shuffle(world.input.links.begin(), world.input.links.end(), random);
    std::shuffle(world.input.items.begin(), world.input.items.end(), random);
    std::shuffle(world.input.needs.begin(), world.input.needs.end(), random);
    std::shuffle(world.input.offers.begin(), world.input.offers.end(), random);
    const absl::StatusOr<Plan> other = MakePlan(world.input);
    ASSERT_THAT(other, IsOk());
    EXPECT_EQ(other->input_hash, plan->input_hash);
    EXPECT_EQ(other->certificate, plan->certificate);
    ASSERT_EQ(other->pairings.size(), plan->pairings.size());
    for (std::size_t i = 0; i < plan->pairings.size(); ++i) {
      EXPECT_EQ(other->pairings[i].donor, plan->pairings[i].donor);
      EXPECT_EQ(other->pairings[i].recipient, plan->pairings[i].recipient);
    }
    ASSERT_EQ(other->matches.size(), plan->matches.size());
    for (std::size_t i = 0; i < plan->matches.size(); ++i) {
      EXPECT_EQ(other->matches[i].need, plan->matches[i].need);
      EXPECT_EQ(other->matches[i].offer, plan->matches[i].offer);
      EXPECT_EQ(other->matches[i].quantity, plan->matches[i].quantity);
    }
  }
}

// Each place takes as many partners as the plan gave it, and the whole plan
// stands.
SmallWorld MakeStanding() {
  const Published published = ReadPublished();
  SmallWorld world = MakeWorld();
  std::map<std::string, int> partners;
  for (const auto& [province, place] : published.pairings) {
    ++partners[province];
    ++partners[place];
    world.Standing(province, place);
  }
  for (const auto& [id, count] : partners) world.Capacities(id, count, count);
  return world;
}

std::set<std::pair<std::string, std::string>> PairsIn(const Plan& plan) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const PlannedPairing& pairing : plan.pairings) {
    pairs.emplace(pairing.donor.value(), pairing.recipient.value());
  }
  return pairs;
}

// Points of all matches by tier: each place has one need a tier.
std::array<std::int64_t, 2> PointsOf(const SmallWorld& world,
                                     const Plan& plan) {
  std::map<model::NeedName, const model::Need*> needs;
  for (const model::Need& need : world.input.needs) needs[need.name] = &need;
  std::array<std::int64_t, 2> points{};
  for (const PlannedMatch& match : plan.matches) {
    const model::Need& need = *needs.at(match.need);
    const std::int64_t unit = (std::int64_t{1} << 44) / need.total.value();
    points.at(need.urgency == model::Urgency::kCritical ? 0 : 1) +=
        unit * match.quantity.value();
  }
  return points;
}

TEST(Counterpart2020Test, ThePublishedPlanIsKeptWholeWhereItStands) {
  const Published published = ReadPublished();
  ASSERT_EQ(published.pairings.size(), 21u);
  SmallWorld world = MakeStanding();
  // What a province has for each of its places is set apart for it, so that
  // each of its pairings has something to ship.
  world.input.offers.clear();
  for (const auto& [province, place] : published.pairings) {
    world.Offer(province, "mask", 1000);
    world.input.offers.back().directed_to = model::PlaceId::Trusted(place);
  }
  const absl::StatusOr<Plan> plan = MakePlan(world.input);
  ASSERT_THAT(plan, IsOk());
  EXPECT_TRUE(plan->verified());
  EXPECT_EQ(PairsIn(*plan), published.pairings);
  for (const PlannedPairing& pairing : plan->pairings) {
    EXPECT_TRUE(pairing.standing);
  }
}

TEST(Counterpart2020Test, NothingIsAddedToThePublishedPlan) {
  const Published published = ReadPublished();
  const absl::StatusOr<Plan> plan = MakePlan(MakeStanding().input);
  ASSERT_THAT(plan, IsOk());
  EXPECT_TRUE(plan->verified());
  for (const auto& pair : PairsIn(*plan)) {
    EXPECT_TRUE(published.pairings.contains(pair));
  }
}

TEST(Counterpart2020Test, FromScratchNoLessIsCoveredThanByThePublishedPlan) {
  const Published published = ReadPublished();
  SmallWorld world = MakeStanding();
  const absl::StatusOr<Plan> kept = MakePlan(world.input);
  world.input.standing.clear();
  const absl::StatusOr<Plan> anew = MakePlan(world.input);
  ASSERT_THAT(kept, IsOk());
  ASSERT_THAT(anew, IsOk());
  EXPECT_TRUE(anew->verified());
  EXPECT_GE(PointsOf(world, *anew), PointsOf(world, *kept));
  const auto chosen = PairsIn(*anew);
  int shared = 0;
  for (const auto& [province, place] : chosen) {
    const bool same = published.pairings.contains({province, place});
    shared += same ? 1 : 0;
    std::cout << (same ? "same " : "other ") << province << " > " << place
              << "\n";
  }
  for (const auto& [province, place] : published.pairings) {
    if (!chosen.contains({province, place})) {
      std::cout << "not chosen " << province << " > " << place << "\n";
    }
  }
  std::cout << chosen.size() << " pairings, " << shared << " as published\n";
}

}  // namespace
}  // namespace twinaid::planning
