// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Which names of places find room on a map, and where.
#ifndef TWINAID_CLIENT_PICTURE_LABELS_H_
#define TWINAID_CLIENT_PICTURE_LABELS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "client/picture/projection.h"

namespace twinaid::picture {

// A mark on the map and its name.
struct Spot {
  Point at;
  std::string name;
  double weight = 0;  // the heavier is named first
};

enum class Anchor { kStart, kMiddle, kEnd };

struct Label {
  std::size_t spot = 0;
  Point at;  // of the anchor, on the base line
  Anchor anchor = Anchor::kStart;
};

// A rectangle that a label or a mark takes.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  bool Meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom &&
           other.top < bottom;
  }
};

struct LabelRoom {
  double width = 0;   // of the picture
  double height = 0;  // likewise
  double size = 0;    // of the letters, in units of the picture
  double mark = 0;    // half the side of a mark
  std::size_t most = 0;
};

// The box that a label takes, by an estimate of the width of its letters.
Box BoxOf(const Label& label, const Spot& spot, const LabelRoom& room);

// At most room.most labels, none over another, over a mark or beyond the edge:
// the heaviest spots first, equal ones in their order. Only the 400 heaviest
// are tried. O(n) boxes for each of them.
std::vector<Label> PlaceLabels(const std::vector<Spot>& spots,
                               const LabelRoom& room);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_LABELS_H_
