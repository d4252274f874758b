// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/reports.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/core/report_sums.h"
#include "tests/service/core/assistance_world.h"

namespace twinaid::core {
namespace {

using model::BaseUnits;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Reports : public Assistance {
 protected:
  // A gift that arrived on a day of 2020, in base units.
  model::MatchId Gift(const std::string& from, const std::string& to,
                      const std::string& item, std::int64_t quantity,
                      absl::CivilDay day) {
    model::Need need = NeedOf(to, absl::StrCat("n-", ++gifts_), item, quantity);
    model::Offer offer =
        OfferOf(from, absl::StrCat("o-", gifts_), item, quantity);
    if (item == "money") need.currency = offer.currency = "CNY";
    EXPECT_THAT(Add(need), IsOk());
    const auto offered = Add(offer);
    EXPECT_THAT(offered, IsOk());
    NewMatch gift = ByHand(need.name, offer.name, offered->total.value());
    gift.origin = model::MatchOrigin::kRecorded;
    gift.happened = absl::FromCivil(day, absl::UTCTimeZone());
    const auto match = Add(gift);
    EXPECT_THAT(match, IsOk());
    return match->id;
  }
  template <typename Row, typename... Args>
  std::vector<Row> Report(
      absl::StatusOr<std::vector<Row>> (*report)(const View&, Args...),
      std::decay_t<Args>... args) {
    return See([&](const View& v) { return report(v, args...); }).value();
  }
  static Scope Of(const std::string& place) { return PlaceNamed(place); }

  int gifts_ = 0;
};

TEST_F(Reports, CoverageAddsUpTheNeedsOfAPlaceForAnItem) {
  const model::MatchId sent = Accepted(30);
  ASSERT_THAT(Send(sent, 20), IsOk());
  ASSERT_THAT(Receive(sent, 15), IsOk());
  Propose(10);
  const std::vector<CoverageRow> rows =
      Report(ReportCoverage, Of("san-antonio"));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].item, ItemNamed("gowns"));
  EXPECT_EQ(rows[0].needed, BaseUnits(100));
  EXPECT_EQ(rows[0].proposed, BaseUnits(10));
  EXPECT_EQ(rows[0].committed, BaseUnits(10));
  EXPECT_EQ(rows[0].in_transit, BaseUnits(5));
  EXPECT_EQ(rows[0].received, BaseUnits(15));
  EXPECT_EQ(rows[0].outstanding(), BaseUnits(70));
  EXPECT_EQ(rows[0].covered_permille(), 300);
  EXPECT_EQ(rows[0].needs_fulfilled, 0);
  EXPECT_THAT(Report(ReportCoverage, Of("wuxi")), IsEmpty());
  EXPECT_THAT(Report(ReportCoverage, Scope()), SizeIs(1));
}

TEST_F(Reports, AThousandPermilleIsAllOfIt) {
  CoverageRow row;
  row.needed = BaseUnits(model::kMaxBaseUnits);
  row.received = BaseUnits(model::kMaxBaseUnits - 1);
  EXPECT_EQ(row.covered_permille(), 999);
  row.received = row.needed;
  EXPECT_EQ(row.covered_permille(), 1000);
}

TEST_F(Reports, AClosedNeedCountsByWhatItReceived) {
  const model::MatchId id = Accepted(40);
  ASSERT_THAT(Send(id, 40), IsOk());
  ASSERT_THAT(Receive(id, 40), IsOk());
  ASSERT_THAT(Do([&](Mutation& m) {
                return WithdrawNeed(m, need_, "", model::Reason::kOther, "");
              }),
              IsOk());
  const std::vector<CoverageRow> rows = Report(ReportCoverage, Scope());
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].needed, BaseUnits(40));
  EXPECT_EQ(rows[0].outstanding(), BaseUnits(0));
}

TEST_F(Reports, OpenNeedsBeginWithTheLongestSilence) {
  clock_.Advance(absl::Hours(24 * 5));
  ASSERT_THAT(Add(NeedOf("zibo", "young", "gowns", 1)), IsOk());
  clock_.Advance(absl::Hours(24 * 10));
  const std::vector<OpenNeed> open = Report(ReportOpenNeeds, Scope(), 0);
  ASSERT_THAT(open, SizeIs(2));
  EXPECT_EQ(open[0].need.name, need_);
  EXPECT_EQ(open[0].silent_days, 15);
  EXPECT_TRUE(open[0].rests);
  EXPECT_EQ(open[1].silent_days, 10);
  EXPECT_FALSE(open[1].rests);
  EXPECT_THAT(Report(ReportOpenNeeds, Scope(), 11), SizeIs(1));
  EXPECT_THAT(Report(ReportOpenNeeds, Of("zibo"), 0), SizeIs(1));
}

TEST_F(Reports, DeliveriesAreByMonthOfArrival) {
  Gift("wuxi", "san-antonio", "masks", 3, absl::CivilDay(2020, 1, 31));
  Gift("wuxi", "san-antonio", "masks", 2, absl::CivilDay(2020, 2, 1));
  Gift("zibo", "san-antonio", "money", 500, absl::CivilDay(2020, 2, 3));
  const std::vector<Delivery> rows =
      Report(ReportDeliveries, Of("san-antonio"));
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].month, absl::CivilMonth(2020, 2));
  EXPECT_EQ(rows[0].item, ItemNamed("masks"));
  EXPECT_EQ(rows[0].received, BaseUnits(20)) << "boxes of ten";
  EXPECT_EQ(rows[1].currency, "CNY");
  EXPECT_EQ(rows[2].month, absl::CivilMonth(2020, 1));
  EXPECT_EQ(rows[2].received, BaseUnits(30));
  EXPECT_THAT(Report(ReportDeliveries, Of("wuxi")), IsEmpty())
      << "it gave, and received nothing";
}

