// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// From the earth to the picture: Miller's cylindrical projection, in a window
// that holds all places, or in two beside each other where an ocean lies
// between them.
#ifndef TWINAID_CLIENT_PICTURE_PROJECTION_H_
#define TWINAID_CLIENT_PICTURE_PROJECTION_H_

#include <vector>

#include "client/picture/page.h"

namespace twinaid::picture {

struct Point {
  double x = 0;
  double y = 0;
};

// A part of the earth from west to east, and where it stands in the picture.
struct Panel {
  double x = 0;
  double width = 0;
  double west = 0;  // degrees, -180 to below 180
  double east = 0;  // above west, at most 360 degrees on
};

// North is up everywhere, and all panels have the same scale. The map begins
// after the widest gap between the longitudes of the places, so that it is
// never cut where places are close: sister cities of China and the United
// States have the Pacific between them, those of France and Canada the
// Atlantic. A gap of more than 45 degrees that is left divides it into two
// panels with a narrow gutter between them.
class Projection {
 public:
  // Units of the picture from left to right.
  static constexpr double kWidth = 1000;
  static constexpr double kGutter = 14;
  // Units of the path of the land to a degree of longitude.
  static constexpr double kLandUnits = 10;

  // Deterministic; for any order of `places`. No places: the whole earth.
  // O(n log n).
  static Projection Fit(const std::vector<Position>& places);

  const std::vector<Panel>& panels() const { return panels_; }  // one or two
  double height() const { return height_; }
  // Northing() of the upper edge.
  double top() const { return top_; }
  // Units of the picture to a degree of longitude.
  double scale() const { return scale_; }

  // Where a position is; inside the picture for every place that was fitted.
  Point At(const Position& position) const;

  // Miller's ordinate of a latitude, in degrees of longitude at the equator.
  static double Northing(double lat);

 private:
  std::vector<Panel> panels_;
  double top_ = 0;
  double height_ = 0;
  double scale_ = 1;
};

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_PROJECTION_H_
