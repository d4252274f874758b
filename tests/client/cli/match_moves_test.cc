// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/match_moves.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/time/time.h"

namespace twinaid::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

google::protobuf::Timestamp At(absl::CivilSecond second) {
  google::protobuf::Timestamp time;
  time.set_seconds(
      absl::ToUnixSeconds(absl::FromCivil(second, absl::UTCTimeZone())));
  return time;
}

auto Is(picture::Step step, absl::CivilDay day) {
  return ::testing::AllOf(::testing::Field(&picture::Move::step, step),
                          ::testing::Field(&picture::Move::day, day));
}

v1::Match Received() {
  v1::Match match;
  match.set_origin(v1::Match::ROUND);
  match.set_state(v1::Match::RECEIVED);
  *match.mutable_create_time() = At(absl::CivilSecond(2026, 2, 1, 23, 59, 59));
  match.mutable_donor_decision()->set_answer(v1::Match::Decision::ACCEPTED);
  *match.mutable_donor_decision()->mutable_time() =
      At(absl::CivilSecond(2026, 2, 3));
  match.mutable_recipient_decision()->set_answer(v1::Match::Decision::ACCEPTED);
  *match.mutable_recipient_decision()->mutable_time() =
      At(absl::CivilSecond(2026, 2, 2));
  *match.add_dispatches()->mutable_time() = At(absl::CivilSecond(2026, 2, 5));
  *match.add_dispatches()->mutable_time() = At(absl::CivilSecond(2026, 2, 9));
  v1::Match::Receipt* receipt = match.add_receipts();
  receipt->set_received(5);
  *receipt->mutable_time() = At(absl::CivilSecond(2026, 2, 10));
  // What was found missing later is no arrival.
  *match.add_receipts()->mutable_time() = At(absl::CivilSecond(2026, 2, 20));
  return match;
}

TEST(MovesOf, TellsEachStepOnItsDay) {
  EXPECT_THAT(
      MovesOf(Received()),
      ElementsAre(Is(picture::Step::kProposed, absl::CivilDay(2026, 2, 1)),
                  Is(picture::Step::kAccepted, absl::CivilDay(2026, 2, 3)),
                  Is(picture::Step::kDispatched, absl::CivilDay(2026, 2, 5)),
                  Is(picture::Step::kReceived, absl::CivilDay(2026, 2, 10))));
}

TEST(MovesOf, WaitsForBothSides) {
  v1::Match match = Received();
  match.clear_recipient_decision();
  match.clear_dispatches();
  match.clear_receipts();
  EXPECT_THAT(MovesOf(match), ElementsAre(Is(picture::Step::kProposed,
                                             absl::CivilDay(2026, 2, 1))));
}

TEST(MovesOf, KnowsThatARecordedGiftWasNeverProposed) {
  v1::Match match = Received();
  match.set_origin(v1::Match::RECORDED);
  EXPECT_THAT(MovesOf(match), ElementsAre(Is(picture::Step::kReceived,
                                             absl::CivilDay(2026, 2, 10))));
  match.clear_receipts();
  EXPECT_THAT(MovesOf(match), IsEmpty());
}

TEST(StepOf, IsOfWhatLivesOrArrived) {
  v1::Match match;
  match.set_state(v1::Match::DISPATCHED);
  EXPECT_EQ(StepOf(match), picture::Step::kDispatched);
  for (const v1::Match::State state :
       {v1::Match::DECLINED, v1::Match::WITHDRAWN, v1::Match::LAPSED,
        v1::Match::CANCELLED, v1::Match::LOST}) {
    match.set_state(state);
    EXPECT_EQ(StepOf(match), std::nullopt);
  }
}

}  // namespace
}  // namespace twinaid::client
