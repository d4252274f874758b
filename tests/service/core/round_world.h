// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The world with the default scheme, and rounds in it.
#ifndef TWINAID_TESTS_SERVICE_CORE_ROUND_WORLD_H_
#define TWINAID_TESTS_SERVICE_CORE_ROUND_WORLD_H_

#include <string>
#include <vector>

#include "service/core/round_runner.h"
#include "tests/service/core/world.h"

namespace twinaid::core {

inline bool Never() { return false; }

class Rounds : public World {
 protected:
  Rounds() {
    EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
  }

  model::Scheme Default() {
    return See([](const View& v) {
             return GetScheme(
                 v, model::SchemeId::Trusted(model::kDefaultSchemeId));
           })
        .value();
  }
  static NewRound Round(const std::string& id = "") {
    NewRound round;
    round.name = {model::SchemeId::Trusted(model::kDefaultSchemeId),
                  model::RoundId::Trusted(id)};
    round.as_of = absl::CivilDay(2020, 2, 10);
    return round;
  }
  absl::StatusOr<model::Round> Start(const NewRound& round) {
    return Do([&](Mutation& m) { return StartRound(m, round); });
  }
  model::Round Now(const model::RoundName& name) {
    return See([&](const View& v) { return GetRound(v, name); }).value();
  }
  using World::Now;
  // A round from start to end.
  model::Round Run(const Planner& planner = planning::MakePlan) {
    const auto round = Start(Round());
    EXPECT_THAT(round, IsOk());
    EXPECT_THAT(RunRound(work_, round->name, Never, planner), IsOk());
    return Now(round->name);
  }
  std::vector<model::Match> Matches() {
    return See([](const View& v) {
             return v.tx.matches().List(store::MatchQuery{}, std::nullopt, 0);
           })
        .value();
  }
  std::vector<model::Pairing> Pairings() {
    return See([](const View& v) {
             return v.tx.pairings().List(store::PairingQuery{}, std::nullopt,
                                         0);
           })
        .value();
  }
  std::vector<model::UnmetNeed> Unmet(const model::RoundName& round) {
    store::UnmetNeedQuery query;
    query.round = round;
    return See([&](const View& v) {
             return v.tx.unmet_needs().List(query, std::nullopt, 0);
           })
        .value();
  }
  // Wuxi offers 60 gowns, San Antonio needs 100.
  void AddBoth() {
    ASSERT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 100)), IsOk());
    ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 60)), IsOk());
  }
  absl::StatusOr<model::Pairing> End(const model::PairingName& name) {
    return Do([&](Mutation& m) {
      return EndPairing(m, name, "", model::Reason::kOther, "");
    });
  }
};

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_ROUND_WORLD_H_
