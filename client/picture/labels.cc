// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/labels.h"

#include <algorithm>
#include <numeric>

#include "service/model/text.h"

namespace twinaid::picture {
namespace {

constexpr std::size_t kMostTried = 400;
// A longer name would cover what it names.
constexpr int kLongest = 36;
// Of the size of the letters.
constexpr double kColumn = 0.6;  // width of a Latin letter of a wide face
constexpr double kAscent = 0.8;
constexpr double kDescent = 0.22;

double WidthOf(const Spot& spot, const LabelRoom& room) {
  return model::DisplayWidth(spot.name) * kColumn * room.size;
}

std::vector<Label> Candidates(std::size_t index, const Spot& spot,
                              const LabelRoom& room) {
  const double gap = room.mark + room.size * 0.2;
  const double middle = spot.at.y + room.size * 0.3;
  const double above = spot.at.y - gap;
  const double below = spot.at.y + gap + room.size * kAscent;
  return {{index, {spot.at.x + gap, middle}, Anchor::kStart},
          {index, {spot.at.x - gap, middle}, Anchor::kEnd},
          {index, {spot.at.x, above}, Anchor::kMiddle},
          {index, {spot.at.x, below}, Anchor::kMiddle}};
}

}  // namespace

Box BoxOf(const Label& label, const Spot& spot, const LabelRoom& room) {
  const double width = WidthOf(spot, room);
  double left = label.at.x;
  if (label.anchor == Anchor::kMiddle) left -= width / 2;
  if (label.anchor == Anchor::kEnd) left -= width;
  return {left, label.at.y - kAscent * room.size, left + width,
          label.at.y + kDescent * room.size};
}

std::vector<Label> PlaceLabels(const std::vector<Spot>& spots,
                               const LabelRoom& room) {
  std::vector<std::size_t> order(spots.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return spots[a].weight > spots[b].weight;
                   });
  if (order.size() > kMostTried) order.resize(kMostTried);
  std::vector<Box> taken;
  taken.reserve(spots.size() + room.most);
  for (const Spot& spot : spots) {
    taken.push_back({spot.at.x - room.mark, spot.at.y - room.mark,
                     spot.at.x + room.mark, spot.at.y + room.mark});
  }
  std::vector<Label> labels;
  for (const std::size_t index : order) {
    if (labels.size() >= room.most) break;
    const Spot& spot = spots[index];
    if (spot.name.empty() || model::DisplayWidth(spot.name) > kLongest) {
      continue;
    }
    for (const Label& label : Candidates(index, spot, room)) {
      const Box box = BoxOf(label, spot, room);
      if (box.left < 0 || box.top < 0 || box.right > room.width ||
          box.bottom > room.height ||
          std::any_of(taken.begin(), taken.end(),
                      [&](const Box& other) { return box.Meets(other); })) {
        continue;
      }
      taken.push_back(box);
      labels.push_back(label);
      break;
    }
  }
  return labels;
}

}  // namespace twinaid::picture
