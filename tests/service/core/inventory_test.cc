// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/core/sweeper.h"
#include "service/model/status_macros.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class Inventories : public World {
 protected:
  const model::NeedName need_ = NeedOf("san-antonio", "n", "gowns", 1).name;
  const model::OfferName offer_ = OfferOf("wuxi", "o", "gowns", 1).name;

  // A need and an offer of 100 gowns each.
  void AddBoth() {
    ASSERT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 100)), IsOk());
    ASSERT_THAT(Add(OfferOf("wuxi", "o", "gowns", 100)), IsOk());
  }
  model::MatchId Propose(std::int64_t quantity) {
    const auto match = Add(ByHand(need_, offer_, quantity));
    EXPECT_THAT(match, IsOk());
    return match->id;
  }
  absl::StatusOr<model::Need> Resize(std::int64_t quantity,
                                     absl::string_view etag = "") {
    model::Need need = World::Now(need_);
    need.quantity = model::Units(quantity);
    return Do([&](Mutation& m) { return UpdateNeed(m, need, etag); });
  }
  absl::StatusOr<model::Offer> Adjust(std::optional<model::Units> quantity,
                                      std::optional<model::Units> delta) {
    Adjustment adjustment;
    adjustment.quantity = quantity;
    adjustment.delta = delta;
    return Do(
        [&](Mutation& m) { return AdjustOffer(m, offer_, "", adjustment); });
  }
  absl::StatusOr<model::Need> Withdraw(const model::NeedName& name) {
    return Do([&](Mutation& m) {
      return WithdrawNeed(m, name, "", model::Reason::kDuplicate, "");
    });
  }
  absl::StatusOr<model::Offer> Withdraw(const model::OfferName& name) {
    return Do([&](Mutation& m) {
      return WithdrawOffer(m, name, "", model::Reason::kDuplicate, "");
    });
  }
};

TEST_F(Inventories, CreateNeedCountsInBaseUnitsAndMakesAnId) {
  const auto need = Add(NeedOf("wuxi", "", "masks", 7));
  ASSERT_THAT(need, IsOk());
  EXPECT_EQ(need->total, model::BaseUnits(70));
  EXPECT_FALSE(need->name.child.empty());
  EXPECT_EQ(need->state(), model::NeedState::kOpen);
}

TEST_F(Inventories, CreateNeedSetsWhatCallersMayNotSet) {
  model::Need need = NeedOf("wuxi", "n", "gowns", 7);
  need.closed = model::Closed::kWithdrawn;
  need.tallies.received = model::BaseUnits(7);
  need.total = model::BaseUnits(1);
  const auto made = Add(need);
  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(made->open_to_matching(), model::BaseUnits(7));
  EXPECT_EQ(made->meta.create_time, clock_.Now());
}

