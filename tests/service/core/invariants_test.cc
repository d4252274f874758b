// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Over 450 lines: one walk, with all operations that it is made of.
// Random operations over several places; after each, every rule holds.

#include "tests/service/core/invariants.h"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/round_runner.h"
#include "service/core/sweeper.h"
#include "service/model/freshness.h"
#include "tests/service/core/world.h"

namespace twinaid::core {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

constexpr int kSteps = 300;
const std::vector<std::string> kPlaces = {"wuxi", "san-antonio", "zibo",
                                          "jinan", "dallas"};
constexpr char kWalk[] = "walk";
// Short, so that a walk meets lapses and rests.
constexpr int kAnswerDays = 1;
constexpr int kConfirmDays = 3;
// Between these the clock jumps either way.
const absl::Time kEarliest =
    absl::FromCivil(absl::CivilDay(1975, 1, 1), absl::UTCTimeZone());
const absl::Time kLatest =
    absl::FromCivil(absl::CivilDay(2120, 1, 1), absl::UTCTimeZone());

class RandomOperations : public World,
                         public ::testing::WithParamInterface<int> {
 protected:
  RandomOperations() : random_(static_cast<std::uint32_t>(GetParam())) {
    EXPECT_THAT(Add(City("jinan")), IsOk());
    EXPECT_THAT(Add(Sisters("lnk-2", "zibo", "san-antonio")), IsOk());
    EXPECT_THAT(Add(Sisters("lnk-3", "jinan", "wuxi")), IsOk());
    model::SisterLink friends = Sisters("lnk-4", "jinan", "zibo");
    friends.kind = model::LinkKind::kFriendlyExchange;
    EXPECT_THAT(Add(friends), IsOk());
    // Parents that are sisters tie their cities on the third rung.
    EXPECT_THAT(Add(City("shandong")), IsOk());
    EXPECT_THAT(Add(City("texas")), IsOk());
    EXPECT_THAT(Add(Sisters("lnk-5", "shandong", "texas")), IsOk());
    model::Place dallas = City("dallas");
    dallas.parent = PlaceNamed("texas");
    EXPECT_THAT(Add(dallas), IsOk());
    model::Place zibo = City("zibo");
    zibo.parent = PlaceNamed("shandong");
    EXPECT_THAT(Do([&](Mutation& m) { return UpdatePlace(m, zibo, ""); }),
                IsOk());
    EXPECT_THAT(Do([](Mutation& m) { return EnsureDefaultScheme(m); }), IsOk());
    model::Scheme standard =
        See([](const View& v) {
          return GetScheme(v,
                           model::SchemeId::Trusted(model::kDefaultSchemeId));
        }).value();
    standard.answer_days = kAnswerDays;
    standard.confirm_days = kConfirmDays;
    EXPECT_THAT(Do([&](Mutation& m) { return UpdateScheme(m, standard, ""); }),
                IsOk());
    model::Scheme walk;
    walk.answer_days = kAnswerDays;
    walk.confirm_days = kConfirmDays;
    walk.id = model::SchemeId::Trusted(kWalk);
    walk.title_en = "Walk";
    walk.policy = AnyPolicy();
    if (walk.policy.shape == model::Shape::kCounterpart && OneIn(4)) {
      walk.third_places = {PlaceNamed(Pick(kPlaces))};
    }
    EXPECT_THAT(Do([&](Mutation& m) { return CreateScheme(m, walk); }), IsOk());
  }

  // One that is served.
  model::Policy AnyPolicy() {
    while (true) {
      const model::Policy policy = DrawPolicy();
      if (model::Validate(policy).ok()) return policy;
    }
  }
  model::Policy DrawPolicy() {
    model::Policy policy;
    if (OneIn(3)) policy.shape = model::Shape::kMutual;
    policy.donor_capacity = static_cast<int>(Between(1, 2));
    policy.recipient_capacity = static_cast<int>(Between(1, 2));
    policy.rungs = static_cast<int>(Between(1, 4));
    policy.tiers = static_cast<model::Tiers>(Between(1, 2));
    policy.pool = static_cast<model::Pool>(Between(1, 3));
    policy.keep = static_cast<model::Keep>(Between(1, 2));
    policy.allow_one_way = OneIn(2);
    if (OneIn(2)) {
      int wait = 0;
      for (int rung = 2; rung <= 4; ++rung) {
        wait += static_cast<int>(Between(0, 2));
        policy.rung_wait_days.push_back(wait);
      }
    }
    policy.prefer_return = OneIn(2);
    return policy;
  }

  std::int64_t Between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
  }
  bool OneIn(int n) { return Between(1, n) == 1; }
  template <typename T>
  const T& Pick(const std::vector<T>& of) {
    return of[static_cast<std::size_t>(
        Between(0, static_cast<std::int64_t>(of.size()) - 1))];
  }
  model::Side AnySide() { return static_cast<model::Side>(Between(1, 3)); }
  model::Reason AnyReason() {
    return static_cast<model::Reason>(Between(1, 13));
  }
  std::string AnyItem() {
    return Pick(std::vector<std::string>{"masks", "n95", "gowns", "money"});
  }
  Holdings All() {
    return See([](const View& v) { return HoldingsOf(v); });
  }

