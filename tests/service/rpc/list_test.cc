// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pages and filters.
#include <gtest/gtest.h>

#include <set>

#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

class ListTest : public testing::Test {
 protected:
  ListTest() {
    for (int i = 0; i < 7; ++i) {
      v1::CreatePlaceRequest request;
      request.set_place_id("p" + std::to_string(i));
      request.mutable_place()->set_kind(i < 4 ? v1::Place::CITY
                                              : v1::Place::STATE);
      request.mutable_place()->set_name_en("P");
      v1::Place place;
      EXPECT_TRUE(
          h_.registry().CreatePlace(h_.Context().get(), request, &place).ok());
    }
  }
  v1::ListPlacesResponse List(const v1::ListPlacesRequest& request) {
    v1::ListPlacesResponse response;
    EXPECT_TRUE(
        h_.registry().ListPlaces(h_.Context().get(), request, &response).ok());
    return response;
  }
  Harness h_;
};

TEST_F(ListTest, PagesGoThroughAllRowsOnceInOrder) {
  v1::ListPlacesRequest request;
  request.set_page_size(3);
  std::vector<std::string> names;
  do {
    const v1::ListPlacesResponse page = List(request);
    for (const v1::Place& place : page.places()) names.push_back(place.name());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(names.size(), 7u);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 7u);
}

TEST_F(ListTest, FiltersNarrow) {
  v1::ListPlacesRequest request;
  request.set_filter("kind = STATE");
  EXPECT_EQ(List(request).places_size(), 3);
  request.set_filter("kind = \"city\" AND update_time >= 2020-01-01T00:00:00Z");
  EXPECT_EQ(List(request).places_size(), 4);
  request.set_filter("update_time >= 2999-01-01T00:00:00Z");
  EXPECT_EQ(List(request).places_size(), 0);
}

TEST_F(ListTest, ATokenOfAnotherQueryIsRefused) {
  v1::ListPlacesRequest request;
  request.set_page_size(3);
  const std::string token = List(request).next_page_token();
  request.set_filter("kind = CITY");
  request.set_page_token(token);
  v1::ListPlacesResponse response;
  const Fault fault =
      FaultOf(h_.registry().ListPlaces(h_.Context().get(), request, &response));
  EXPECT_EQ(fault.code, grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(fault.reason, "INVALID_PAGE_TOKEN");
}

TEST_F(ListTest, NeedsOfAllPlacesAreUnderAHyphen) {
  h_.MakeSisters();
  v1::ListNeedsRequest request;
  v1::ListNeedsResponse response;
  for (const auto& [parent, filter, count] :
       {std::tuple("places/-", "", 1), std::tuple("places/wuxi", "", 0),
        std::tuple("places/san-antonio", "state = OPEN", 1),
        std::tuple("places/-", "urgency = CRITICAL", 0),
        std::tuple("places/-", "item = items/mask AND urgency = MEDIUM", 1)}) {
    request.set_parent(parent);
    request.set_filter(filter);
    ASSERT_TRUE(
        h_.inventory().ListNeeds(h_.Context().get(), request, &response).ok());
    EXPECT_EQ(response.needs_size(), count) << parent << " " << filter;
    response.Clear();
  }
}

}  // namespace
}  // namespace twinaid::rpc