TEST_F(Inventories, CreateNeedRefusesWhatDoesNotExist) {
  EXPECT_THAT(Add(NeedOf("nowhere", "n", "gowns", 1)),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  EXPECT_THAT(Add(NeedOf("wuxi", "n", "nothing", 1)),
              Refused(kInvalid, "REFERENCE_NOT_FOUND"));
  model::Need need = NeedOf("wuxi", "n", "gowns", 1);
  need.beneficiary = model::OrganizationId::Trusted("nobody");
  EXPECT_THAT(Add(need), Refused(kInvalid, "REFERENCE_NOT_FOUND"));
}

TEST_F(Inventories, CreateNeedRefusesQuantitiesOutOfRange) {
  for (const std::int64_t quantity :
       {std::int64_t{0}, std::int64_t{-5}, std::int64_t{100'000'000'001},
        std::int64_t{100'000'000'000'000}}) {
    EXPECT_THAT(Add(NeedOf("wuxi", "n", "masks", quantity)),
                Refused(kInvalid, "QUANTITY_OUT_OF_RANGE"))
        << quantity;
  }
  EXPECT_THAT(Add(NeedOf("wuxi", "n", "masks", 100'000'000'000)), IsOk());
}

TEST_F(Inventories, CreateNeedRefusesAnIdThatIsTaken) {
  AddBoth();
  EXPECT_THAT(Add(NeedOf("san-antonio", "n", "gowns", 1)),
              Refused(kExists, "NEED_ALREADY_EXISTS"));
}

TEST_F(Inventories, CreateNeedWantsACurrencyExactlyForMoney) {
  model::Need money = NeedOf("wuxi", "n", "money", 1);
  money.currency = "";
  EXPECT_THAT(Add(money), Refused(kInvalid, "CURRENCY_REQUIRED"));
  model::Need gowns = NeedOf("wuxi", "n", "gowns", 1);
  gowns.currency = "CNY";
  EXPECT_THAT(Add(gowns), Refused(kInvalid, "CURRENCY_NOT_ALLOWED"));
}

TEST_F(Inventories, CreateOfferRefusesDaysThatRunBackwards) {
  model::Offer offer = OfferOf("wuxi", "o", "gowns", 1);
  offer.available_from = absl::CivilDay(2020, 3, 2);
  offer.available_until = absl::CivilDay(2020, 3, 1);
  EXPECT_THAT(Add(offer), Refused(kInvalid, "INVALID_VALUE"));
}

TEST_F(Inventories, UpdateNeedRefusesAStaleEtag) {
  AddBoth();
  const std::string read =
      model::EtagOf(need_.ToString(), World::Now(need_).meta);
  ASSERT_THAT(Resize(90, read), IsOk());
  EXPECT_THAT(Resize(80, read), Refused(kAborted, "STALE_ETAG"));
}

TEST_F(Inventories, AProposalDoesNotSpoilTheEtagOfNeedAndOffer) {
  AddBoth();
  const auto need = World::Now(need_);
  const auto offer = World::Now(offer_);
  Propose(10);
  EXPECT_EQ(World::Now(need_).meta.revision, need.meta.revision);
  EXPECT_EQ(World::Now(offer_).meta.revision, offer.meta.revision);
}

TEST_F(Inventories, UpdateNeedKeepsItsItem) {
  AddBoth();
  model::Need need = World::Now(need_);
  need.item = ItemNamed("n95");
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateNeed(m, need, ""); }),
              Refused(kInvalid, "ITEM_IMMUTABLE"));
}

TEST_F(Inventories, UpdateNeedThatChangesNothingKeepsEtagAndLedger) {
  AddBoth();
  const model::Need need = World::Now(need_);
  const std::size_t events = Events().size();
  clock_.Advance(absl::Hours(1));
  EXPECT_THAT(Do([&](Mutation& m) { return UpdateNeed(m, need, ""); }),
              IsOkAndHolds(need));
  EXPECT_EQ(Events().size(), events);
}

TEST_F(Inventories, UpdateNeedRefusesLessThanIsCovered) {
  AddBoth();
  ASSERT_THAT(Accept(Propose(60)), IsOk());
  const auto before = World::Now(need_);
  EXPECT_THAT(Resize(59), Refused(kPrecondition, "QUANTITY_BELOW_COVERED"));
  EXPECT_EQ(World::Now(need_), before);
  EXPECT_THAT(Resize(60), IsOk());
  EXPECT_EQ(World::Now(need_).state(), model::NeedState::kCovered);
}

TEST_F(Inventories, UpdateNeedWithdrawsProposalsAboveTheNewQuantity) {
  AddBoth();
  const model::MatchId kept = Propose(40);
  const model::MatchId gone = Propose(30);
  ASSERT_THAT(Resize(50), IsOk());
  EXPECT_EQ(World::Now(kept).state, model::MatchState::kProposed);
  EXPECT_EQ(World::Now(gone).state, model::MatchState::kWithdrawn);
  EXPECT_EQ(World::Now(need_).tallies.proposed, model::BaseUnits(40));
  EXPECT_EQ(World::Now(offer_).tallies.proposed, model::BaseUnits(40));
}

TEST_F(Inventories, UpdateNeedWithdrawsProposalsThatWouldComeTooLate) {
  AddBoth();
  const model::MatchId match = Propose(40);
  model::Need need = World::Now(need_);
  need.needed_by = absl::CivilDay(2020, 2, 9);
  ASSERT_THAT(Do([&](Mutation& m) { return UpdateNeed(m, need, ""); }), IsOk());
  EXPECT_EQ(World::Now(match).state, model::MatchState::kWithdrawn);
  EXPECT_EQ(World::Now(offer_).available(), model::BaseUnits(100));
}

TEST_F(Inventories, WithdrawNeedWithdrawsItsProposals) {
  AddBoth();
  const model::MatchId match = Propose(40);
  const std::size_t before = Events().size();
  const auto need = Withdraw(need_);
  ASSERT_THAT(need, IsOk());
  EXPECT_EQ(need->state(), model::NeedState::kWithdrawn);
  EXPECT_EQ(World::Now(match).state, model::MatchState::kWithdrawn);
  EXPECT_EQ(World::Now(offer_).available(), model::BaseUnits(100));
  EXPECT_THAT(TypesAfter(before),
              ElementsAre("match.withdrawn", "need.withdrawn"));
}

TEST_F(Inventories, WithdrawNeedIsRefusedWhileSomethingIsUnderWay) {
  AddBoth();
  const model::MatchId match = Propose(40);
  ASSERT_THAT(Accept(match), IsOk());
  EXPECT_THAT(Withdraw(need_), Refused(kPrecondition, "NEED_UNDER_WAY"));
  ASSERT_THAT(Send(match, 40), IsOk());
  EXPECT_THAT(Withdraw(need_), Refused(kPrecondition, "NEED_UNDER_WAY"));
  ASSERT_THAT(Receive(match, 40), IsOk());
  EXPECT_THAT(Withdraw(need_), IsOk());
}

TEST_F(Inventories, AClosedNeedTakesNoMoreChanges) {
  AddBoth();
  ASSERT_THAT(Withdraw(need_), IsOk());
  EXPECT_THAT(Resize(90), Refused(kPrecondition, "NEED_CLOSED"));
  EXPECT_THAT(Withdraw(need_), Refused(kPrecondition, "NEED_CLOSED"));
  EXPECT_THAT(Add(ByHand(need_, offer_, 1)),
              Refused(kPrecondition, "NEED_CLOSED"));
}

TEST_F(Inventories, WithdrawOfferIsRefusedWhileSomethingIsCommitted) {
  AddBoth();
  const model::MatchId match = Propose(40);
  ASSERT_THAT(Accept(match), IsOk());
  EXPECT_THAT(Withdraw(offer_), Refused(kPrecondition, "OFFER_UNDER_WAY"));
  ASSERT_THAT(Send(match, 40), IsOk());
  EXPECT_THAT(Withdraw(offer_), IsOk());
  EXPECT_THAT(Receive(match, 40), IsOk());
  EXPECT_THAT(Adjust(model::Units(5), std::nullopt),
              Refused(kPrecondition, "OFFER_CLOSED"));
}

TEST_F(Inventories, AdjustOfferTakesAQuantityOrAChangeOfIt) {
  AddBoth();
  EXPECT_EQ(Adjust(model::Units(80), std::nullopt)->total,
            model::BaseUnits(80));
  EXPECT_EQ(Adjust(std::nullopt, model::Units(-30))->total,
            model::BaseUnits(50));
  EXPECT_THAT(Adjust(std::nullopt, std::nullopt),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Adjust(model::Units(1), model::Units(1)),
              Refused(kInvalid, "INVALID_VALUE"));
  EXPECT_THAT(Adjust(std::nullopt, model::Units(-50)),
              Refused(kInvalid, "QUANTITY_OUT_OF_RANGE"));
  EXPECT_THAT(Adjust(std::nullopt,
                     model::Units(std::numeric_limits<std::int64_t>::max())),
              Refused(kInvalid, "OUT_OF_RANGE_VALUE"));
  EXPECT_EQ(World::Now(offer_).total, model::BaseUnits(50));
}

TEST_F(Inventories, AdjustOfferRefusesLessThanIsPromised) {
  AddBoth();
  const model::MatchId match = Propose(40);
  ASSERT_THAT(Accept(match), IsOk());
  ASSERT_THAT(Send(match, 10), IsOk());
  EXPECT_THAT(Adjust(model::Units(39), std::nullopt),
              Refused(kPrecondition, "QUANTITY_BELOW_PROMISED"));
  EXPECT_THAT(Adjust(model::Units(40), std::nullopt), IsOk());
  EXPECT_EQ(World::Now(offer_).state(), model::OfferState::kExhausted);
}

TEST_F(Inventories, AdjustOfferWithdrawsProposalsAboveTheNewStock) {
  AddBoth();
  const model::MatchId match = Propose(40);
  ASSERT_THAT(Adjust(model::Units(30), std::nullopt), IsOk());
  EXPECT_EQ(World::Now(match).state, model::MatchState::kWithdrawn);
  EXPECT_EQ(World::Now(need_).open_to_matching(), model::BaseUnits(100));
}

TEST_F(Inventories, SweepExpiriesClosesWhatIsPastItsDay) {
  AddBoth();
  model::Need dated = NeedOf("san-antonio", "dated", "gowns", 5);
  dated.needed_by = absl::CivilDay(2020, 2, 12);
  ASSERT_THAT(Add(dated), IsOk());
  model::Offer fresh = OfferOf("wuxi", "fresh", "gowns", 5);
  fresh.available_until = absl::CivilDay(2020, 2, 12);
  ASSERT_THAT(Add(fresh), IsOk());
  const auto match = Add(ByHand(dated.name, offer_, 5));
  ASSERT_THAT(match, IsOk());

  clock_.Set(absl::FromCivil(absl::CivilDay(2020, 2, 12), absl::UTCTimeZone()));
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(0));
  clock_.Advance(absl::Hours(24));
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(2));
  EXPECT_EQ(World::Now(dated.name).state(), model::NeedState::kExpired);
  EXPECT_EQ(World::Now(fresh.name).state(), model::OfferState::kExpired);
  EXPECT_EQ(World::Now(match->id).state, model::MatchState::kWithdrawn);
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(0));
}