TEST_F(Reports, BalancesTellWhatWentEachWay) {
  Gift("wuxi", "san-antonio", "masks", 3, absl::CivilDay(2020, 2, 1));
  Gift("san-antonio", "wuxi", "masks", 1, absl::CivilDay(2020, 2, 2));
  Gift("san-antonio", "wuxi", "n95", 7, absl::CivilDay(2020, 1, 2));
  Gift("zibo", "wuxi", "n95", 9, absl::CivilDay(2020, 1, 2));
  const auto rows =
      Report(ReportBalances, Of("wuxi"), std::optional<model::PlaceId>());
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].partner, PlaceNamed("san-antonio"));
  EXPECT_EQ(rows[0].month, absl::CivilMonth(2020, 1));
  EXPECT_EQ(rows[0].received, BaseUnits(7));
  EXPECT_EQ(rows[1].month, absl::CivilMonth(2020, 2));
  EXPECT_EQ(rows[1].given, BaseUnits(30));
  EXPECT_EQ(rows[1].received, BaseUnits(10));
  EXPECT_FALSE(rows[1].link.empty());
  EXPECT_EQ(rows[2].partner, PlaceNamed("zibo"));
  EXPECT_TRUE(rows[2].link.empty());

  // From the other side it is the same, turned round; of every place once.
  const auto other = Report(ReportBalances, Of("san-antonio"),
                            std::optional<model::PlaceId>());
  ASSERT_THAT(other, SizeIs(2));
  EXPECT_EQ(other[1].given, rows[1].received);
  EXPECT_EQ(other[1].received, rows[1].given);
  EXPECT_THAT(Report(ReportBalances, Scope(), std::optional<model::PlaceId>()),
              SizeIs(3));
  EXPECT_THAT(
      Report(ReportBalances, Of("wuxi"), std::optional(PlaceNamed("zibo"))),
      SizeIs(1));
}

TEST_F(Reports, DonationsAreNarrowedBySideItemAndDay) {
  const model::MatchId first =
      Gift("wuxi", "san-antonio", "masks", 3, absl::CivilDay(2020, 2, 1));
  const model::MatchId second =
      Gift("san-antonio", "wuxi", "n95", 7, absl::CivilDay(2020, 2, 3));
  const auto ids = [&](const DonationWish& wish) {
    std::vector<std::string> names;
    for (const Donation& row : Report(ReportDonations, Of("wuxi"), wish)) {
      names.push_back(row.match.id.value());
    }
    return names;
  };
  EXPECT_THAT(ids({}), ElementsAre(first.value(), second.value()));
  EXPECT_THAT(ids({model::Side::kDonor, {}, {}, {}}),
              ElementsAre(first.value()));
  EXPECT_THAT(ids({model::Side::kRecipient, {}, {}, {}}),
              ElementsAre(second.value()));
  EXPECT_THAT(ids({model::Side::kBoth, ItemNamed("n95"), {}, {}}),
              ElementsAre(second.value()));
  EXPECT_THAT(ids({model::Side::kBoth, {}, absl::CivilDay(2020, 2, 2), {}}),
              ElementsAre(second.value()));
  EXPECT_THAT(ids({model::Side::kBoth, {}, {}, absl::CivilDay(2020, 2, 2)}),
              ElementsAre(first.value()));
}

TEST_F(Reports, APlaceCountsWithThoseInsideIt) {
  ASSERT_THAT(Add(City("jiangsu")), IsOk());
  model::Place wuxi = City("wuxi");
  wuxi.parent = PlaceNamed("jiangsu");
  ASSERT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, wuxi, ""); }),
              IsOk());
  Gift("wuxi", "san-antonio", "masks", 3, absl::CivilDay(2020, 2, 1));
  EXPECT_THAT(Report(ReportDonations, Of("jiangsu"), DonationWish()),
              SizeIs(1));
}

TEST_F(Reports, AGiftBetweenTwoPlacesInsideIsToldOnce) {
  ASSERT_THAT(Add(City("land")), IsOk());
  for (const char* id : {"wuxi", "zibo"}) {
    model::Place place = City(id);
    place.parent = PlaceNamed("land");
    ASSERT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, place, ""); }),
                IsOk());
  }
  Gift("wuxi", "zibo", "gowns", 3, absl::CivilDay(2020, 2, 1));
  EXPECT_THAT(Report(ReportDonations, Of("land"), DonationWish()), SizeIs(1));
  EXPECT_EQ(Report(ReportDeliveries, Of("land")).at(0).received, BaseUnits(3));
}

TEST_F(Reports, ASumBeyondSixtyFourBitsIsRefused) {
  BaseUnits sum(std::numeric_limits<std::int64_t>::max() - 1);
  EXPECT_THAT(AddTo(sum, BaseUnits(1), ItemNamed("masks")), IsOk());
  EXPECT_THAT(AddTo(sum, BaseUnits(1), ItemNamed("masks")),
              Refused(kPrecondition, "SUM_TOO_LARGE"));
}

TEST_F(Reports, OfAnUnknownPlaceThereAreNone) {
  EXPECT_THAT(See([](const View& v) {
                return ReportCoverage(v, PlaceNamed("nowhere")).status();
              }),
              Refused(kMissing, "PLACE_NOT_FOUND"));
  EXPECT_THAT(
      See([](const View& v) {
        return ReportBalances(v, PlaceNamed("nowhere"), std::nullopt).status();
      }),
      Refused(kMissing, "PLACE_NOT_FOUND"));
}

}  // namespace
}  // namespace twinaid::core
