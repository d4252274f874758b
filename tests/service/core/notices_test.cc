// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Who is told of an event, and that nothing is written where nobody asks.
#include "service/core/notices.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "service/core/outbox.h"
#include "tests/service/core/assistance_world.h"

namespace twinaid::core {
namespace {

using model::NoticeChannel;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

absl::Status Anybody(const store::ReadTransaction&) { return absl::OkStatus(); }

class Told : public Assistance {
 protected:
  std::vector<model::Notice> Notices() {
    return See([](const View& v) {
             return v.tx.notices().List({}, std::nullopt, 0);
           })
        .value();
  }

  absl::Status Propose(UnitOfWork& work) {
    return work.Run(caller_, [&](Mutation& m) {
      return CreateMatch(m, ByHand(need_, offer_, 7)).status();
    });
  }

  void Seat(const std::string& id, const std::string& place,
            std::vector<model::Contact> contacts) {
    model::Organization organization;
    organization.id = model::OrganizationId::Trusted(id);
    organization.name_en = id;
    organization.seat = PlaceNamed(place);
    organization.contacts = std::move(contacts);
    ASSERT_THAT(
        Do([&](Mutation& m) { return CreateOrganization(m, organization); }),
        IsOk());
  }

  static model::Contact To(const std::string& email, const char* language = "",
                           bool notify = true) {
    return {"office", email, "", language, notify};
  }

  UnitOfWork both_{store_, clock_, ids_, {true, true}};
  UnitOfWork webhook_{store_, clock_, ids_, {true, false}};
  UnitOfWork email_{store_, clock_, ids_, {false, true}};
};

TEST_F(Told, NothingIsWrittenWhenOff) {
  Seat("wx", "wuxi", {To("a@wuxi.example")});
  ASSERT_THAT(Propose(work_), IsOk());
  EXPECT_THAT(Notices(), IsEmpty());
}

TEST_F(Told, TheWebhookHearsOfAnEventOnce) {
  Seat("wx", "wuxi", {To("a@wuxi.example")});
  ASSERT_THAT(Propose(webhook_), IsOk());
  model::Notice notice;
  notice.seq = Events().back().seq;
  notice.next_time = clock_.Now();
  notice.create_time = clock_.Now();
  EXPECT_THAT(Notices(), ElementsAre(notice));
}

TEST_F(Told, EachAddressThatAsksIsWrittenToOnceInItsLanguage) {
  Seat("a", "san-antonio",
       {To("x@sa.example", "es"), To("quiet@sa.example", "", false)});
  Seat("b", "wuxi", {To("y@wuxi.example", "zh-Hans"), To("x@sa.example")});
  Seat("c", "zibo", {To("z@zibo.example")});
  ASSERT_THAT(Propose(email_), IsOk());
  EXPECT_THAT(
      Notices(),
      ElementsAre(AllOf(Field(&model::Notice::recipient, "x@sa.example"),
                        Field(&model::Notice::language, "es"),
                        Field(&model::Notice::channel, NoticeChannel::kEmail)),
                  AllOf(Field(&model::Notice::recipient, "y@wuxi.example"),
                        Field(&model::Notice::language, "zh-Hans"))));
}

TEST_F(Told, OfEventsThatTellNoSideNobodyHears) {
  Seat("wx", "wuxi", {To("a@wuxi.example")});
  ASSERT_THAT(
      both_.Run(
          caller_,
          [&](Mutation& m) {
            return CreateNeed(m, NeedOf("wuxi", "more", "n95", 1)).status();
          }),
      IsOk());
  EXPECT_THAT(Notices(), IsEmpty());
}

TEST_F(Told, ARolledBackTransactionLeavesNoNotice) {
  EXPECT_THAT(both_.Run(caller_,
                        [&](Mutation& m) -> absl::Status {
                          EXPECT_THAT(CreateMatch(m, ByHand(need_, offer_, 7)),
                                      IsOk());
                          return absl::CancelledError("after all not");
                        }),
              StatusIs(absl::StatusCode::kCancelled));
  EXPECT_THAT(Notices(), IsEmpty());
  const auto propose = [&](Mutation& m) -> absl::StatusOr<std::string> {
    return CreateMatch(m, ByHand(need_, offer_, 7)).status().ok() ? "made" : "";
  };
  EXPECT_THAT(both_.Mutate(caller_, {"CreateMatch", "", ""},
                           /*validate_only=*/true, Anybody, propose),
              IsOkAndHolds(std::string("made")));
  EXPECT_THAT(Notices(), IsEmpty());
  EXPECT_THAT(
      both_.Mutate(caller_, {"CreateMatch", "r", "h"}, false, Anybody, propose),
      IsOkAndHolds(std::string("made")));
  EXPECT_THAT(Notices(), SizeIs(1)) << "the webhook";
  // The same request again has no second effect.
  EXPECT_THAT(
      both_.Mutate(caller_, {"CreateMatch", "r", "h"}, false, Anybody, propose),
      IsOkAndHolds(std::string("made")));
  EXPECT_THAT(Notices(), SizeIs(1));
}

TEST(IsToldTest, KnowsWhatTellsASide) {
  for (const absl::string_view type : kToldEvents) EXPECT_TRUE(IsTold(type));
  EXPECT_FALSE(IsTold("match.reconsidered"));
  EXPECT_FALSE(IsTold("need.created"));
  EXPECT_FALSE(IsTold(""));
}

}  // namespace
}  // namespace twinaid::core
