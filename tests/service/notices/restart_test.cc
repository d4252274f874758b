// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A crash between a delivery and its end repeats it and loses nothing.
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "service/core/ledger.h"
#include "service/notices/notice_runner.h"
#include "service/notices/webhook_sender.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/service/notices/local_http_server.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_id_generator.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::notices {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// Passes everything on until it is dead; from then on nothing is written.
class Mortal final : public store::Store {
 public:
  explicit Mortal(store::Store& real) : real_(real) {}
  void Die() { dead_ = true; }

  absl::Status Read(
      absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body)
      override {
    return real_.Read(body);
  }
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
      store::Ending ending) override {
    if (dead_) return absl::UnavailableError("dead");
    return real_.Write(body, ending);
  }
  void SetCommitListener(
      std::function<void(std::int64_t last_seq)> listener) override {
    real_.SetCommitListener(std::move(listener));
  }
  absl::Status Health() override { return real_.Health(); }

 private:
  store::Store& real_;
  bool dead_ = false;
};

class RestartTest : public ::testing::Test {
 protected:
  std::unique_ptr<store::Store> Open() {
    store::SqliteOptions options;
    options.path = folder_.File("twinaid.db");
    return store::OpenSqliteStore(options).value();
  }
  static std::vector<model::Notice> Left(store::Store& store) {
    std::vector<model::Notice> left;
    EXPECT_THAT(
        store.Read([&](const store::ReadTransaction& tx) -> absl::Status {
          left = tx.notices().List({}, std::nullopt, 0).value();
          return absl::OkStatus();
        }),
        IsOk());
    return left;
  }
  absl::StatusOr<int> Deliver(store::Store& store, const Senders& senders) {
    core::UnitOfWork work(store, clock_, ids_);
    return DeliverDue(
        work, senders, [] { return false; },
        [](const model::Notice&, const absl::Status& error) {
          ADD_FAILURE() << error;
        });
  }

  const ScratchFolder folder_;
  FakeClock clock_;
  FakeIdGenerator ids_;
};

TEST_F(RestartTest, WhatWasDeliveredAndNotEndedGoesOutAgain) {
  const LocalHttpServer server;
  const WebhookSender sender =
      WebhookSender::Make(server.url(), "0123456789abcdef").value();
  {
    const std::unique_ptr<store::Store> store = Open();
    core::UnitOfWork work(*store, clock_, ids_, {true, false});
    const core::Caller caller = {"principals/local"};
    ASSERT_THAT(work.Run(caller,
                         [](core::Mutation& m) {
                           return core::Record(m, "match.lapsed", "matches/m",
                                               {}, {});
                         }),
                IsOk());
    Mortal mortal(*store);
    Senders crashing;
    crashing.webhook = [&](const WebhookCall& call) {
      const absl::Status status = sender.Send(call);
      mortal.Die();
      return status;
    };
    EXPECT_THAT(Deliver(mortal, crashing),
                StatusIs(absl::StatusCode::kUnavailable));
    EXPECT_THAT(server.requests(), SizeIs(1));
  }
  const std::unique_ptr<store::Store> store = Open();
  EXPECT_THAT(Left(*store), SizeIs(1)) << "after the restart";
  Senders senders;
  senders.webhook = [&](const WebhookCall& call) { return sender.Send(call); };
  EXPECT_THAT(Deliver(*store, senders), IsOkAndHolds(1));
  EXPECT_THAT(Left(*store), IsEmpty());
  const std::vector<Request> requests = server.requests();
  ASSERT_THAT(requests, SizeIs(2));
  EXPECT_EQ(requests[0].Header("Twinaid-Delivery"),
            requests[1].Header("Twinaid-Delivery"))
      << "whoever gets it twice can see that";
  EXPECT_EQ(requests[0].body, requests[1].body);
  EXPECT_THAT(Deliver(*store, senders), IsOkAndHolds(0));
}

}  // namespace
}  // namespace twinaid::notices
