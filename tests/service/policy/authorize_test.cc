// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the matrix over all methods does not reach: sides of matches, lists
// narrowed by their filter, batches, names that are not of their form.
#include "service/policy/authorize.h"

#include <string>

#include "service/core/principals.h"
#include "tests/service/core/world.h"
#include "twinaid/v1/assistance_service.pb.h"
#include "twinaid/v1/inventory_service.pb.h"
#include "twinaid/v1/ledger_service.pb.h"
#include "twinaid/v1/matching_service.pb.h"

namespace twinaid::core {
namespace {

using model::Role;

constexpr auto kDenied = absl::StatusCode::kPermissionDenied;

class AuthorizeTest : public World {
 protected:
  // wuxi gives to san-antonio; the principal acts for wuxi.
  AuthorizeTest() {
    EXPECT_THAT(Add(NeedOf("san-antonio", "n", "masks", 100)), IsOk());
    EXPECT_THAT(Add(OfferOf("wuxi", "o", "masks", 100)), IsOk());
    const auto match =
        Add(ByHand({PlaceNamed("san-antonio"), model::NeedId::Trusted("n")},
                   {PlaceNamed("wuxi"), model::OfferId::Trusted("o")}, 10));
    EXPECT_THAT(match, IsOk());
    match_ = model::ToName(match->id);
    who_.id = model::PrincipalId::Trusted("w");
    who_.role = Role::kCoordinator;
    who_.places = {PlaceNamed("wuxi")};
  }

  absl::Status May(const std::string& method,
                   const google::protobuf::Message& request) {
    return See([&](const View& v) -> absl::StatusOr<bool> {
             const absl::Status status =
                 policy::Authorize(v.tx, who_, "twinaid.v1." + method, request);
             if (!status.ok()) return status;
             return true;
           })
        .status();
  }

  absl::Status MayAnswer(v1::Side side) {
    v1::AcceptMatchRequest request;
    request.set_name(match_);
    request.set_side(side);
    return May("AssistanceService/AcceptMatch", request);
  }

  template <typename Request>
  absl::Status MayList(const std::string& method, const std::string& filter,
                       const std::string& parent = "") {
    Request request;
    request.set_filter(filter);
    if constexpr (requires { request.set_parent(parent); }) {
      request.set_parent(parent);
    }
    return May(method, request);
  }

