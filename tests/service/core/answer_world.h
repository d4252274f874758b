// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The world with rounds, and what sides say to their proposals.
#ifndef TWINAID_TESTS_SERVICE_CORE_ANSWER_WORLD_H_
#define TWINAID_TESTS_SERVICE_CORE_ANSWER_WORLD_H_

#include "service/core/sweeper.h"
#include "tests/service/core/round_world.h"

namespace twinaid::core {

inline constexpr absl::Duration kDay = absl::Hours(24);

class AnswersInTime : public Rounds {
 protected:
  // A round that proposed 60 gowns of Wuxi to San Antonio.
  model::MatchId Proposed() {
    AddBoth();
    Run();
    return Matches().at(0).id;
  }
  absl::StatusOr<model::Match> DeclineAs(const model::MatchId& id,
                                         model::Side side,
                                         model::Reason reason) {
    return Do([&](Mutation& m) {
      return DeclineMatch(m, id, "", side, false, reason, "");
    });
  }
  absl::StatusOr<model::Match> Reconsider(const model::MatchId& id,
                                          model::Side side) {
    return Do(
        [&](Mutation& m) { return ReconsiderMatch(m, id, "", side, ""); });
  }
  absl::StatusOr<model::Match> Withdraw(const model::MatchId& id) {
    return Do([&](Mutation& m) {
      return WithdrawMatch(m, id, "", model::Reason::kDuplicate, "");
    });
  }
  // Matches that another round of schemes/default proposes.
  std::int64_t Again() {
    NewRound round = Round();
    round.as_of = absl::ToCivilDay(clock_.Now(), absl::UTCTimeZone());
    const auto started = Start(round);
    EXPECT_THAT(started, IsOk());
    EXPECT_THAT(RunRound(work_, started->name, Never), IsOk());
    return Now(started->name).matches;
  }
  void LastAsLongAs(int answer_days, int confirm_days) {
    model::Scheme scheme = Default();
    scheme.answer_days = answer_days;
    scheme.confirm_days = confirm_days;
    ASSERT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, scheme, ""); }),
                IsOk());
  }

  const model::NeedName need_ = NeedOf("san-antonio", "n", "", 1).name;
  const model::OfferName offer_ = OfferOf("wuxi", "o", "", 1).name;
};

}  // namespace twinaid::core

#endif  // TWINAID_TESTS_SERVICE_CORE_ANSWER_WORLD_H_
