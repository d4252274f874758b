// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The provinces and places of the counterpart-support plan of 10 February 2020,
// every province tied to every place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
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
};

Published ReadPublished() {
  Published published;
  for (const auto& row :
       ReadRows(TWINAID_TEST_DATA "/counterpart_support_2020.csv")) {
    published.provinces.insert(row[1]);
    published.places.insert(row[2]);
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

}  // namespace
}  // namespace twinaid::planning
