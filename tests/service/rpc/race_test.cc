// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Many coordinators on one offer, at the same time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/barrier.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

constexpr int kCallers = 16;
constexpr std::int64_t kEach = 9;  // 16 times 9 is more than there is

class RaceTest : public ::testing::Test {
 protected:
  RaceTest() {
    h_.MakeSisters();
    v1::UpdateNeedRequest request;
    request.mutable_need()->set_name("places/san-antonio/needs/n1");
    request.mutable_need()->set_quantity(1000);
    v1::Need need;
    EXPECT_TRUE(
        h_.inventory().UpdateNeed(h_.Context().get(), request, &need).ok());
  }

  // Every caller does `act(i)` from the same moment on.
  template <typename Act>
  void All(Act act) {
    auto* barrier = new absl::Barrier(kCallers);
    std::vector<std::thread> callers;
    for (int i = 0; i < kCallers; ++i) {
      callers.emplace_back([&, i] {
        if (barrier->Block()) delete barrier;
        act(i);
      });
    }
    for (std::thread& caller : callers) caller.join();
  }
  grpc::Status Propose(int i, v1::Match* match) {
    v1::CreateMatchRequest request;
    request.set_match_id(absl::StrCat("m-", i));
    request.mutable_match()->set_need("places/san-antonio/needs/n1");
    request.mutable_match()->set_offer("places/wuxi/offers/o1");
    request.mutable_match()->set_quantity(kEach);
    request.mutable_match()->set_origin(v1::Match::MANUAL);
    return h_.assistance().CreateMatch(h_.Context().get(), request, match);
  }
  grpc::Status Accept(const std::string& name, v1::Side side) {
    v1::AcceptMatchRequest request;
    request.set_name(name);
    request.set_side(side);
    v1::Match match;
    return h_.assistance().AcceptMatch(h_.Context().get(), request, &match);
  }
  v1::Offer Offer() {
    v1::GetOfferRequest request;
    request.set_name("places/wuxi/offers/o1");
    v1::Offer offer;
    EXPECT_TRUE(
        h_.inventory().GetOffer(h_.Context().get(), request, &offer).ok());
    return offer;
  }

  Harness h_;
};

TEST_F(RaceTest, SixteenCoordinatorsNeverPromiseMoreThanThereIs) {
  std::atomic<int> made = 0;
  All([&](int i) {
    v1::Match match;
    const grpc::Status status = Propose(i, &match);
    if (status.ok()) {
      ++made;
      EXPECT_TRUE(Accept(match.name(), v1::BOTH).ok());
    } else {
      EXPECT_EQ(FaultOf(status).reason, "NOT_ENOUGH_AVAILABLE")
          << status.error_message();
    }
  });
  EXPECT_EQ(made, 100 / kEach);
  EXPECT_EQ(Offer().committed(), made * kEach);
  EXPECT_EQ(Offer().available(), 100 - made * kEach);
}

// Yes and no to one proposal at once: one of them counts, wholly.
TEST_F(RaceTest, OneAnswerWins) {
  v1::Match match;
  ASSERT_TRUE(Propose(0, &match).ok());
  std::atomic<int> yes = 0;
  std::atomic<int> no = 0;
  All([&](int i) {
    if (i % 2 == 0) {
      if (Accept(match.name(), v1::BOTH).ok()) ++yes;
      return;
    }
    v1::DeclineMatchRequest request;
    request.set_name(match.name());
    request.set_side(v1::BOTH);
    request.set_reason(v1::OTHER);
    v1::Match declined;
    if (h_.assistance()
            .DeclineMatch(h_.Context().get(), request, &declined)
            .ok()) {
      ++no;
    }
  });
  // Accepting again changes nothing and is no error; declining happens once.
  EXPECT_TRUE((yes == kCallers / 2 && no == 0) || (yes == 0 && no == 1))
      << yes << " " << no;
  EXPECT_EQ(Offer().committed(), yes > 0 ? kEach : 0);
  EXPECT_EQ(Offer().proposed(), 0);
}

}  // namespace
}  // namespace twinaid::rpc
