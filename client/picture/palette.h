// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The colours of a page, by day and by night, and how well two of them can be
// told apart.
#ifndef TWINAID_CLIENT_PICTURE_PALETTE_H_
#define TWINAID_CLIENT_PICTURE_PALETTE_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::picture {

using Colour = std::uint32_t;  // 0xRRGGBB

struct Shade {
  absl::string_view name;  // of the CSS variable, without "--"
  Colour light = 0;
  Colour dark = 0;
};

inline constexpr std::array<Shade, 15> kPalette = {{
    {"paper", 0xffffff, 0x11181f},
    {"card", 0xf5f7f9, 0x1a232c},
    {"ink", 0x17232e, 0xe8eef3},
    {"soft", 0x4d5b68, 0xa9b6c2},
    {"line", 0xcfd7de, 0x36434f},
    {"accent", 0x0b5c8f, 0x7cc0f0},
    {"sea", 0xe9f1f7, 0x16222d},
    {"land", 0xdde1d3, 0x2c3843},
    {"proposed", 0xa84b00, 0xf2b45c},
    {"accepted", 0x1656c4, 0x86b4ff},
    {"dispatched", 0x7a2fc9, 0xcba8ff},
    {"received", 0x0f7238, 0x63d394},
    {"ended", 0x626c76, 0x97a3ae},
    {"open", 0xe0e4e8, 0x3a4651},
    {"alarm", 0xb3152a, 0xff9aa2},
}};

// Two shades that stand on each other, and the least contrast they need: 4.5
// for text, 3 for what is drawn (WCAG 2.2 AA, 1.4.3 and 1.4.11).
struct Neighbours {
  absl::string_view front;
  absl::string_view back;
  double least = 0;
};

// All that the page puts on each other.
std::vector<Neighbours> AllNeighbours();

// The contrast of two colours by WCAG, 1 to 21.
double Contrast(Colour one, Colour other);

// The neighbours of `palette` that are too close, by day or by night, as lines
// "front on back, night: 2.1 < 3.0". Empty: all is well.
std::vector<std::string> TooClose(const std::array<Shade, 15>& palette);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_PALETTE_H_
