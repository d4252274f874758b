// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/lib/retry.h"

#include <gmock/gmock.h>
#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <gtest/gtest.h>

#include "twinaid/v1/registry_service.pb.h"

namespace twinaid::client {
namespace {

TEST(WaitBefore, DoublesUpToTheLongestWait) {
  RetryPolicy policy;
  policy.first_wait = absl::Milliseconds(100);
  policy.max_wait = absl::Milliseconds(350);
  EXPECT_EQ(WaitBefore(policy, 2), absl::Milliseconds(100));
  EXPECT_EQ(WaitBefore(policy, 3), absl::Milliseconds(200));
  EXPECT_EQ(WaitBefore(policy, 4), absl::Milliseconds(350));
  EXPECT_EQ(WaitBefore(policy, 40), absl::Milliseconds(350));
}

TEST(IsRepeatable, AReadIs) {
  EXPECT_TRUE(IsRepeatable(v1::ListPlacesRequest()));
}

TEST(IsRepeatable, AMutationIsOnlyWithARequestId) {
  v1::CreatePlaceRequest request;
  EXPECT_FALSE(IsRepeatable(request));
  request.set_request_id("r-1");
  EXPECT_TRUE(IsRepeatable(request));
}

TEST(IsTransient, OnlyWhereAnotherAttemptMaySucceed) {
  EXPECT_TRUE(IsTransient({grpc::StatusCode::UNAVAILABLE, ""}));
  EXPECT_TRUE(IsTransient({grpc::StatusCode::UNKNOWN, ""}));
  EXPECT_FALSE(IsTransient({grpc::StatusCode::ABORTED, ""}));
  EXPECT_FALSE(IsTransient(grpc::Status::OK));
}

TEST(IsTransient, AFullQueueIsWhereTheServerSaysWhen) {
  const auto exhausted = [](const google::rpc::Status& details) {
    return grpc::Status(grpc::StatusCode::RESOURCE_EXHAUSTED, "",
                        details.SerializeAsString());
  };
  google::rpc::Status details;
  EXPECT_FALSE(IsTransient(exhausted(details)));
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_nanos(250'000'000);
  details.add_details()->PackFrom(retry);
  EXPECT_TRUE(IsTransient(exhausted(details)));
  EXPECT_EQ(AskedWait(exhausted(details)), absl::Milliseconds(250));
}

}  // namespace
}  // namespace twinaid::client