  // Each operation may be refused: its arguments are often wrong on purpose.
  absl::Status AddNeed() {
    model::Need need = NeedOf(Pick(kPlaces), "", AnyItem(), Between(0, 60));
    need.urgency = static_cast<model::Urgency>(Between(1, 4));
    if (OneIn(2)) need.substitutes = model::SubstitutePolicy::kAny;
    if (OneIn(4)) need.needed_by = AnyDay();
    return Add(need).status();
  }
  absl::Status AddOffer() {
    model::Offer offer = OfferOf(Pick(kPlaces), "", AnyItem(), Between(0, 60));
    if (OneIn(4)) offer.available_until = AnyDay();
    if (OneIn(4)) offer.min_lot = model::Units(Between(1, 20));
    if (OneIn(6)) offer.directed_to = PlaceNamed(Pick(kPlaces));
    return Add(offer).status();
  }
  absl::Status Change() {
    const Holdings all = All();
    if (OneIn(2)) {
      if (all.needs.empty()) return absl::OkStatus();
      model::Need need = Pick(all.needs);
      need.quantity = model::Units(Between(0, 60));
      if (OneIn(4)) need.needed_by = AnyDay();
      return Do([&](Mutation& m) { return UpdateNeed(m, need, ""); }).status();
    }
    if (all.offers.empty()) return absl::OkStatus();
    model::Offer offer = Pick(all.offers);
    offer.quantity = model::Units(Between(0, 60));
    return Do([&](Mutation& m) { return UpdateOffer(m, offer, ""); }).status();
  }
  absl::Status AdjustAny() {
    const Holdings all = All();
    if (all.offers.empty()) return absl::OkStatus();
    Adjustment adjustment;
    if (OneIn(2)) adjustment.quantity = model::Units(Between(0, 60));
    if (OneIn(2)) adjustment.delta = model::Units(Between(-30, 30));
    const model::OfferName name = Pick(all.offers).name;
    return Do([&](Mutation& m) { return AdjustOffer(m, name, "", adjustment); })
        .status();
  }
  absl::Status WithdrawAny() {
    const Holdings all = All();
    if (all.needs.empty() || all.offers.empty()) return absl::OkStatus();
    const model::NeedName need = Pick(all.needs).name;
    const model::OfferName offer = Pick(all.offers).name;
    if (OneIn(2)) {
      return Do([&](Mutation& m) {
               return WithdrawNeed(m, need, "", AnyReason(), "");
             })
          .status();
    }
    return Do([&](Mutation& m) {
             return WithdrawOffer(m, offer, "", AnyReason(), "");
           })
        .status();
  }
  absl::Status Propose() {
    const Holdings all = All();
    if (all.needs.empty() || all.offers.empty()) return absl::OkStatus();
    const model::Need need = Pick(all.needs);
    std::vector<model::Offer> offers = all.offers;
    if (!OneIn(4)) {
      std::erase_if(offers, [&](const model::Offer& offer) {
        return offer.item != need.item || offer.name.parent == need.name.parent;
      });
    }
    if (offers.empty()) return absl::OkStatus();
    NewMatch match = ByHand(need.name, Pick(offers).name, Between(0, 40));
    if (OneIn(4)) match.origin = model::MatchOrigin::kRecorded;
    return Add(match).status();
  }
  // Whether the round that made `match` may not have, because of `ended`.
  static bool KeepsApart(const model::Match& ended, const model::Match& match) {
    const bool same_two =
        ended.need == match.need && ended.offer == match.offer;
    const std::set<model::PlaceId> places = {match.donor_place(),
                                             match.recipient_place()};
    const bool same_places =
        places.contains(ended.donor_place()) &&
        places.contains(ended.recipient_place()) &&
        (ended.round.empty() || ended.round.parent == match.round.parent);
    switch (ended.keeps_apart) {
      case model::Apart::kNobody:
        return false;
      case model::Apart::kNeedAndOffer:
        return same_two;
      case model::Apart::kPlaces:
        return same_two || same_places;
    }
    return false;
  }
  // Whether the need's side refused what the match brings.
  static bool WasRefused(const model::Match& ended, const model::Match& match) {
    return ended.substitute_refused && ended.need == match.need &&
           ended.offer_item == match.offer_item;
  }
  // Whether the rung of the match was open to its recipient, and the places may
  // stand where they do.
  void ExpectByScheme(const Holdings& before, const model::Match& match) {
    const auto scheme = std::find_if(
        before.schemes.begin(), before.schemes.end(),
        [&](const auto& row) { return row.id == match.round.parent; });
    ASSERT_NE(scheme, before.schemes.end());
    const absl::CivilDay today =
        absl::ToCivilDay(clock_.Now(), absl::UTCTimeZone());
    absl::civil_diff_t waited = 0;
    for (const model::Need& need : before.needs) {
      if (need.name.parent != match.recipient_place()) continue;
      waited = std::max(waited, today - absl::ToCivilDay(need.meta.create_time,
                                                         absl::UTCTimeZone()));
    }
    // Goods on a pairing that stands do not wait again.
    const bool stood =
        std::any_of(before.pairings.begin(), before.pairings.end(),
                    [&](const auto& row) { return row.name == match.pairing; });
    EXPECT_TRUE(stood || waited >= scheme->policy.WaitDaysOf(match.rung))
        << "rung " << match.rung << " after " << waited << " days";
    if (scheme->third_places.empty()) return;
    const auto is_third = [&](const model::PlaceId& place) {
      return std::binary_search(scheme->third_places.begin(),
                                scheme->third_places.end(), place);
    };
    EXPECT_TRUE(is_third(match.recipient_place()));
    EXPECT_FALSE(is_third(match.donor_place()));
  }
  // Whether need or offer rested when the round began.
  bool RestedIn(const Holdings& before, const model::Match& match) {
    const absl::CivilDay today =
        absl::ToCivilDay(clock_.Now(), absl::UTCTimeZone());
    const auto rested = [&](const auto& rows, const auto& name) {
      for (const auto& row : rows) {
        if (row.name == name) {
          return model::Rests(row.confirm_time, kConfirmDays, today);
        }
      }
      return false;
    };
    return rested(before.needs, match.need) ||
           rested(before.offers, match.offer);
  }
  absl::Status ConfirmAny() {
    const Holdings all = All();
    if (all.needs.empty() || all.offers.empty()) return absl::OkStatus();
    const model::NeedName need = Pick(all.needs).name;
    const model::OfferName offer = Pick(all.offers).name;
    if (OneIn(2)) {
      return Do([&](Mutation& m) { return ConfirmNeed(m, need, ""); }).status();
    }
    return Do([&](Mutation& m) { return ConfirmOffer(m, offer, ""); }).status();
  }
  absl::Status ReconsiderAny() {
    std::vector<model::Match> declined = All().matches;
    std::erase_if(declined, [](const auto& match) {
      return match.state != model::MatchState::kDeclined;
    });
    if (declined.empty()) return absl::OkStatus();
    const model::MatchId id = Pick(declined).id;
    return Do([&](Mutation& m) {
             return ReconsiderMatch(m, id, "", AnySide(), "");
           })
        .status();
  }
  absl::Status WithdrawMatchAny(const model::MatchId& id) {
    return Do([&](Mutation& m) {
             return WithdrawMatch(m, id, "", AnyReason(), "");
           })
        .status();
  }
  absl::Status RunAnyRound() {
    const Holdings before = All();
    NewRound round;
    round.name.parent =
        model::SchemeId::Trusted(OneIn(3) ? model::kDefaultSchemeId : kWalk);
    round.as_of = absl::ToCivilDay(clock_.Now(), absl::UTCTimeZone());
    round.seed = Between(0, 100);
    const auto started = Do([&](Mutation& m) { return StartRound(m, round); });
    if (!started.ok()) return started.status();
    EXPECT_THAT(RunRound(work_, started->name, [] { return false; }), IsOk());
    const Holdings after = All();
    for (const model::Round& row : after.rounds) {
      EXPECT_EQ(row.state, model::RoundState::kSucceeded) << row.failure.en;
    }
    for (const model::Match& match : after.matches) {
      if (match.round != started->name) continue;
      for (const model::Match& ended : before.matches) {
        EXPECT_FALSE(KeepsApart(ended, match))
            << match.need.ToString() << " again, after "
            << model::ToName(ended.id);
        EXPECT_FALSE(WasRefused(ended, match)) << model::ToName(ended.id);
        if (match.replaces != ended.id) continue;
        EXPECT_EQ(ended.need, match.need);
        EXPECT_GT(ended.missing(), model::BaseUnits(0));
      }
      ExpectByScheme(before, match);
      EXPECT_FALSE(RestedIn(before, match)) << match.need.ToString();
    }
    return absl::OkStatus();
  }
  absl::Status EndAnyPairing() {
    const Holdings all = All();
    if (all.pairings.empty()) return absl::OkStatus();
    const model::PairingName name = Pick(all.pairings).name;
    return Do([&](Mutation& m) {
             return EndPairing(m, name, "", AnyReason(), "");
           })
        .status();
  }
  // A step of some match's life: mostly one that its state allows, with a
  // quantity that fits.
  absl::Status Move() {
    std::vector<model::Match> live = All().matches;
    if (!OneIn(8)) {
      std::erase_if(live, [](const auto& match) { return !match.is_live(); });
    }
    if (live.empty()) return absl::OkStatus();
    const model::Match match = Pick(live);
    model::MatchState as = match.state;
    if (OneIn(6)) as = static_cast<model::MatchState>(Between(1, 3));
    switch (as) {
      case model::MatchState::kProposed:
        if (OneIn(8)) return WithdrawMatchAny(match.id);
        return OneIn(6) ? DeclineAny(match.id)
                        : Accept(match.id, AnySide()).status();
      case model::MatchState::kAccepted:
        return OneIn(6) ? CancelAny(match.id) : SendAny(match);
      default:
        return OneIn(3) ? SendAny(match) : ReceiveAny(match);
    }
  }
  absl::Status DeclineAny(const model::MatchId& id) {
    return Do([&](Mutation& m) {
             return DeclineMatch(m, id, "", AnySide(), OneIn(2), AnyReason(),
                                 "", OneIn(2));
           })
        .status();
  }
  absl::Status CancelAny(const model::MatchId& id) {
    return Do([&](Mutation& m) {
             return CancelMatch(m, id, "", AnyReason(), "");
           })
        .status();
  }
  absl::Status SendAny(const model::Match& match) {
    const model::BaseUnits left = match.quantity - match.dispatched();
    const std::int64_t quantity =
        OneIn(8) ? left.value() + 1 : Between(0, left.value());
    return Send(match.id, quantity, OneIn(3)).status();
  }
  absl::Status ReceiveAny(const model::Match& match) {
    std::int64_t left = match.in_transit().value();
    NewReceipt receipt;
    receipt.received = model::BaseUnits(OneIn(8)   ? left + 1
                                        : OneIn(4) ? 0
                                                   : Between(0, left));
    left -= receipt.received.value();
    if (left > 0 && OneIn(2)) {
      receipt.missing.push_back(
          {model::BaseUnits(Between(1, left)), AnyReason(), ""});
    }
    receipt.close = OneIn(4);
    if (!OneIn(4)) receipt.close_reason = AnyReason();
    return Do([&](Mutation& m) {
             return ReceiveMatch(m, match.id, "", receipt);
           })
        .status();
  }
  absl::Status PassTime() {
    clock_.Advance(absl::Hours(Between(1, 12)));
    return SweepDue(work_).status();
  }
  // A second to fifty years, either way. Set back, it expires nothing and takes
  // nothing back; the next event follows the last one all the same.
  void JumpTheClock() {
    const std::vector<absl::Duration> lengths = {
        absl::Seconds(1),          absl::Minutes(1),     absl::Hours(1),
        absl::Hours(24),           absl::Hours(24 * 30), absl::Hours(24 * 365),
        absl::Hours(24 * 365 * 50)};
    const bool back =
        clock_.Now() > kLatest || (clock_.Now() > kEarliest && OneIn(2));
    const absl::Duration length = Pick(lengths);
    EXPECT_THAT(SweepDue(work_), IsOk());  // what was due before
    const Holdings before = All();
    clock_.Set(clock_.Now() + (back ? -length : length));
    EXPECT_THAT(SweepDue(work_), IsOk());
    if (back) {
      EXPECT_TRUE(All() == before) << "a clock set back by " << length;
    }
  }
  absl::CivilDay AnyDay() {
    return absl::ToCivilDay(clock_.Now(), absl::UTCTimeZone()) + Between(-1, 6);
  }

