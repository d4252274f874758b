// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// References lead somewhere, and what is referred to stays.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/errors.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::Optional;

// Every way to let one reference of the row lead nowhere.
template <typename R>
std::vector<std::pair<std::string, std::function<void(R&)>>> WaysToDangle();

const model::PlaceId& NoPlace() {
  static const auto& id = *new auto(model::PlaceId::Trusted("nowhere"));
  return id;
}

template <>
std::vector<std::pair<std::string, std::function<void(model::Place&)>>>
WaysToDangle() {
  return {{"parent", [](auto& row) { row.parent = NoPlace(); }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::SisterLink&)>>>
WaysToDangle() {
  return {{"place_a", [](auto& row) { row.place_a = NoPlace(); }},
          {"place_b", [](auto& row) { row.place_b = NoPlace(); }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Organization&)>>>
WaysToDangle() {
  return {{"seat", [](auto& row) { row.seat = NoPlace(); }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Item&)>>>
WaysToDangle() {
  return {{"substitutes", [](auto& row) {
             row.substitutes.back().item = model::ItemId::Trusted("nothing");
           }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Need&)>>>
WaysToDangle() {
  return {
      {"item", [](auto& row) { row.item = model::ItemId::Trusted("nothing"); }},
      {"listed_substitutes",
       [](auto& row) {
         row.listed_substitutes.back() = model::ItemId::Trusted("nothing");
       }},
      {"beneficiary", [](auto& row) {
         row.beneficiary = model::OrganizationId::Trusted("nobody");
       }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Offer&)>>>
WaysToDangle() {
  return {
      {"item", [](auto& row) { row.item = model::ItemId::Trusted("nothing"); }},
      {"directed_to", [](auto& row) { row.directed_to = NoPlace(); }},
      {"donor", [](auto& row) {
         row.donor = model::OrganizationId::Trusted("nobody");
       }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Scheme&)>>>
WaysToDangle() {
  return {{"participants",
           [](auto& row) { row.participants.push_back(NoPlace()); }},
          {"third_places",
           [](auto& row) { row.third_places.push_back(NoPlace()); }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Round&)>>>
WaysToDangle() {
  return {};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::UnmetNeed&)>>>
WaysToDangle() {
  return {};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::RoundEdge&)>>>
WaysToDangle() {
  return {};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Pairing&)>>>
WaysToDangle() {
  return {{"donor", [](auto& row) { row.donor = NoPlace(); }},
          {"recipient", [](auto& row) { row.recipient = NoPlace(); }},
          {"link",
           [](auto& row) { row.link = model::SisterLinkId::Trusted("never"); }},
          {"round", [](auto& row) {
             row.round.child = model::RoundId::Trusted("never");
           }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Letter&)>>>
WaysToDangle() {
  return {{"from", [](auto& row) { row.from = NoPlace(); }},
          {"to", [](auto& row) { row.to = NoPlace(); }},
          {"organization",
           [](auto& row) {
             row.organization = model::OrganizationId::Trusted("nobody");
           }},
          {"match",
           [](auto& row) { row.match = model::MatchId::Trusted("never"); }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Match&)>>>
WaysToDangle() {
  return {
      {"need",
       [](auto& row) { row.need.child = model::NeedId::Trusted("nothing"); }},
      {"offer",
       [](auto& row) { row.offer.child = model::OfferId::Trusted("nothing"); }},
      {"need_item",
       [](auto& row) { row.need_item = model::ItemId::Trusted("nothing"); }},
      {"offer_item",
       [](auto& row) { row.offer_item = model::ItemId::Trusted("nothing"); }},
      {"pairing",
       [](auto& row) {
         row.pairing.child = model::PairingId::Trusted("never");
       }},
      {"round",
       [](auto& row) { row.round.child = model::RoundId::Trusted("never"); }},
      {"replaces",
       [](auto& row) { row.replaces = model::MatchId::Trusted("never"); }}};
}

template <>
std::vector<std::pair<std::string, std::function<void(model::Notice&)>>>
WaysToDangle() {
  return {};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Principal&)>>>
WaysToDangle() {
  return {{"places", [](auto& row) { row.places.back() = NoPlace(); }}};
}
template <>
std::vector<std::pair<std::string, std::function<void(model::Token&)>>>
WaysToDangle() {
  return {{"principal", [](auto& row) {
             row.principal = model::PrincipalId::Trusted("nobody");
           }}};
}

TEST_P(StoreConformance, RefusesToInsertAReferenceThatLeadsNowhere) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    for (const auto& [name, dangle] : WaysToDangle<R>()) {
      SCOPED_TRACE(name);
      R row = WholeRow<R>();
      dangle(row);
      EXPECT_THAT(Insert(row), StatusIs(absl::StatusCode::kFailedPrecondition));
    }
    EXPECT_THAT(Insert(WholeRow<R>()), IsOk())
        << "nothing of the refused rows is left";
  });
}

TEST_P(StoreConformance, RefusesToUpdateAReferenceToLeadNowhere) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ForEachRowType([&]<typename R>() {
    const R whole = WholeRow<R>();
    ASSERT_THAT(Insert(whole), IsOk());
    for (const auto& [name, dangle] : WaysToDangle<R>()) {
      SCOPED_TRACE(name);
      R row = whole;
      dangle(row);
      EXPECT_THAT(Update(row), StatusIs(absl::StatusCode::kFailedPrecondition));
      EXPECT_THAT(Find<R>(whole.key()), IsOkAndHolds(Optional(whole)));
    }
  });
}

TEST_P(StoreConformance, RefusesAChildOfAParentThatIsNotThere) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  constexpr auto kRefused = absl::StatusCode::kFailedPrecondition;
  auto need = WholeRow<model::Need>();
  need.name.parent = NoPlace();
  EXPECT_THAT(Insert(need), StatusIs(kRefused));
  auto offer = WholeRow<model::Offer>();
  offer.name.parent = NoPlace();
  EXPECT_THAT(Insert(offer), StatusIs(kRefused));
  auto round = WholeRow<model::Round>();
  round.name.parent = model::SchemeId::Trusted("none");
  EXPECT_THAT(Insert(round), StatusIs(kRefused));
  auto pairing = WholeRow<model::Pairing>();
  pairing.name.parent = model::SchemeId::Trusted("none");
  EXPECT_THAT(Insert(pairing), StatusIs(kRefused));
  auto unmet = WholeRow<model::UnmetNeed>();
  unmet.round.child = model::RoundId::Trusted("never");
  EXPECT_THAT(Insert(unmet), StatusIs(kRefused));
  unmet = WholeRow<model::UnmetNeed>();
  unmet.need.child = model::NeedId::Trusted("nothing");
  EXPECT_THAT(Insert(unmet), StatusIs(kRefused));
  auto edge = WholeRow<model::RoundEdge>();
  edge.donor = NoPlace();
  EXPECT_THAT(Insert(edge), StatusIs(kRefused));
}

// Nothing of the base rows can go while the others stand on it; the other way
// round all of it can.
TEST_P(StoreConformance, RefusesToDeleteWhatIsReferredTo) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  ASSERT_THAT(Insert(WholeRow<model::Need>()), IsOk());
  ASSERT_THAT(Insert(WholeRow<model::Match>()), IsOk());
  const auto in_use = [&]<typename R>(const typename R::Key& key) {
    const absl::Status status = Delete<R>(key);
    EXPECT_THAT(status, StatusIs(absl::StatusCode::kFailedPrecondition));
    EXPECT_EQ(model::ReasonOf(status), "IN_USE") << status;
  };
  const auto scheme = model::SchemeId::Trusted("base");
  const auto base_a = model::PlaceId::Trusted("base-a");
  const auto base_b = model::PlaceId::Trusted("base-b");
  const auto base_c = model::PlaceId::Trusted("base-c");
  in_use.operator()<model::Place>(base_a);
  in_use.operator()<model::Place>(base_b);
  in_use.operator()<model::Place>(base_c);
  in_use.operator()<model::SisterLink>(model::SisterLinkId::Trusted("base"));
  in_use.operator()<model::Organization>(
      model::OrganizationId::Trusted("base"));
  in_use.operator()<model::Item>(model::ItemId::Trusted("base"));
  in_use.operator()<model::Item>(model::ItemId::Trusted("other"));
  in_use.operator()<model::Need>({base_c, model::NeedId::Trusted("base")});
  in_use.operator()<model::Offer>({base_b, model::OfferId::Trusted("base")});
  ASSERT_THAT(Insert(WholeRow<model::Token>()), IsOk());
  in_use.operator()<model::Principal>(model::PrincipalId::Trusted("base"));
  const auto base_match = model::MatchId::Trusted("base");
  in_use.operator()<model::Match>(base_match);
  in_use.operator()<model::Scheme>(scheme);
  in_use.operator()<model::Round>({scheme, model::RoundId::Trusted("base")});
  in_use.operator()<model::Pairing>(
      {scheme, model::PairingId::Trusted("base")});

  EXPECT_THAT(Delete<model::Match>(WholeRow<model::Match>().id), IsOk());
  ASSERT_THAT(Insert(WholeRow<model::Letter>()), IsOk());
  in_use.operator()<model::Match>(base_match);
  EXPECT_THAT(Delete<model::Letter>(WholeRow<model::Letter>().id), IsOk());
  EXPECT_THAT(Delete<model::Match>(base_match), IsOk());
  EXPECT_THAT(
      Delete<model::Pairing>({scheme, model::PairingId::Trusted("base")}),
      IsOk());
  EXPECT_THAT(Delete<model::Round>({scheme, model::RoundId::Trusted("base")}),
              IsOk());
  EXPECT_THAT(Delete<model::Scheme>(scheme), IsOk());
  EXPECT_THAT(Delete<model::Offer>({base_b, model::OfferId::Trusted("base")}),
              IsOk());
  EXPECT_THAT(Delete<model::SisterLink>(model::SisterLinkId::Trusted("base")),
              IsOk());
  EXPECT_THAT(Delete<model::Place>(base_b), IsOk());
}

TEST_P(StoreConformance, CountsReferencesInsideLists) {
  ASSERT_THAT(store().Write(InsertBaseRows), IsOk());
  auto item = WholeRow<model::Item>();
  auto substitute = BareRow<model::Item>();
  ASSERT_THAT(Insert(substitute), IsOk());
  item.substitutes = {{substitute.id, 100, ""}};
  ASSERT_THAT(Insert(item), IsOk());
  EXPECT_THAT(Delete<model::Item>(substitute.id),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  item.substitutes.clear();
  ASSERT_THAT(Update(item), IsOk());
  EXPECT_THAT(Delete<model::Item>(substitute.id), IsOk());

  auto scheme = WholeRow<model::Scheme>();
  ASSERT_THAT(Insert(BareRow<model::Place>()), IsOk());
  scheme.participants = {BareRow<model::Place>().id};
  ASSERT_THAT(Insert(scheme), IsOk());
  EXPECT_THAT(Delete<model::Place>(BareRow<model::Place>().id),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  ASSERT_THAT(Delete<model::Scheme>(scheme.id), IsOk());
  EXPECT_THAT(Delete<model::Place>(BareRow<model::Place>().id), IsOk());
}

}  // namespace
}  // namespace twinaid::store
