// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// From the event to whoever is told, over a receiver that fails, hangs and
// drops, and a mail command that fails.
#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "service/core/outbox.h"
#include "service/notices/notice_runner.h"
#include "service/notices/sendmail_sender.h"
#include "service/notices/webhook_sender.h"
#include "tests/service/core/assistance_world.h"
#include "tests/service/notices/local_http_server.h"
#include "tests/support/scratch_folder.h"

namespace twinaid::notices {
namespace {

using core::Mutation;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Delivery : public core::Assistance {
 protected:
  Delivery() {
    model::Organization office;
    office.id = model::OrganizationId::Trusted("sa");
    office.name_en = "City of San Antonio";
    office.seat = core::PlaceNamed("san-antonio");
    office.contacts = {{"office", "sa@sa.example", "", "", true}};
    EXPECT_THAT(Do([&](Mutation& m) { return CreateOrganization(m, office); }),
                IsOk());
  }

  void SeatInWuxi(const std::string& email) {
    model::Organization office;
    office.id = model::OrganizationId::Trusted("wx");
    office.name_en = "Wuxi";
    office.seat = core::PlaceNamed("wuxi");
    office.contacts = {{"office", email, "", "zh-Hans", true}};
    ASSERT_THAT(Do([&](Mutation& m) { return CreateOrganization(m, office); }),
                IsOk());
  }

  // A match by hand, told by whatever way is set.
  void ProposeBy(core::NoticeSettings ways) {
    core::UnitOfWork work(store_, clock_, ids_, ways);
    ASSERT_THAT(
        work.Run(
            caller_,
            [&](Mutation& m) {
              return CreateMatch(m, core::ByHand(need_, offer_, 7)).status();
            }),
        IsOk());
  }

  std::vector<model::Notice> Left() {
    return See([](const core::View& v) {
             return v.tx.notices().List({}, std::nullopt, 0);
           })
        .value();
  }

  // One pass; how many were delivered.
  int Deliver(const Senders& senders) {
    const auto delivered = DeliverDue(
        work_, senders, [] { return false; },
        [this](const model::Notice& notice, const absl::Status& error) {
          errors_.emplace_back(error.message());
          if (notice.state == model::NoticeState::kGivenUp) ++given_up_;
        });
    EXPECT_THAT(delivered, IsOk());
    return delivered.value_or(-1);
  }

  static Senders Calls(const LocalHttpServer& server,
                       absl::Duration timeout = absl::Seconds(10)) {
    const WebhookSender sender =
        WebhookSender::Make(server.url(), "0123456789abcdef", timeout).value();
    return {[sender](const WebhookCall& call) { return sender.Send(call); },
            nullptr};
  }

  std::vector<std::string> errors_;
  int given_up_ = 0;
};

TEST_F(Delivery, GoesOnUntilTheReceiverTakesIt) {
  const LocalHttpServer server(
      {500, 500, LocalHttpServer::kHang, LocalHttpServer::kDrop, 200});
  const Senders senders = Calls(server, absl::Milliseconds(200));
  ProposeBy({true, false});
  for (int failed = 1; failed <= 4; ++failed) {
    EXPECT_EQ(Deliver(senders), 0);
    EXPECT_EQ(Deliver(senders), 0) << "not before its time";
    ASSERT_THAT(Left(), SizeIs(1));
    EXPECT_EQ(Left()[0].attempts, failed);
    EXPECT_EQ(Left()[0].last_error, errors_.back());
    clock_.Advance(core::BackOff(failed));
  }
  EXPECT_THAT(errors_, SizeIs(4));
  EXPECT_EQ(Deliver(senders), 1);
  EXPECT_THAT(Left(), IsEmpty());
  const std::vector<Request> requests = server.requests();
  ASSERT_THAT(requests, SizeIs(5));
  EXPECT_EQ(requests[0].body, requests[4].body);
  EXPECT_EQ(requests[0].Header("Twinaid-Delivery"),
            requests[4].Header("Twinaid-Delivery"));
  EXPECT_NE(requests[0].Header("Twinaid-Signature"),
            requests[4].Header("Twinaid-Signature"))
      << "each attempt is signed with its own time";
}

TEST_F(Delivery, KeepsTheOrderWhenTheFirstFails) {
  const LocalHttpServer server({500});
  const Senders senders = Calls(server);
  ProposeBy({true, false});
  ProposeBy({true, false});
  EXPECT_EQ(Deliver(senders), 0);
  EXPECT_THAT(server.requests(), SizeIs(1)) << "the second waits";
  ProposeBy({true, false});
  EXPECT_EQ(Deliver(senders), 0) << "so does what comes later";
  clock_.Advance(core::BackOff(1));
  EXPECT_EQ(Deliver(senders), 3);
  std::vector<std::string> bodies;
  for (const Request& request : server.requests()) {
    bodies.push_back(request.body);
  }
  ASSERT_THAT(bodies, SizeIs(4));
  EXPECT_EQ(bodies[0], bodies[1]);
  EXPECT_LT(bodies[1].find("\"seq\""), bodies[1].size());
  EXPECT_THAT(bodies[1], HasSubstr("m-0"));
  EXPECT_THAT(Left(), IsEmpty());
}

TEST_F(Delivery, ARecipientThatFailsHoldsUpNoOther) {
  SeatInWuxi("wx@wuxi.example");
  ProposeBy({false, true});
  ProposeBy({false, true});
  std::vector<std::string> tried;
  Senders senders;
  senders.email = [&](const Mail& mail) -> absl::Status {
    tried.push_back(mail.to);
    if (mail.to == "sa@sa.example") return absl::UnavailableError("full");
    EXPECT_THAT(mail.subject, HasSubstr("提议"));
    return absl::OkStatus();
  };
  EXPECT_EQ(Deliver(senders), 2);
  EXPECT_THAT(tried, ElementsAre("sa@sa.example", "wx@wuxi.example",
                                 "wx@wuxi.example"));
  EXPECT_THAT(Left(), SizeIs(2));
}

TEST_F(Delivery, MailGoesOutByTheCommandAtTheSecondTry) {
  const ScratchFolder folder;
  const std::string command = folder.File("sendmail");
  std::ofstream(command) << "#!/bin/sh\ncd " << folder.File("")
                         << "\nif [ ! -e tried ]; then touch tried; exit 75; fi"
                            "\nprintf '%s ' \"$@\" >args\ncat >mail\n";
  ASSERT_EQ(::chmod(command.c_str(), 0700), 0);
  const SendmailSender sender =
      SendmailSender::Make(command, "noreply@aid.example").value();
  Senders senders;
  senders.email = [&](const Mail& mail) { return sender.Send(mail); };
  ProposeBy({false, true});
  EXPECT_EQ(Deliver(senders), 0);
  EXPECT_THAT(errors_, ElementsAre(HasSubstr("status 75")));
  clock_.Advance(core::BackOff(1));
  EXPECT_EQ(Deliver(senders), 1);
  EXPECT_THAT(Left(), IsEmpty());
  std::ostringstream args;
  args << std::ifstream(folder.File("args")).rdbuf();
  EXPECT_EQ(args.str(), "-i -f noreply@aid.example -- sa@sa.example ");
  std::ostringstream mail;
  mail << std::ifstream(folder.File("mail")).rdbuf();
  const std::string text = mail.str();
  EXPECT_THAT(text, HasSubstr("To: <sa@sa.example>\n"));
  std::string body;
  ASSERT_TRUE(absl::Base64Unescape(text.substr(text.find("\n\n") + 2), &body));
  EXPECT_THAT(body, HasSubstr("--side recipient"));
}

TEST_F(Delivery, WhoAsksNoMoreIsNotWrittenTo) {
  ProposeBy({false, true});
  ASSERT_THAT(Left(), SizeIs(1));
  ASSERT_THAT(Do([&](Mutation& m) -> absl::Status {
                const auto id = model::OrganizationId::Trusted("sa");
                auto office = m.tx.organizations().Find(id);
                (*office)->contacts[0].notify = false;
                return m.tx.organizations().Update(**office);
              }),
              IsOk());
  Senders senders;
  senders.email = [](const Mail&) -> absl::Status {
    ADD_FAILURE() << "nobody asked for it";
    return absl::OkStatus();
  };
  EXPECT_EQ(Deliver(senders), 0);
  EXPECT_THAT(Left(), IsEmpty());
}

TEST_F(Delivery, WhatHasNoWayOutWaits) {
  ProposeBy({true, true});
  EXPECT_EQ(Deliver({}), 0);
  EXPECT_THAT(Left(), SizeIs(2));
}

TEST_F(Delivery, ManyThatWaitForADeadReceiverCostOneCallAPass) {
  for (int i = 0; i < 10; ++i) ProposeBy({true, false});
  int calls = 0;
  Senders senders;
  senders.webhook = [&](const WebhookCall&) -> absl::Status {
    ++calls;
    return absl::UnavailableError("dead");
  };
  for (int i = 0; i < 400; ++i) {
    const int before = calls;
    EXPECT_EQ(Deliver(senders), 0);
    EXPECT_LE(calls, before + 1);
    clock_.Advance(absl::Hours(3));
  }
  EXPECT_EQ(given_up_, 10) << "each is told to whoever looks after the server";
  EXPECT_THAT(Left(), IsEmpty()) << "and forgotten after a while";
}

// What failed early in a long pass is due again before the pass ends.
TEST_F(Delivery, ALongPassTriesAgainInOrderAndEnds) {
  SeatInWuxi("wx@wuxi.example");
  for (int i = 0; i < 3; ++i) ProposeBy({false, true});
  std::vector<std::string> tried;
  Senders senders;
  senders.email = [&](const Mail& mail) -> absl::Status {
    clock_.Advance(absl::Minutes(1));
    if (mail.to != "sa@sa.example") return absl::OkStatus();
    tried.push_back(mail.delivery);
    return tried.size() == 1 ? absl::UnavailableError("once")
                             : absl::OkStatus();
  };
  EXPECT_EQ(Deliver(senders), 6);
  EXPECT_THAT(Left(), IsEmpty());
  ASSERT_THAT(tried, SizeIs(4));
  EXPECT_EQ(tried[0], tried[1]) << "the first one goes first";
}

TEST_F(Delivery, WhatIsAboutNothingFailsAndHoldsUpNoOther) {
  ASSERT_THAT(Do([&](Mutation& m) -> absl::Status {
                model::Notice stray;
                stray.seq = 999'999;
                stray.channel = model::NoticeChannel::kEmail;
                stray.recipient = "x@y.example";
                stray.next_time = m.now;
                return m.tx.notices().Insert(stray);
              }),
              IsOk());
  ProposeBy({false, true});
  Senders senders;
  senders.email = [](const Mail&) { return absl::OkStatus(); };
  EXPECT_EQ(Deliver(senders), 1);
  EXPECT_THAT(errors_, SizeIs(1));
  ASSERT_THAT(Left(), SizeIs(1));
  EXPECT_EQ(Left()[0].seq, 999'999);
}

TEST_F(Delivery, TheRunnerDeliversOnItsOwnThread) {
  const LocalHttpServer server;
  ProposeBy({true, false});
  {
    const NoticeRunner runner(
        work_, Calls(server), absl::Milliseconds(5),
        [](const model::Notice&, const absl::Status& error) {
          ADD_FAILURE() << error;
        },
        [](const absl::Status& error) { ADD_FAILURE() << error; });
    server.WaitForRequests(1);
    ProposeBy({true, false});
    server.WaitForRequests(2);
  }
  EXPECT_THAT(Left(), IsEmpty()) << "it ends what it has begun";
}

}  // namespace
}  // namespace twinaid::notices
