// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/inbox.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/model/enum_names.h"
#include "tests/service/core/assistance_world.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Inboxes : public Assistance {
 protected:
  Inbox Of(const std::string& place, std::size_t limit = 50) {
    std::optional<model::PlaceId> id;
    if (!place.empty()) id = PlaceNamed(place);
    return See([&](const View& v) { return GetInbox(v, id, limit); }).value();
  }
  // "answer san-antonio recipient m-1" for each entry.
  static std::vector<std::string> Texts(const Inbox& inbox) {
    constexpr const char* kTasks[] = {
        "", "answer", "receive", "dispatch", "confirm need", "confirm offer"};
    std::vector<std::string> texts;
    for (const InboxEntry& entry : inbox.entries) {
      texts.push_back(absl::StrCat(
          kTasks[static_cast<int>(entry.task)], " ", entry.place.value(), " ",
          std::visit([](const auto& row) { return model::ToName(row.key()); },
                     entry.about)));
    }
    return texts;
  }
};

TEST_F(Inboxes, AreEmptyWhereNothingWaits) {
  EXPECT_THAT(Of("wuxi").entries, IsEmpty());
  EXPECT_THAT(Of("").entries, IsEmpty());
}

TEST_F(Inboxes, FollowAMatchFromItsProposalToItsReceipt) {
  const model::MatchId id = Propose(10);
  const std::string name = model::ToName(id);
  EXPECT_THAT(Texts(Of("wuxi")), ElementsAre("answer wuxi " + name));
  EXPECT_EQ(Of("wuxi").entries[0].time, Now(id).answer_by);
  EXPECT_EQ(Of("wuxi").entries[0].side, model::Side::kDonor);
  EXPECT_THAT(Texts(Of("san-antonio")),
              ElementsAre("answer san-antonio " + name));
  EXPECT_THAT(Texts(Of("")),
              ElementsAre("answer wuxi " + name, "answer san-antonio " + name));
  EXPECT_THAT(Of("zibo").entries, IsEmpty());

  ASSERT_THAT(Accept(id, model::Side::kDonor), IsOk());
  EXPECT_THAT(Of("wuxi").entries, IsEmpty());
  clock_.Advance(absl::Hours(1));
  ASSERT_THAT(Accept(id, model::Side::kRecipient), IsOk());
  EXPECT_THAT(Texts(Of("")), ElementsAre("dispatch wuxi " + name));
  EXPECT_EQ(Of("").entries[0].time, clock_.Now());

  clock_.Advance(absl::Hours(1));
  ASSERT_THAT(Send(id, 4), IsOk());
  EXPECT_THAT(Texts(Of("")), ElementsAre("receive san-antonio " + name,
                                         "dispatch wuxi " + name));
  ASSERT_THAT(Send(id, 6), IsOk());
  ASSERT_THAT(Receive(id, 10), IsOk());
  EXPECT_THAT(Of("").entries, IsEmpty());
}

TEST_F(Inboxes, AskForConfirmationFromTheDayOnWhichSomethingRests) {
  clock_.Advance(absl::Hours(24 * 13));
  EXPECT_THAT(Of("").entries, IsEmpty());
  clock_.Advance(absl::Hours(24));
  EXPECT_THAT(Texts(Of("")),
              ElementsAre("confirm need san-antonio places/san-antonio/needs/n",
                          "confirm offer wuxi places/wuxi/offers/o"));
  EXPECT_EQ(Of("").entries[0].time,
            absl::FromCivil(absl::CivilDay(2020, 2, 24), absl::UTCTimeZone()));
  ASSERT_THAT(Do([&](Mutation& m) { return ConfirmNeed(m, need_, ""); }),
              IsOk());
  EXPECT_THAT(Of("san-antonio").entries, IsEmpty());
}

TEST_F(Inboxes, AskByTheSchemeThatWaitsLeastForThePlace) {
  const auto add = [&](const char* id, int days,
                       std::vector<model::PlaceId> places) {
    model::Scheme scheme;
    scheme.id = model::SchemeId::Trusted(id);
    scheme.title_en = id;
    scheme.confirm_days = days;
    scheme.participants = std::move(places);
    ASSERT_THAT(Do([&](Mutation& m) { return CreateScheme(m, scheme); }),
                IsOk());
  };
  add("patient", 30, {});
  add("eager", 2, {PlaceNamed("wuxi")});
  clock_.Advance(absl::Hours(48));
  EXPECT_THAT(Texts(Of("")),
              ElementsAre("confirm offer wuxi places/wuxi/offers/o"));
}

TEST_F(Inboxes, AskNothingOfWhatIsWholeOrClosed) {
  const model::MatchId id = Accepted(100);
  ASSERT_THAT(Send(id, 100), IsOk());
  ASSERT_THAT(Receive(id, 100), IsOk());
  clock_.Advance(absl::Hours(24 * 100));
  EXPECT_THAT(Of("").entries, IsEmpty());
}

TEST_F(Inboxes, HoldWhatLiesInsideAPlace) {
  ASSERT_THAT(Add(City("jiangsu")), IsOk());
  model::Place wuxi = City("wuxi");
  wuxi.parent = PlaceNamed("jiangsu");
  ASSERT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, wuxi, ""); }),
              IsOk());
  const std::string name = model::ToName(Propose(1));
  EXPECT_THAT(Texts(Of("jiangsu")), ElementsAre("answer wuxi " + name));
}

TEST_F(Inboxes, SayHowMuchTheyLeaveOut) {
  for (int i = 0; i < 3; ++i) Propose(1);
  const Inbox inbox = Of("wuxi", 2);
  EXPECT_EQ(inbox.entries.size(), 2U);
  EXPECT_EQ(inbox.more, 1);
}

TEST_F(Inboxes, OfAnUnknownPlaceThereAreNone) {
  EXPECT_THAT(See([](const View& v) {
                return GetInbox(v, PlaceNamed("nowhere"), 1).status();
              }),
              Refused(kMissing, "PLACE_NOT_FOUND"));
}

}  // namespace
}  // namespace twinaid::core
