// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/lib/error_text.h"

#include <gmock/gmock.h>
#include <google/rpc/error_details.pb.h>
#include <gtest/gtest.h>

namespace twinaid::client {
namespace {

grpc::Status NeedNotFound() {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  info.set_reason("NEED_NOT_FOUND");
  details.add_details()->PackFrom(info);
  google::rpc::LocalizedMessage message;
  message.set_locale("zh");
  message.set_message("需求不存在");
  details.add_details()->PackFrom(message);
  google::rpc::ResourceInfo resource;
  resource.set_resource_name("places/p/needs/n");
  details.add_details()->PackFrom(resource);
  return {grpc::StatusCode::NOT_FOUND, "no such need",
          details.SerializeAsString()};
}

TEST(ErrorText, PrefersTheTextInTheCallersLanguage) {
  EXPECT_EQ(ErrorText(NeedNotFound()),
            "NOT_FOUND NEED_NOT_FOUND：需求不存在\n"
            "  对象：places/p/needs/n\n");
}

TEST(ErrorText, FallsBackOnTheMessageWithoutDetails) {
  EXPECT_EQ(ErrorText({grpc::StatusCode::UNAVAILABLE, "no route"}),
            "UNAVAILABLE: no route\n");
}

TEST(ErrorText, IgnoresDetailsThatDoNotParse) {
  EXPECT_EQ(ErrorText({grpc::StatusCode::INTERNAL, "broken", "\xff\xff"}),
            "INTERNAL: broken\n");
}

TEST(ReasonOf, IsTheReasonOfErrorInfo) {
  EXPECT_EQ(ReasonOf(NeedNotFound()), "NEED_NOT_FOUND");
  EXPECT_EQ(ReasonOf({grpc::StatusCode::INTERNAL, ""}), "");
}

}  // namespace
}  // namespace twinaid::client
