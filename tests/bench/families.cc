// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/families.h"

#include <algorithm>
#include <cstddef>

#include "tests/bench/random.h"

namespace twinaid::bench {
namespace {

enum Stream : std::uint64_t { kTies = 31, kComplete, kGeometric, kFew };

std::size_t At(std::int64_t index) { return static_cast<std::size_t>(index); }

}  // namespace

Family AllEqual(const Geography& land) {
  Family family;
  family.name = "all equal";
  family.places = static_cast<std::int32_t>(land.sites.size());
  for (const Link& link : land.links) {
    family.edges.push_back({link.a, link.b, 1 << 20, 0});
    family.edges.push_back({link.b, link.a, 1 << 20, 0});
  }
  return family;
}

Family AllEqualButTie(const Geography& land, std::uint64_t seed) {
  Family family = AllEqual(land);
  family.name = "all equal but the tie";
  Random random(seed, kTies);
  for (FamilyEdge& edge : family.edges) {
    edge.tie = static_cast<std::int64_t>(random.Next() >> 24);
  }
  return family;
}

Family Chain(std::int32_t n) {
  Family family;
  family.name = "chain";
  family.places = n;
  for (std::int32_t i = 0; i < n; ++i) {
    family.edges.push_back({i, i, 500'000, 0});
    if (i > 0) family.edges.push_back({i, i - 1, 500'001, 0});
  }
  return family;
}

Family Star(std::int32_t n) {
  Family family;
  family.name = "star";
  family.places = n;
  for (std::int32_t i = 0; i < n; ++i) {
    family.edges.push_back({i, 0, 500'000 + i, 0});
    if (i > 0) family.edges.push_back({0, i, 1'000'000 - i, 0});
  }
  return family;
}

Family CompleteBipartite(std::int32_t n, std::uint64_t seed) {
  Family family;
  family.name = "complete bipartite";
  family.places = n;
  family.edges.reserve(At(n) * At(n));
  Random random(seed, kComplete);
  for (std::int32_t d = 0; d < n; ++d) {
    for (std::int32_t r = 0; r < n; ++r) {
      family.edges.push_back({d, r, 1 + random.Below(1 << 20), 0});
    }
  }
  return family;
}

Family Geometric(std::int32_t n, std::uint64_t seed) {
  constexpr std::int32_t kSide = 1 << 19;
  Family family;
  family.name = "geometric";
  family.places = n;
  Random random(seed, kGeometric);
  // One recipient a cell on average; a donor sees its cell and those around.
  const std::int64_t cells =
      std::max<std::int64_t>(1, SquareRoot(std::int64_t{n}));
  struct Point {
    std::int64_t x, y;
  };
  std::vector<Point> recipients;
  std::vector<std::vector<std::int32_t>> in_cell(At(cells * cells));
  const auto cell = [cells](std::int64_t x) { return x * cells / kSide; };
  for (std::int32_t r = 0; r < n; ++r) {
    const std::int64_t x = random.Below(kSide);
    const std::int64_t y = random.Below(kSide);
    recipients.push_back({x, y});
    in_cell[At(cell(y) * cells + cell(x))].push_back(r);
  }
  for (std::int32_t d = 0; d < n; ++d) {
    const std::int64_t x = random.Below(kSide);
    const std::int64_t y = random.Below(kSide);
    for (std::int64_t cy = cell(y) - 1; cy <= cell(y) + 1; ++cy) {
      for (std::int64_t cx = cell(x) - 1; cx <= cell(x) + 1; ++cx) {
        if (cy < 0 || cy >= cells || cx < 0 || cx >= cells) continue;
        for (const std::int32_t r : in_cell[At(cy * cells + cx)]) {
          const std::int64_t dx = recipients[At(r)].x - x;
          const std::int64_t dy = recipients[At(r)].y - y;
          family.edges.push_back(
              {d, r, 2 * kSide - SquareRoot(dx * dx + dy * dy), 0});
        }
      }
    }
  }
  return family;
}

Family FewRecipients(std::int32_t donors, std::int32_t recipients,
                     std::uint64_t seed) {
  Family family;
  family.name = "few recipients";
  family.places = std::max(donors, recipients);
  Random random(seed, kFew);
  for (std::int32_t d = 0; d < donors; ++d) {
    for (int i = 0; i < 5; ++i) {
      const std::int32_t r = random.Below(recipients);
      family.edges.push_back({d, r, 1 + random.Below(1 << 20), 0});
    }
  }
  return family;
}

}  // namespace twinaid::bench
