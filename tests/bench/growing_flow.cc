// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/growing_flow.h"

#include <algorithm>
#include <utility>

namespace twinaid::bench {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

GrowingFlow::GrowingFlow(std::vector<std::int64_t> stock)
    : stock_(std::move(stock)),
      given_(stock_.size()),
      dry_(stock_.size(), false) {}

std::int64_t GrowingFlow::Add(std::int64_t size,
                              std::vector<std::size_t> from) {
  from_.push_back(std::move(from));
  std::int64_t growth = 0;
  while (growth < size) {
    const std::int64_t step = Send(size - growth);
    if (step == 0) break;
    growth += step;
  }
  return growth;
}

std::int64_t GrowingFlow::Send(std::int64_t wanted) {
  // Depth first with a stack of its own. taker[o]: the need that would draw on
  // offer o; source[n]: the offer that need n would give back.
  std::vector<std::size_t> taker(stock_.size(), kNone);
  std::vector<std::size_t> source(from_.size(), kNone);
  std::vector<bool> seen(from_.size(), false);
  const std::size_t root = from_.size() - 1;
  std::vector<std::size_t> stack = {root};
  seen[root] = true;
  std::size_t end = kNone;
  while (!stack.empty() && end == kNone) {
    const std::size_t n = stack.back();
    stack.pop_back();
    for (const std::size_t o : from_[n]) {
      if (dry_[o] || taker[o] != kNone) continue;
      taker[o] = n;
      if (stock_[o] > 0) {
        end = o;
        break;
      }
      for (const auto& [other, amount] : given_[o]) {
        if (seen[other]) continue;
        seen[other] = true;
        source[other] = o;
        stack.push_back(other);
      }
    }
  }
  if (end == kNone) {
    for (std::size_t o = 0; o < taker.size(); ++o) {
      if (taker[o] != kNone) dry_[o] = true;
    }
    return 0;
  }
  std::int64_t step = std::min(wanted, stock_[end]);
  for (std::size_t n = taker[end]; n != root; n = taker[source[n]]) {
    step = std::min(step, given_[source[n]].at(n));
  }
  stock_[end] -= step;
  for (std::size_t o = end;;) {
    const std::size_t n = taker[o];
    given_[o][n] += step;
    if (n == root) return step;
    const auto back = given_[source[n]].find(n);
    back->second -= step;
    o = source[n];
    if (back->second == 0) given_[o].erase(back);
  }
}

}  // namespace twinaid::bench