  absl::Status Step() {
    const std::int64_t dice = Between(1, 100);
    if (dice <= 12) return AddNeed();
    if (dice <= 24) return AddOffer();
    if (dice <= 30) return Change();
    if (dice <= 35) return AdjustAny();
    if (dice <= 38) return WithdrawAny();
    if (dice <= 48) return Propose();
    if (dice <= 52) return RunAnyRound();
    if (dice <= 53) return EndAnyPairing();
    if (dice <= 56) return PassTime();
    if (dice <= 58) return ConfirmAny();
    if (dice <= 59) return ReconsiderAny();
    return Move();
  }

  // Each row that changed by itself has an event of its name; a need or offer
  // may also have moved with a match of it.
  void ExpectRecorded(const Holdings& before, const Holdings& after) {
    std::set<std::string> recorded;
    std::map<std::string, const model::Match*> match_of;
    for (const model::Match& match : after.matches) {
      match_of[model::ToName(match.id)] = &match;
    }
    const std::vector<model::Event> fresh =
        See([&](const View& v) {
          return v.tx.events().List(store::EventQuery{}, before.last_event, 0);
        }).value();
    for (const model::Event& event : fresh) {
      recorded.insert(event.resource);
      if (const auto it = match_of.find(event.resource); it != match_of.end()) {
        recorded.insert(it->second->need.ToString());
        recorded.insert(it->second->offer.ToString());
      }
    }
    for (const std::string& name : Changed(before, after)) {
      EXPECT_THAT(recorded, Contains(name)) << "changed without an event";
    }
  }