TEST_F(Inventories, SweepExpiriesLeavesWhatIsCommitted) {
  AddBoth();
  model::Need dated = NeedOf("san-antonio", "dated", "gowns", 5);
  dated.needed_by = absl::CivilDay(2020, 2, 12);
  ASSERT_THAT(Add(dated), IsOk());
  const auto match = Add(ByHand(dated.name, offer_, 3));
  ASSERT_THAT(match, IsOk());
  ASSERT_THAT(Accept(match->id), IsOk());
  clock_.Advance(absl::Hours(24 * 30));
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(0));
}

// More than one look at each table, and more than one chunk of what is due.
TEST_F(Inventories, SweepExpiriesLetsOthersWriteInBetween) {
  constexpr int kRows = kRowsPerLook + 5;
  constexpr int kDueOf = 10;  // one in so many
  ASSERT_THAT(Do([](Mutation& m) -> absl::Status {
                for (int i = 0; i < kRows; ++i) {
                  model::Need need =
                      NeedOf("san-antonio", absl::StrCat("n-", i), "gowns", 5);
                  model::Offer offer =
                      OfferOf("wuxi", absl::StrCat("o-", i), "gowns", 5);
                  if (i % kDueOf == 0) {
                    need.needed_by = absl::CivilDay(2020, 2, 12);
                    offer.expires = absl::CivilDay(2020, 2, 12);
                  }
                  TWINAID_RETURN_IF_ERROR(CreateNeed(m, need).status());
                  TWINAID_RETURN_IF_ERROR(CreateOffer(m, offer).status());
                }
                return absl::OkStatus();
              }),
              IsOk());
  constexpr int kDue = 2 * ((kRows - 1) / kDueOf + 1);
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(0));
  clock_.Advance(absl::Hours(24 * 3));
  std::int64_t before = std::ssize(Events());
  std::int64_t most = 0;  // events of one transaction
  store_.SetCommitListener([&](std::int64_t last_seq) {
    most = std::max(most, last_seq - before);
    before = last_seq;
  });
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(kDue));
  store_.SetCommitListener(nullptr);
  EXPECT_EQ(most, kExpiriesPerChunk);
  EXPECT_THAT(SweepExpiries(work_), IsOkAndHolds(0));
}

TEST_F(Inventories, GetInventoryShowsBothSidesOfOnePlace) {
  AddBoth();
  const model::MatchId live = Propose(10);
  ASSERT_THAT(Decline(Propose(20)), IsOk());
  const auto donor =
      See([](const View& v) { return GetInventory(v, PlaceNamed("wuxi")); });
  ASSERT_THAT(donor, IsOk());
  EXPECT_THAT(donor->needs, SizeIs(0));
  EXPECT_THAT(donor->offers, SizeIs(1));
  EXPECT_THAT(donor->promised, ElementsAre(World::Now(live)));
  EXPECT_THAT(donor->expected, SizeIs(0));
  const auto recipient = See(
      [](const View& v) { return GetInventory(v, PlaceNamed("san-antonio")); });
  ASSERT_THAT(recipient, IsOk());
  EXPECT_THAT(recipient->expected, ElementsAre(World::Now(live)));
  EXPECT_THAT(
      See([](const View& v) { return GetInventory(v, PlaceNamed("x")); }),
      Refused(kMissing, "PLACE_NOT_FOUND"));
}

}  // namespace
}  // namespace twinaid::core
