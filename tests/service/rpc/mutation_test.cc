// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// request_id, validate_only, etags, masks, batches.
#include <gtest/gtest.h>

#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

class MutationTest : public testing::Test {
 protected:
  MutationTest() { h_.MakeSisters(); }

  grpc::Status Create(const v1::CreateNeedRequest& request, v1::Need& need) {
    return h_.inventory().CreateNeed(h_.Context().get(), request, &need);
  }
  static v1::CreateNeedRequest NeedRequest(std::int64_t quantity) {
    v1::CreateNeedRequest request;
    request.set_parent("places/wuxi");
    request.mutable_need()->set_item("items/suit");
    request.mutable_need()->set_quantity(quantity);
    return request;
  }
  Harness h_;
};

TEST_F(MutationTest, TheSameRequestIdGivesTheSameAnswerAlsoAfterARestart) {
  v1::CreateNeedRequest request = NeedRequest(5);
  request.set_request_id("7a0f");
  v1::Need first, second, third;
  ASSERT_TRUE(Create(request, first).ok());
  const std::int64_t events = h_.Events();
  ASSERT_TRUE(Create(request, second).ok());
  h_.Restart();
  ASSERT_TRUE(Create(request, third).ok());
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
  EXPECT_EQ(first.SerializeAsString(), third.SerializeAsString());
  EXPECT_EQ(h_.Events(), events);
}

TEST_F(MutationTest, ARequestIdWithAnotherBodyIsRefused) {
  v1::CreateNeedRequest request = NeedRequest(5);
  request.set_request_id("7a0f");
  v1::Need need;
  ASSERT_TRUE(Create(request, need).ok());
  request.mutable_need()->set_quantity(6);
  const Fault fault = FaultOf(Create(request, need));
  EXPECT_EQ(fault.code, grpc::StatusCode::FAILED_PRECONDITION);
  EXPECT_EQ(fault.reason, "REQUEST_ID_REUSED");
}

TEST_F(MutationTest, ValidateOnlyChecksAllAndStoresNothing) {
  const std::int64_t events = h_.Events();
  v1::CreateNeedRequest request = NeedRequest(5);
  request.set_validate_only(true);
  v1::Need need;
  ASSERT_TRUE(Create(request, need).ok());
  EXPECT_EQ(need.total(), 5);
  EXPECT_EQ(h_.Events(), events);
  request.mutable_need()->set_quantity(0);
  EXPECT_EQ(FaultOf(Create(request, need)).field, "need.quantity");
}

TEST_F(MutationTest, ARoundDoesNotSpoilAnEdit) {
  v1::GetNeedRequest get;
  get.set_name("places/san-antonio/needs/n1");
  v1::Need need;
  ASSERT_TRUE(h_.inventory().GetNeed(h_.Context().get(), get, &need).ok());
  ASSERT_EQ(h_.RunRound().matches(), 1);
  v1::UpdateNeedRequest update;
  *update.mutable_need() = need;
  update.mutable_need()->set_urgency(v1::CRITICAL);
  update.mutable_update_mask()->add_paths("urgency");
  v1::Need after;
  ASSERT_TRUE(
      h_.inventory().UpdateNeed(h_.Context().get(), update, &after).ok());
  EXPECT_EQ(after.proposed(), 60);
  // The etag that was read is old now.
  const Fault fault =
      FaultOf(h_.inventory().UpdateNeed(h_.Context().get(), update, &after));
  EXPECT_EQ(fault.code, grpc::StatusCode::ABORTED);
  EXPECT_EQ(fault.reason, "STALE_ETAG");
}

TEST_F(MutationTest, ALowerQuantityWithdrawsProposalsAboveIt) {
  ASSERT_EQ(h_.RunRound().matches(), 1);
  v1::UpdateNeedRequest update;
  update.mutable_need()->set_name("places/san-antonio/needs/n1");
  update.mutable_need()->set_quantity(20);
  update.mutable_update_mask()->add_paths("quantity");
  v1::Need need;
  ASSERT_TRUE(
      h_.inventory().UpdateNeed(h_.Context().get(), update, &need).ok());
  EXPECT_EQ(need.proposed(), 0);
  EXPECT_EQ(need.open(), 20);
}

TEST_F(MutationTest, OnlyMaskedFieldsChange) {
  v1::UpdatePlaceRequest update;
  update.mutable_place()->set_name("places/wuxi");
  update.mutable_place()->set_name_en("not taken");
  update.mutable_place()->set_name_zh("无锡");
  update.mutable_update_mask()->add_paths("name_zh");
  v1::Place place;
  ASSERT_TRUE(
      h_.registry().UpdatePlace(h_.Context().get(), update, &place).ok());
  EXPECT_EQ(place.name_en(), "wuxi");
  EXPECT_EQ(place.name_zh(), "无锡");
}

TEST_F(MutationTest, ABatchIsStoredWholeOrNotAtAll) {
  const std::int64_t events = h_.Events();
  v1::BatchCreateNeedsRequest batch;
  batch.set_parent("places/wuxi");
  *batch.add_requests() = NeedRequest(1);
  *batch.add_requests() = NeedRequest(0);
  v1::BatchCreateNeedsResponse response;
  const Fault fault = FaultOf(
      h_.inventory().BatchCreateNeeds(h_.Context().get(), batch, &response));
  EXPECT_EQ(fault.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(fault.field, "requests[1].need.quantity");
  EXPECT_EQ(h_.Events(), events);
  batch.mutable_requests(1)->mutable_need()->set_quantity(2);
  ASSERT_TRUE(h_.inventory()
                  .BatchCreateNeeds(h_.Context().get(), batch, &response)
                  .ok());
  EXPECT_EQ(response.needs(1).quantity(), 2);
}

TEST_F(MutationTest, StockCanBeAdjustedEitherWay) {
  v1::AdjustOfferRequest adjust;
  adjust.set_name("places/wuxi/offers/o1");
  adjust.set_delta(-30);
  v1::Offer offer;
  ASSERT_TRUE(
      h_.inventory().AdjustOffer(h_.Context().get(), adjust, &offer).ok());
  EXPECT_EQ(offer.available(), 70);
  adjust.set_quantity(200);
  ASSERT_TRUE(
      h_.inventory().AdjustOffer(h_.Context().get(), adjust, &offer).ok());
  EXPECT_EQ(offer.available(), 200);
}

}  // namespace
}  // namespace twinaid::rpc