  std::mt19937 random_;
};

TEST_P(RandomOperations, KeepEveryRuleAfterEveryStep) {
  SCOPED_TRACE(absl::StrCat("seed ", GetParam()));
  int done = 0;
  int refused = 0;
  for (int step = 0; step < kSteps && !HasFailure(); ++step) {
    SCOPED_TRACE(absl::StrCat("step ", step));
    const Holdings before = All();
    const absl::Status status = Step();
    const Holdings after = All();
    EXPECT_THAT(Violations(after), IsEmpty()) << status;
    if (status.ok()) {
      ++done;
      ExpectRecorded(before, after);
    } else {
      ++refused;
      EXPECT_EQ(Changed(before, after), std::vector<std::string>());
      EXPECT_TRUE(after == before) << "a refused call changed the store";
      EXPECT_FALSE(model::ReasonOf(status).empty()) << status;
      EXPECT_NE(status.code(), absl::StatusCode::kInternal) << status;
    }
  }
  EXPECT_THAT(
      See([&](const View& v) { return ReportFaults(v, HoldingsOf(v)); }),
      IsEmpty());
  // The random walk gets somewhere, and is refused now and then.
  EXPECT_GT(done, kSteps / 4);
  EXPECT_GT(refused, 0);
  EXPECT_EQ(See([](const View& v) { return VerifyLedger(v); })->broken_seq, 0);
}

TEST_P(RandomOperations, StandJumpsOfTheClock) {
  SCOPED_TRACE(absl::StrCat("seed ", GetParam()));
  constexpr int kJumpingSteps = 120;
  int done = 0;
  for (int step = 0; step < kJumpingSteps && !HasFailure(); ++step) {
    SCOPED_TRACE(absl::StrCat("step ", step));
    if (OneIn(4)) JumpTheClock();
    const Holdings before = All();
    const absl::Status status = Step();
    const Holdings after = All();
    EXPECT_THAT(Violations(after), IsEmpty()) << status;
    EXPECT_NE(status.code(), absl::StatusCode::kInternal) << status;
    if (status.ok()) {
      ++done;
      ExpectRecorded(before, after);
    } else {
      EXPECT_TRUE(after == before) << "a refused call changed the store";
    }
  }
  EXPECT_GT(done, kJumpingSteps / 5);
  EXPECT_EQ(See([](const View& v) { return VerifyLedger(v); })->broken_seq, 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomOperations, ::testing::Range(1, 41));

}  // namespace
}  // namespace twinaid::core
