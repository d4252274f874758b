// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/edges.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <tuple>

#include "matcher/pair_values.h"

namespace twinaid::matcher {
namespace {

// Ties of a block are valued by one thread, those of a donor in one block.
constexpr std::size_t kTiesOfBlock = 1024;
// How many pairs ahead of its turn a recipient is fetched.
constexpr std::size_t kAhead = 2;

// All ties as edges without value, by donor, recipient, tie.
std::vector<Edge> EdgesOfTies(const Instance& instance) {
  std::vector<std::int32_t> next(static_cast<std::size_t>(instance.places) + 1);
  for (const Tie& tie : instance.ties) {
    ++next[static_cast<std::size_t>(tie.donor) + 1];
  }
  for (std::size_t p = 1; p < next.size(); ++p) next[p] += next[p - 1];
  std::vector<std::int32_t> begin = next;
  std::vector<Edge> edges(instance.ties.size());
  for (std::size_t t = 0; t < instance.ties.size(); ++t) {
    const Tie& tie = instance.ties[t];
    const auto at = next[static_cast<std::size_t>(tie.donor)]++;
    Edge& edge = edges[static_cast<std::size_t>(at)];
    edge.tie = static_cast<TieIndex>(t);
    edge.donor = tie.donor;
    edge.recipient = tie.recipient;
  }
  for (std::size_t p = 0; p + 1 < begin.size(); ++p) {
    std::sort(edges.begin() + begin[p], edges.begin() + begin[p + 1],
              [](const Edge& a, const Edge& b) {
                return std::tie(a.recipient, a.tie) <
                       std::tie(b.recipient, b.tie);
              });
  }
  return edges;
}

// Where blocks begin; the end of the last one is the last.
std::vector<std::size_t> BlocksOf(const std::vector<Edge>& edges) {
  std::vector<std::size_t> begin = {0};
  for (std::size_t e = 1; e < edges.size(); ++e) {
    if (e - begin.back() >= kTiesOfBlock &&
        edges[e].donor != edges[e - 1].donor) {
      begin.push_back(e);
    }
  }
  begin.push_back(edges.size());
  return begin;
}

// Gives the edges from `begin` to before `end` their values.
void ValueBlock(const Instance& instance, std::size_t begin, std::size_t end,
                PairValues& values, std::vector<Edge>& edges) {
  PlaceIndex donor = kNoPlace;
  for (std::size_t e = begin; e < end; ++e) {
    if (e + kAhead < end) values.Prefetch(edges[e + kAhead].recipient);
    Edge& edge = edges[e];
    if (edge.donor != donor) {
      donor = edge.donor;
      values.SetDonor(donor);
    }
    edge.value = values.Of(
        edge.recipient,
        instance.ties[static_cast<std::size_t>(edge.tie)].transit_days);
  }
}

}  // namespace

std::vector<Edge> MakeEdges(const Instance& instance, const Shelves& shelves,
                            int threads) {
  std::vector<Edge> edges = EdgesOfTies(instance);
  const std::vector<std::size_t> blocks = BlocksOf(edges);
  // Each block writes its own edges, so that who values it makes no odds.
  std::atomic<std::size_t> next_block = 0;
  const auto work = [&] {
    PairValues values(shelves);
    while (true) {
      const std::size_t block = next_block.fetch_add(1);
      if (block + 1 >= blocks.size()) return;
      ValueBlock(instance, blocks[block], blocks[block + 1], values, edges);
    }
  };
  std::vector<std::thread> others;
  for (int i = 1;
       i < threads && static_cast<std::size_t>(i) + 1 < blocks.size(); ++i) {
    others.emplace_back(work);
  }
  work();
  for (std::thread& other : others) other.join();
  std::erase_if(edges,
                [](const Edge& edge) { return edge.value == PairValue{}; });
  return edges;
}

}  // namespace twinaid::matcher
