// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What may still be said to a match: every state by every command.
#include <string>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/service/core/answer_world.h"

namespace twinaid::core {
namespace {

using model::MatchState;
using model::Side;

// What each call may still be said to: every state by every command.
// a accept, d decline, w withdraw, r reconsider, c cancel, s send, g receive.
constexpr absl::string_view kCommands = "adwrcsg";
struct Row {
  const char* name;
  MatchState state;
  const char* allowed;
};
constexpr Row kRows[] = {{"Proposed", MatchState::kProposed, "adw"},
                         {"Accepted", MatchState::kAccepted, "acs"},
                         {"Dispatched", MatchState::kDispatched, "asg"},
                         {"Received", MatchState::kReceived, ""},
                         {"Lost", MatchState::kLost, ""},
                         {"Declined", MatchState::kDeclined, "r"},
                         {"Withdrawn", MatchState::kWithdrawn, ""},
                         {"Lapsed", MatchState::kLapsed, ""},
                         {"Cancelled", MatchState::kCancelled, ""}};
using Cell = std::tuple<Row, char>;
class EveryState : public AnswersInTime,
                   public ::testing::WithParamInterface<Cell> {
 protected:
  model::MatchId InState(MatchState state) {
    AddBoth();
    const model::MatchId id = Add(ByHand(need_, offer_, 10))->id;
    switch (state) {
      case MatchState::kProposed:
        break;
      case MatchState::kAccepted:
        EXPECT_THAT(Accept(id), IsOk());
        break;
      case MatchState::kDispatched:
        EXPECT_THAT(Accept(id), IsOk());
        EXPECT_THAT(Send(id, 4), IsOk());
        break;
      case MatchState::kReceived:
        EXPECT_THAT(Accept(id), IsOk());
        EXPECT_THAT(Send(id, 10), IsOk());
        EXPECT_THAT(Receive(id, 10), IsOk());
        break;
      case MatchState::kLost:
        EXPECT_THAT(Accept(id), IsOk());
        EXPECT_THAT(Send(id, 10), IsOk());
        EXPECT_THAT(Receive(id, 0,
                            {{model::BaseUnits(10),
                              model::Reason::kLostInTransit, ""}}),
                    IsOk());
        break;
      case MatchState::kDeclined:
        EXPECT_THAT(Decline(id), IsOk());
        break;
      case MatchState::kWithdrawn:
        EXPECT_THAT(Withdraw(id), IsOk());
        break;
      case MatchState::kLapsed:
        clock_.Advance(model::kDefaultAnswerDays * kDay);
        EXPECT_THAT(SweepDue(work_), IsOkAndHolds(1));
        break;
      case MatchState::kCancelled:
        EXPECT_THAT(Accept(id), IsOk());
        EXPECT_THAT(Do([&](Mutation& m) {
                      return CancelMatch(m, id, "", model::Reason::kOther, "");
                    }),
                    IsOk());
        break;
    }
    EXPECT_EQ(Now(id).state, state);
    return id;
  }
  absl::Status Say(char command, const model::MatchId& id) {
    switch (command) {
      case 'a':
        return Accept(id).status();
      case 'd':
        return DeclineAs(id, Side::kBoth, model::Reason::kOther).status();
      case 'w':
        return Withdraw(id).status();
      case 'r':
        return Reconsider(id, Side::kBoth).status();
      case 'c':
        return Do([&](Mutation& m) {
                 return CancelMatch(m, id, "", model::Reason::kOther, "");
               })
            .status();
      case 's':
        return Send(id, 1).status();
      default:
        return Receive(id, 1).status();
    }
  }
};

TEST_P(EveryState, TakesTheCommandsOfItsRowAndRefusesTheOthers) {
  const auto& [row, command] = GetParam();
  const model::MatchId id = InState(row.state);
  const model::Match before = Now(id);
  const absl::Status status = Say(command, id);
  if (absl::string_view(row.allowed).find(command) != absl::string_view::npos) {
    EXPECT_THAT(status, IsOk());
  } else {
    EXPECT_THAT(status, Refused(kPrecondition, "MATCH_WRONG_STATE"));
    EXPECT_EQ(Now(id), before);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, EveryState,
    ::testing::Combine(::testing::ValuesIn(kRows),
                       ::testing::ValuesIn(kCommands.begin(), kCommands.end())),
    [](const auto& row) {
      return absl::StrCat(std::get<0>(row.param).name, "_",
                          std::string(1, std::get<1>(row.param)));
    });

}  // namespace
}  // namespace twinaid::core
