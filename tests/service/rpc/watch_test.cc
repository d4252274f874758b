// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Streams of events.
#include <gtest/gtest.h>

#include <vector>

#include "tests/service/rpc/harness.h"

namespace twinaid::rpc {
namespace {

class Stream {
 public:
  Stream(Harness& h, const v1::WatchEventsRequest& request)
      : context_(h.Context()),
        reader_(h.ledger().WatchEvents(context_.get(), request)) {}

  // Reads until `n` events have come; keeps the token.
  std::vector<v1::Event> Read(std::size_t n) {
    std::vector<v1::Event> events;
    v1::WatchEventsResponse response;
    while (events.size() < n && reader_->Read(&response)) {
      token_ = response.resume_token();
      if (response.has_event()) events.push_back(response.event());
    }
    return events;
  }
  // The first message says that the stream is up.
  void AwaitStart() {
    v1::WatchEventsResponse response;
    ASSERT_TRUE(reader_->Read(&response));
    EXPECT_FALSE(response.has_event());
    token_ = response.resume_token();
  }
  grpc::Status End() {
    v1::WatchEventsResponse response;
    while (reader_->Read(&response)) token_ = response.resume_token();
    return reader_->Finish();
  }
  void Cancel() { context_->TryCancel(); }
  const std::string& token() const { return token_; }

 private:
  std::unique_ptr<grpc::ClientContext> context_;
  std::unique_ptr<grpc::ClientReader<v1::WatchEventsResponse>> reader_;
  std::string token_;
};

TEST(WatchTest, EventsComeInOrderAsTheyHappenAndFromTheStart) {
  Harness h;
  Stream now(h, {});
  now.AwaitStart();
  h.MakeSisters();
  const auto fresh = now.Read(7);
  ASSERT_EQ(fresh.size(), 7u);
  EXPECT_EQ(fresh[0].type(), "place.created");
  EXPECT_EQ(fresh[6].type(), "offer.created");
  for (std::size_t i = 1; i < fresh.size(); ++i) {
    EXPECT_EQ(fresh[i].seq(), fresh[i - 1].seq() + 1);
    EXPECT_EQ(fresh[i].prev_hash(), fresh[i - 1].hash());
  }
  v1::WatchEventsRequest all;
  all.set_from_start(true);
  Stream start(h, all);
  EXPECT_EQ(start.Read(1)[0].seq(), 1);
  now.Cancel();
  start.Cancel();
}

TEST(WatchTest, AFilterNarrowsAndTheTokenStillMovesOn) {
  Harness h;
  h.MakeSisters();
  v1::WatchEventsRequest request;
  request.set_from_start(true);
  request.set_filter("type = offer.created");
  Stream stream(h, request);
  EXPECT_EQ(stream.Read(1)[0].resource(), "places/wuxi/offers/o1");
  stream.Cancel();
}

TEST(WatchTest, AStreamGoesOnWhereItEndedAlsoAfterTheServerStopped) {
  Harness h;
  h.MakeSisters();
  v1::WatchEventsRequest request;
  request.set_from_start(true);
  Stream first(h, request);
  const auto seen = first.Read(3);
  ASSERT_EQ(seen.size(), 3u);
  const std::string token = first.token();
  h.server().Stop();
  const Fault end = FaultOf(first.End());
  EXPECT_EQ(end.code, grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(end.reason, "SERVER_STOPPING");
  EXPECT_TRUE(end.retry_info);
  h.Restart();
  v1::WatchEventsRequest resume;
  resume.set_resume_token(token);
  Stream second(h, resume);
  EXPECT_EQ(second.Read(1)[0].seq(), seen.back().seq() + 1);
  second.Cancel();
}

TEST(WatchTest, ATokenThatIsNotOursIsRefused) {
  Harness h;
  v1::WatchEventsRequest request;
  request.set_resume_token("bm90IG91cnM");
  Stream stream(h, request);
  EXPECT_EQ(FaultOf(stream.End()).reason, "INVALID_PAGE_TOKEN");
}

TEST(WatchTest, ManyStreamsThatHangUpLeaveTheServerWhole) {
  Harness h;
  // One that hung up counts until the server has noticed.
  h.Restart([](ops::Options& options) {
    options.streams = 200;
    options.watchers = 200;
  });
  for (int i = 0; i < 200; ++i) {
    Stream stream(h, {});
    stream.AwaitStart();
    stream.Cancel();
    stream.End();
  }
  h.MakeSisters();
  EXPECT_GT(h.Events(), 7);
}

}  // namespace
}  // namespace twinaid::rpc
