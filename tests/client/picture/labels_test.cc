// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/labels.h"

#include <gtest/gtest.h>

#include <random>

#include "absl/strings/str_cat.h"

namespace twinaid::picture {
namespace {

const LabelRoom kRoom{1000, 400, 11, 4, 90};

// The labels that lie over each other, over a mark or beyond the edge.
int Collisions(const std::vector<Spot>& spots,
               const std::vector<Label>& labels) {
  int collisions = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Box box = BoxOf(labels[i], spots[labels[i].spot], kRoom);
    if (box.left < 0 || box.top < 0 || box.right > kRoom.width ||
        box.bottom > kRoom.height) {
      ++collisions;
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (box.Meets(BoxOf(labels[j], spots[labels[j].spot], kRoom))) {
        ++collisions;
      }
    }
    for (const Spot& spot : spots) {
      if (box.Meets({spot.at.x - kRoom.mark, spot.at.y - kRoom.mark,
                     spot.at.x + kRoom.mark, spot.at.y + kRoom.mark})) {
        ++collisions;
      }
    }
  }
  return collisions;
}

TEST(PlaceLabels, NamesWhatStandsFree) {
  const std::vector<Spot> spots = {{{100, 100}, "Wuxi", 1},
                                   {{600, 100}, "圣安东尼奥", 1}};
  const std::vector<Label> labels = PlaceLabels(spots, kRoom);
  ASSERT_EQ(labels.size(), 2);
  EXPECT_EQ(labels[0].spot, 0);
  EXPECT_GT(labels[0].at.x, 100);
  EXPECT_EQ(labels[0].anchor, Anchor::kStart);
}

TEST(PlaceLabels, TurnsInwardsAtTheEdge) {
  const std::vector<Label> labels =
      PlaceLabels({{{990, 200}, "San Antonio", 1}}, kRoom);
  ASSERT_EQ(labels.size(), 1);
  EXPECT_EQ(labels[0].anchor, Anchor::kEnd);
}

TEST(PlaceLabels, GivesTheRoomToTheHeavier) {
  std::vector<Spot> spots;
  // Eleven marks at one spot leave room around them for a few names only.
  for (int i = 0; i < 11; ++i) {
    spots.push_back({{500, 200}, absl::StrCat("Place ", i), 1.0 * i});
  }
  const std::vector<Label> labels = PlaceLabels(spots, kRoom);
  ASSERT_FALSE(labels.empty());
  EXPECT_LT(labels.size(), spots.size());
  EXPECT_EQ(labels[0].spot, 10);
}

TEST(PlaceLabels, NeverLaysOneOverAnother) {
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  std::uniform_real_distribution<double> x(0, 1000);
  std::uniform_real_distribution<double> y(0, 400);
  std::vector<Spot> spots;
  for (int i = 0; i < 500; ++i) {
    spots.push_back({{x(random), y(random)}, absl::StrCat("City ", i), 1});
  }
  std::vector<Label> labels = PlaceLabels(spots, kRoom);
  EXPECT_GT(labels.size(), 20) << "seed " << kSeed;
  EXPECT_LE(labels.size(), kRoom.most);
  EXPECT_EQ(Collisions(spots, labels), 0) << "seed " << kSeed;
  // What looks for collisions finds one that is planted.
  labels.push_back(labels.front());
  EXPECT_GT(Collisions(spots, labels), 0);
}

}  // namespace
}  // namespace twinaid::picture
