// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "matcher/pool.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <utility>

#include "matcher/compatibility.h"
#include "matcher/points.h"
#include "matcher/pool_family.h"
#include "matcher/pool_graph.h"
#include "matcher/shelves.h"

namespace twinaid::matcher {
namespace {

std::size_t At(std::int32_t index) { return static_cast<std::size_t>(index); }

// Solves all families, `threads` at a time: each has a result of its own.
std::vector<PoolFamilyResult> SolveFamilies(const Instance& instance,
                                            PoolOrder order, int threads) {
  const Shelves shelves(instance, PointsPerBaseUnit(instance));
  const PoolTies ties(instance);
  std::vector<PoolFamilyResult> results(At(shelves.families()));
  std::atomic<FamilyIndex> next = 0;
  const auto work = [&] {
    for (FamilyIndex family = next++; family < shelves.families();
         family = next++) {
      results[At(family)] =
          SolvePoolFamily(instance, shelves, ties, family, order);
    }
  };
  std::vector<std::thread> helpers;
  for (int i = 1; i < std::min(threads, shelves.families()); ++i) {
    helpers.emplace_back(work);
  }
  work();
  for (std::thread& helper : helpers) helper.join();
  return results;
}

// The flows of all families by need, offer, with their qualities. Empties those
// of the families.
std::vector<Flow> MergeFlows(const Instance& instance,
                             std::vector<PoolFamilyResult>& families) {
  std::vector<std::int32_t> begin(instance.needs.size() + 1, 0);
  for (const PoolFamilyResult& family : families) {
    for (const Flow& flow : family.flows) ++begin[At(flow.need) + 1];
  }
  for (std::size_t n = 1; n < begin.size(); ++n) begin[n] += begin[n - 1];
  std::vector<Flow> flows(At(begin.back()));
  std::vector<std::int32_t> next(begin.begin(), begin.end() - 1);
  for (PoolFamilyResult& family : families) {
    for (const Flow& flow : std::exchange(family.flows, {})) {
      flows[At(next[At(flow.need)]++)] = flow;
    }
  }
  const Compatibility compatibility(instance);
  for (std::size_t n = 0; n < instance.needs.size(); ++n) {
    std::sort(flows.begin() + begin[n], flows.begin() + begin[n + 1],
              [](const Flow& a, const Flow& b) { return a.offer < b.offer; });
  }
  for (Flow& flow : flows) {
    flow.quality = compatibility.Quality(instance.needs[At(flow.need)].item,
                                         instance.offers[At(flow.offer)].item);
  }
  return flows;
}

}  // namespace

absl::StatusOr<PoolResult> SolvePool(const Instance& instance, PoolOrder order,
                                     int threads) {
  if (absl::Status status = Validate(instance); !status.ok()) return status;
  if (threads < 1) return absl::InvalidArgumentError("threads: below 1");
  if (!PoolTies(instance).AreSingle()) {
    return absl::InvalidArgumentError(
        "ties: two from one donor to one recipient");
  }
  std::vector<PoolFamilyResult> families =
      SolveFamilies(instance, order, threads);
  PoolResult result;
  result.prices.resize(instance.offers.size());
  for (const PoolFamilyResult& family : families) {
    if (!family.barred.empty()) {
      result.relaxed_prices.resize(instance.offers.size());
    }
  }
  for (const PoolFamilyResult& family : families) {
    result.relaxed += family.relaxed;
    result.shipped += family.shipped;
    result.barred.insert(result.barred.end(), family.barred.begin(),
                         family.barred.end());
    for (const PoolFamilyResult::Priced& priced : family.prices) {
      result.prices[At(priced.offer)] = priced.price;
    }
    if (result.relaxed_prices.empty()) continue;
    for (const PoolFamilyResult::Priced& priced :
         family.barred.empty() ? family.prices : family.relaxed_prices) {
      result.relaxed_prices[At(priced.offer)] = priced.price;
    }
  }
  std::sort(result.barred.begin(), result.barred.end());
  result.flows = MergeFlows(instance, families);
  for (const Flow& flow : result.flows) result.units += flow.base_units;
  return result;
}

}  // namespace twinaid::matcher