  std::string match_;
  model::Principal who_;
};

TEST_F(AuthorizeTest, ASideAnswersForItselfOnly) {
  EXPECT_THAT(MayAnswer(v1::DONOR), IsOk());
  EXPECT_THAT(MayAnswer(v1::RECIPIENT), Refused(kDenied, "NOT_GRANTED"));
  EXPECT_THAT(MayAnswer(v1::BOTH), Refused(kDenied, "NOT_GRANTED"));
  EXPECT_THAT(MayAnswer(v1::SIDE_UNSPECIFIED), Refused(kDenied, "NOT_GRANTED"));
  who_.places.push_back(PlaceNamed("san-antonio"));
  EXPECT_THAT(MayAnswer(v1::BOTH), IsOk());
}

TEST_F(AuthorizeTest, TheDonorSendsAndTheRecipientReceives) {
  v1::DispatchMatchRequest dispatch;
  dispatch.set_name(match_);
  v1::ReceiveMatchRequest receive;
  receive.set_name(match_);
  EXPECT_THAT(May("AssistanceService/DispatchMatch", dispatch), IsOk());
  EXPECT_THAT(May("AssistanceService/ReceiveMatch", receive),
              Refused(kDenied, "NOT_GRANTED"));
  who_.places = {PlaceNamed("san-antonio")};
  EXPECT_THAT(May("AssistanceService/DispatchMatch", dispatch),
              Refused(kDenied, "NOT_GRANTED"));
  EXPECT_THAT(May("AssistanceService/ReceiveMatch", receive), IsOk());
}

TEST_F(AuthorizeTest, AMatchByHandNeedsOneSideARecordedGiftBoth) {
  v1::CreateMatchRequest request;
  request.mutable_match()->set_need("places/san-antonio/needs/n");
  request.mutable_match()->set_offer("places/wuxi/offers/o");
  EXPECT_THAT(May("AssistanceService/CreateMatch", request), IsOk());
  request.mutable_match()->set_origin(v1::Match::RECORDED);
  EXPECT_THAT(May("AssistanceService/CreateMatch", request),
              Refused(kDenied, "NOT_GRANTED"));
  who_.places.push_back(PlaceNamed("san-antonio"));
  EXPECT_THAT(May("AssistanceService/CreateMatch", request), IsOk());
  who_.places = {PlaceNamed("zibo")};
  request.mutable_match()->set_origin(v1::Match::MANUAL);
  EXPECT_THAT(May("AssistanceService/CreateMatch", request),
              Refused(kDenied, "NOT_GRANTED"));
}

TEST_F(AuthorizeTest, AListIsNarrowedToWhatIsGranted) {
  using Matches = v1::ListMatchesRequest;
  const std::string matches = "AssistanceService/ListMatches";
  for (const char* good :
       {"place = places/wuxi", "donor = places/wuxi AND state = PROPOSED",
        "recipient = places/zibo AND donor = places/wuxi",
        "offer = places/wuxi/offers/o"}) {
    EXPECT_THAT(MayList<Matches>(matches, good), IsOk()) << good;
  }
  for (const char* bad : {"", "state = PROPOSED", "place = places/zibo",
                          "need = places/san-antonio/needs/n"}) {
    EXPECT_THAT(MayList<Matches>(matches, bad), Refused(kDenied, "NOT_GRANTED"))
        << bad;
  }
  EXPECT_THAT(MayList<Matches>(matches, "place = "),
              Refused(kInvalid, "INVALID_FILTER"));

  using Needs = v1::ListNeedsRequest;
  const std::string needs = "InventoryService/ListNeeds";
  EXPECT_THAT(MayList<Needs>(needs, "", "places/wuxi"), IsOk());
  EXPECT_THAT(MayList<Needs>(needs, "place = places/wuxi", "places/-"), IsOk());
  EXPECT_THAT(MayList<Needs>(needs, "", "places/-"),
              Refused(kDenied, "NOT_GRANTED"));
  EXPECT_THAT(MayList<Needs>(needs, "place = places/zibo", "places/-"),
              Refused(kDenied, "NOT_GRANTED"));
  // A filter does not open a place that is named as the parent.
  EXPECT_THAT(MayList<Needs>(needs, "place = places/wuxi", "places/zibo"),
              Refused(kDenied, "NOT_GRANTED"));

  using Pairings = v1::ListPairingsRequest;
  const std::string pairings = "MatchingService/ListPairings";
  EXPECT_THAT(MayList<Pairings>(pairings, "", "schemes/default"),
              Refused(kDenied, "NOT_GRANTED"));
  EXPECT_THAT(
      MayList<Pairings>(pairings, "place = places/wuxi", "schemes/default"),
      IsOk());
  for (const char* of_scheme : {"round = schemes/default/rounds/r",
                                "pairing = schemes/default/pairings/p"}) {
    EXPECT_THAT(MayList<Matches>(matches, of_scheme),
                Refused(kDenied, "NOT_GRANTED"))
        << of_scheme;
  }
  who_.schemes = {model::SchemeId::Trusted("default")};
  EXPECT_THAT(MayList<Pairings>(pairings, "", "schemes/default"), IsOk());
  for (const char* of_scheme : {"round = schemes/default/rounds/r",
                                "pairing = schemes/default/pairings/p"}) {
    EXPECT_THAT(MayList<Matches>(matches, of_scheme), IsOk()) << of_scheme;
  }
  EXPECT_THAT(MayList<Matches>(matches, "round = schemes/other/rounds/r"),
              Refused(kDenied, "NOT_GRANTED"));
  EXPECT_THAT(MayList<Pairings>(pairings, "", "schemes/-"),
              Refused(kDenied, "NOT_GRANTED"));
}

TEST_F(AuthorizeTest, EventsAreSeenOfWhatIsGranted) {
  using Events = v1::ListEventsRequest;
  const std::string events = "LedgerService/ListEvents";
  for (const std::string& good :
       {std::string("place = places/wuxi"),
        std::string("resource = places/wuxi/offers/o"),
        "resource = " + match_}) {
    EXPECT_THAT(MayList<Events>(events, good), IsOk()) << good;
  }
  for (const char* bad : {"", "type = need.created", "place = places/zibo",
                          "resource = places/zibo", "resource = matches/none",
                          "resource = principals/admin", "resource = x"}) {
    EXPECT_THAT(MayList<Events>(events, bad), Refused(kDenied, "NOT_GRANTED"))
        << bad;
  }
  who_.every_place = true;
  EXPECT_THAT(MayList<Events>(events, ""), IsOk());
}

TEST_F(AuthorizeTest, EveryRequestOfABatchHasToBeGranted) {
  v1::BatchCreateNeedsRequest batch;
  batch.set_parent("places/-");
  batch.add_requests()->set_parent("places/wuxi");
  batch.add_requests()->set_parent("places/wuxi");
  const std::string create = "InventoryService/BatchCreateNeeds";
  EXPECT_THAT(May(create, batch), IsOk());
  batch.mutable_requests(1)->set_parent("places/zibo");
  EXPECT_THAT(May(create, batch), Refused(kDenied, "NOT_GRANTED"));
  batch.mutable_requests(1)->clear_parent();
  EXPECT_THAT(May(create, batch), Refused(kDenied, "NOT_GRANTED"));
  batch.set_parent("places/wuxi");
  EXPECT_THAT(May(create, batch), IsOk());
  batch.clear_requests();
  batch.set_parent("places/zibo");
  EXPECT_THAT(May(create, batch), Refused(kDenied, "NOT_GRANTED"));
}

TEST_F(AuthorizeTest, ANameThatIsNotOfItsFormIsSaidToBeThat) {
  v1::GetNeedRequest request;
  for (const char* bad : {"wuxi", "place/wuxi", "places/Wuxi", "places/",
                          "needs/n", "/", "places//needs/n"}) {
    request.set_name(bad);
    EXPECT_THAT(May("InventoryService/GetNeed", request),
                Refused(kInvalid, "INVALID_VALUE"))
        << bad;
  }
}

TEST_F(AuthorizeTest, WhatLiesInsideIsGrantedHoweverDeep) {
  model::Place district = City("binhu");
  district.parent = PlaceNamed("wuxi");
  ASSERT_THAT(Add(district), IsOk());
  model::Place street = City("street");
  street.parent = PlaceNamed("binhu");
  ASSERT_THAT(Add(street), IsOk());
  v1::GetInventoryRequest request;
  request.set_place("places/street");
  EXPECT_THAT(May("InventoryService/GetInventory", request), IsOk());
  who_.places = {PlaceNamed("binhu")};
  EXPECT_THAT(May("InventoryService/GetInventory", request), IsOk());
  request.set_place("places/wuxi");
  EXPECT_THAT(May("InventoryService/GetInventory", request),
              Refused(kDenied, "NOT_GRANTED"));
}

TEST_F(AuthorizeTest, AMethodWithoutALineIsForNobody) {
  who_.role = Role::kAdmin;
  EXPECT_THAT(May("InventoryService/Unknown", v1::GetNeedRequest()),
              Refused(kDenied, "METHOD_NOT_PERMITTED"));
}

}  // namespace
}  // namespace twinaid::core
