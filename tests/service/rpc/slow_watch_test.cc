// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Streams over time: heartbeats, and callers that do not read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

using ::testing::HasSubstr;

using Reader = std::unique_ptr<grpc::ClientReader<v1::WatchEventsResponse>>;

// In each of two batches: more than the narrow channel takes unread.
constexpr int kNeeds = 1000;
constexpr int kLookahead = 65536;

// A caller whose channel takes no more than so many bytes that nobody reads.
std::unique_ptr<v1::LedgerService::Stub> NarrowLedger(Harness& h) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  arguments.SetInt(GRPC_ARG_HTTP2_STREAM_LOOKAHEAD_BYTES, kLookahead);
  return v1::LedgerService::NewStub(
      grpc::CreateCustomChannel(h.server().addresses()[0],
                                grpc::InsecureChannelCredentials(), arguments));
}

void PostNeeds(Harness& h, int batch) {
  v1::BatchCreateNeedsRequest request;
  for (int i = 0; i < kNeeds; ++i) {
    v1::CreateNeedRequest& one = *request.add_requests();
    one.set_parent("places/san-antonio");
    one.set_need_id(absl::StrCat("n-", batch, "-", i));
    one.mutable_need()->set_item("items/mask");
    one.mutable_need()->set_quantity(1);
    one.mutable_need()->set_urgency(v1::LOW);
  }
  v1::BatchCreateNeedsResponse response;
  const grpc::Status status =
      h.inventory().BatchCreateNeeds(h.Context().get(), request, &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
}

TEST(SlowWatchTest, AQuietStreamStillSpeaks) {
  Harness h;
  v1::WatchEventsRequest request;
  request.set_heartbeat_seconds(1);
  const auto context = h.Context();
  const Reader reader = h.ledger().WatchEvents(context.get(), request);
  v1::WatchEventsResponse first;
  ASSERT_TRUE(reader->Read(&first));
  v1::WatchEventsResponse beat;
  ASSERT_TRUE(reader->Read(&beat));
  EXPECT_FALSE(beat.has_event());
  EXPECT_EQ(beat.resume_token(), first.resume_token());
  context->TryCancel();
}

TEST(SlowWatchTest, AHeartbeatOutOfRangeIsRefused) {
  Harness h;
  for (const int seconds : {-1, 3601}) {
    v1::WatchEventsRequest request;
    request.set_heartbeat_seconds(seconds);
    const auto context = h.Context();
    const Reader reader = h.ledger().WatchEvents(context.get(), request);
    v1::WatchEventsResponse none;
    EXPECT_FALSE(reader->Read(&none));
    const Fault fault = FaultOf(reader->Finish());
    EXPECT_EQ(fault.reason, "OUT_OF_RANGE_VALUE");
    EXPECT_EQ(fault.field, "heartbeat_seconds");
  }
}

// One caller reads nothing: it is cut off, another one that reads gets all of
// it meanwhile, and the first goes on without a gap by its token.
TEST(SlowWatchTest, WhoDoesNotReadIsCutOffAndGoesOnByItsToken) {
  Harness h;
  h.Restart([](ops::Options& options) { options.watch_stall_seconds = 1; });
  h.MakeSisters();
  const auto ledger = NarrowLedger(h);
  const auto slow_context = h.Context();
  const Reader slow = ledger->WatchEvents(slow_context.get(), {});
  const auto quick_context = h.Context();
  const Reader quick = h.ledger().WatchEvents(quick_context.get(), {});
  v1::WatchEventsResponse step;
  ASSERT_TRUE(quick->Read(&step));
  ASSERT_TRUE(slow->Read(&step));
  std::string token = step.resume_token();
  for (int batch = 0; batch < 2; ++batch) PostNeeds(h, batch);
  std::vector<std::int64_t> told;
  while (told.size() < 2 * kNeeds && quick->Read(&step)) {
    if (step.has_event()) told.push_back(step.event().seq());
  }
  ASSERT_EQ(told.size(), 2 * kNeeds) << "the one that reads is not held up";
  const absl::Time patience = absl::Now() + absl::Seconds(30);
  while (h.Log().find("WATCHER_TOO_SLOW") == std::string::npos &&
         absl::Now() < patience) {
    absl::SleepFor(absl::Milliseconds(50));
  }
  EXPECT_THAT(h.Log(), HasSubstr("WATCHER_TOO_SLOW"));

  std::vector<std::int64_t> seqs;
  const auto take = [&](const Reader& reader) {
    while (seqs.size() < told.size() && reader->Read(&step)) {
      token = step.resume_token();
      if (step.has_event()) seqs.push_back(step.event().seq());
    }
  };
  take(slow);
  ASSERT_LT(seqs.size(), told.size()) << "it was not cut off";
  EXPECT_EQ(slow->Finish().error_code(), grpc::StatusCode::CANCELLED);
  v1::WatchEventsRequest resume;
  resume.set_resume_token(token);
  const auto again_context = h.Context();
  const Reader again = h.ledger().WatchEvents(again_context.get(), resume);
  take(again);
  EXPECT_EQ(seqs, told) << "no gap and nothing twice";
  again_context->TryCancel();
  quick_context->TryCancel();
}

}  // namespace
}  // namespace twinaid::rpc
