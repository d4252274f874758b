// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/service/planning/erring_solvers.h"

namespace twinaid::planning {
namespace {

using model::StageKind;

// a has what b asks for.
SmallWorld Pair() {
  SmallWorld world;
  world.Place("a").Place("b").Item("mask").Link("a", "b");
  world.Need("b", "mask", 100).Offer("a", "mask", 60);
  world.input.policy.rungs = 1;
  return world;
}

SmallWorld StandingWorld() {
  SmallWorld world = Pair();
  world.Standing("a", "b");
  return world;
}

SmallWorld MutualWorld() {
  SmallWorld world = Pair();
  world.Item("gown").Need("a", "gown", 10).Offer("b", "gown", 10);
  world.input.policy.shape = model::Shape::kMutual;
  return world;
}

SmallWorld OneWayWorld() {
  SmallWorld world = Pair();
  world.input.policy.shape = model::Shape::kMutual;
  world.input.policy.allow_one_way = true;
  return world;
}

void Spoil(matcher::Solution& solution, Error error) {
  switch (error) {
    case Error::kProof:
      ++solution.certificate.potentials_total[0];
      return;
    case Error::kGoods:
      if (!solution.flows.empty()) ++solution.flows[0].base_units;
      return;
    case Error::kNothing:
      solution = {};
      return;
  }
}

void Spoil(matcher::PoolResult& result, Error error) {
  switch (error) {
    case Error::kProof:
      ++result.relaxed[0];
      return;
    case Error::kGoods:
      if (!result.flows.empty()) ++result.flows[0].base_units;
      return;
    case Error::kNothing:
      result = {};
      return;
  }
}

}  // namespace

SmallWorld PooledWorld() {
  SmallWorld world;
  world.Place("a").Place("b").Place("c").Item("mask");
  world.Link("a", "b").Link("a", "c");
  world.Need("b", "mask", 100).Need("c", "mask", 10).Offer("a", "mask", 105);
  world.input.policy.pool = model::Pool::kFair;
  return world;
}

std::vector<ErringCase> ErringCases() {
  return {{"standing", StageKind::kStanding, 0, &StandingWorld},
          {"counterpart", StageKind::kCounterpart, 0, &Pair},
          {"mutual", StageKind::kMutual, 0, &MutualWorld},
          {"mutual_one_way", StageKind::kMutual, 0, &OneWayWorld},
          {"pool_by_value", StageKind::kPool, 2, &PooledWorld},
          {"pool_fair", StageKind::kPool, 2, &PooledWorld, /*fair=*/true}};
}

std::string NameOf(const ::testing::TestParamInfo<ErringCase>& info) {
  return info.param.name;
}

Solvers Erring(const ErringCase& erring, Error error) {
  Solvers solvers;
  if (erring.kind == StageKind::kPool) {
    solvers.pool = [erring, error](const matcher::Instance& instance,
                                   matcher::PoolOrder order, int threads) {
      auto result = matcher::SolvePool(instance, order, threads);
      if (result.ok() && erring.fair == (order == matcher::PoolOrder::kFair)) {
        Spoil(*result, error);
      }
      return result;
    };
    return solvers;
  }
  // Stages are solved in the order of the certificate.
  solvers.pairs = [erring, error, stage = std::size_t{0}](
                      const matcher::Instance& instance,
                      const matcher::SolveOptions& options) mutable {
    auto solution = matcher::Solve(instance, options);
    if (solution.ok() && stage++ == erring.stage) Spoil(*solution, error);
    return solution;
  };
  return solvers;
}

}  // namespace twinaid::planning
