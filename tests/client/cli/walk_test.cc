// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The command line against a real server: from an empty database to a short
// receipt.
#include <gmock/gmock.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "client/cli/session.h"
#include "service/model/common_errors.h"
#include "tests/client/cli/walk.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(Walk, FromAnEmptyDatabaseToAShortReceipt) {
  PostSisters();
  const std::string planned = Done("round run --dry-run");
  EXPECT_THAT(planned, AllOf(HasSubstr("PAIRINGS"), HasSubstr("critical 80.0%"),
                             HasSubstr("stock_used_up")));
  EXPECT_EQ(Done("round list"),
            "round  started  as_of  state  pairings"
            "  matches  proof\n");
  EXPECT_THAT(Done("round run first --wait"), HasSubstr("verified"));
  EXPECT_THAT(Done("round unmet first"), HasSubstr("2,000  stock_used_up"));

  const std::string pairing = Only("pairing list --place cn-js-wuxi");
  EXPECT_THAT(Done("pairing why " + pairing),
              HasSubstr("WHO ELSE cn-js-wuxi COULD HAVE HELPED\n(nobody)"));
  const std::string match = Only("match list --state proposed");
  Done("match accept " + match + " --side donor");
  EXPECT_THAT(Done("match accept " + match +
                   " --side recipient "
                   "--by-telephone"),
              HasSubstr("accepted (by telephone)"));
  EXPECT_THAT(Done("pairing show " + pairing), HasSubstr("active"));
  Done("match dispatch " + match + " --quantity 8000 --carrier SF");
  EXPECT_THAT(Done("match receive " + match +
                   " --quantity 7950 --missing 50:damaged:wet"),
              HasSubstr("50 damaged"));

  const std::string inventory = Done("inventory show us-tx-san-antonio");
  EXPECT_THAT(inventory, AllOf(StartsWith("us-tx-san-antonio  San-Antonio\n"),
                               HasSubstr("7,950"), HasSubstr("2,050"),
                               HasSubstr("partially_covered")));
  EXPECT_THAT(Done("inventory show cn-js-wuxi -o csv"),
              HasSubstr("offer,places/cn-js-wuxi/offers/masks,kn95,,8000,0,0,"
                        "8000,,0,exhausted"));
  EXPECT_THAT(Done("ledger verify"), HasSubstr("intact     yes"));
}

TEST_F(Walk, APairThatHelpsEachOtherIsExplainedByBothDirections) {
  Done("scheme update default --shape mutual --allow-one-way --pool none");
  PostSisters();
  Done("place create us-oh --kind city --name Ohio");
  Done("link create cn-js-wuxi us-oh --kind sister_city");
  Done("need create masks --place us-oh --item kn95 --quantity 100000");
  Done("round run --wait");
  const std::string why = "pairing why " + Only("pairing list");
  EXPECT_THAT(
      Done(why),
      AllOf(
          HasSubstr("both ways  critical 80.0%, by which partners are chosen"),
          HasSubstr("OTHER PARTNERS OF cn-js-wuxi"),
          HasSubstr("without    the whole round would lose critical 80.0%"),
          HasSubstr("to be paired with us-oh instead, the whole round would"),
          HasSubstr("OTHER PARTNERS OF us-tx-san-antonio\n(nobody)")));
  EXPECT_THAT(Done("--lang zh " + why), AllOf(HasSubstr("双向      危急 80.0%"),
                                              HasSubstr("若改与 us-oh 结对")));
}

TEST_F(Walk, ARoundAnswersWhyAndWhatChanged) {
  Done("scheme update default --pool none");
  PostSisters();
  Done("place create us-oh --kind city --name Ohio");
  Done("link create cn-js-wuxi us-oh --kind sister_city");
  Done("need create masks --place us-oh --item kn95 --quantity 100000");
  EXPECT_THAT(Command("need why us-oh/masks").err,
              HasSubstr("no round of schemes/default has succeeded so far"));
  Done("round run first --wait");

  EXPECT_THAT(Done("need why us-tx-san-antonio/masks"),
              AllOf(HasSubstr("partly_covered"), HasSubstr("8,000"),
                    HasSubstr("stock_used_up"), HasSubstr("MATCHES"),
                    HasSubstr("cn-js-wuxi (proposed)")));
  EXPECT_THAT(Done("--lang zh need why us-oh/masks --round first"),
              AllOf(HasSubstr("未能匹配"), HasSubstr("未结对")));
  EXPECT_THAT(Done("need why us-oh/masks -o csv"),
              AllOf(StartsWith("need,round,outcome,"),
                    HasSubstr("us-oh/masks,default/first,not_covered,")));
  v1::ExplainNeedResponse why;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(
                  Done("need why us-oh/masks -o json"), &why)
                  .ok());
  EXPECT_EQ(why.outcome(), v1::ExplainNeedResponse::NOT_COVERED);
  EXPECT_THAT(Command("need why us-oh/none").err, HasSubstr("NEED_NOT_FOUND"));

  const std::string pairing = Only("pairing list --place us-tx-san-antonio");
  EXPECT_THAT(
      Done("pairing why " + pairing),
      AllOf(HasSubstr("without    the whole round would lose critical 80.0%, "
                      "and gain medium 8.0%"),
            HasSubstr("WHO ELSE cn-js-wuxi COULD HAVE HELPED"),
            HasSubstr("to help us-oh instead, the whole round would lose "
                      "critical 80.0%, and gain medium 8.0%")));
  EXPECT_THAT(
      Done("--lang zh pairing why " + pairing),
      HasSubstr("若改为帮助 us-oh，整轮损失：危急 80.0%，并增加 中 8.0%"));

  EXPECT_THAT(
      Done("round compare"),
      AllOf(HasSubstr("no round succeeded before it"),
            HasSubstr("; proof checked in "), HasSubstr("pairing_gained")));
  Done("pairing end " + pairing + " --reason prefers_other");
  Done("need withdraw us-tx-san-antonio/masks --reason no_longer_needed");
  Done("round run second --wait");
  EXPECT_THAT(Done("round compare second --base first"),
              AllOf(HasSubstr("pairing_gained  cn-js-wuxi > us-oh"),
                    HasSubstr("pairing_lost    cn-js-wuxi > us-tx"),
                    HasSubstr("unmet_lost      us-tx-san-antonio/masks"),
                    HasSubstr("unmet_changed   us-oh/masks")));
  EXPECT_THAT(Done("round compare -o csv"),
              StartsWith("change,of,before,after,why\n"));
  EXPECT_THAT(Command("round compare none").err, HasSubstr("ROUND_NOT_FOUND"));
  EXPECT_THAT(Done("round show second"),
              AllOf(HasSubstr("counterpart"), HasSubstr("check_time"),
                    HasSubstr("of_solve")));
  EXPECT_THAT(Done("--lang zh round show second"),
              AllOf(HasSubstr("校验用时"), HasSubstr("占求解")));
}

TEST_F(Walk, AnOptionOfASchemeLeavesTheOthersAsTheyAre) {
  Done("scheme create s --title S --rungs 2 --keep fixed");
  EXPECT_THAT(Done("scheme update s --tiers strict"),
              AllOf(HasSubstr("rungs               2"), HasSubstr("strict")));
  EXPECT_THAT(Done("scheme update s --title T"), HasSubstr("T"));
  EXPECT_EQ(Command("scheme update s").code, kUsage);
  EXPECT_EQ(Command("scheme update s --pool deep").code, kUsage);
  EXPECT_THAT(Command("scheme update s --rungs 9").err,
              HasSubstr("POLICY_NOT_SUPPORTED"));
}

TEST_F(Walk, JsonIsThatOfProtobuf) {
  PostSisters();
  v1::Inventory inventory;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(
                  Done("inventory show us-tx-san-antonio -o json"), &inventory)
                  .ok());
  ASSERT_EQ(inventory.needs_size(), 1);
  EXPECT_EQ(inventory.needs(0).total(), 10000);
  v1::Event event;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(
                  Done("event watch --from-start --count 1 -o json"), &event)
                  .ok());
  EXPECT_EQ(event.seq(), 1);
}

TEST_F(Walk, ADryRunStoresNothing) {
  const Outcome outcome =
      Command("place create p --kind city --name P --dry-run");
  EXPECT_EQ(outcome.code, kDone);
  EXPECT_THAT(outcome.err, HasSubstr("nothing stored"));
  EXPECT_EQ(Command("place show p").code, kRefused);
}

TEST_F(Walk, ARefusalIsOneAndSaysWhyInTheReadersLanguage) {
  const Outcome english = Command("place show nowhere");
  EXPECT_EQ(english.code, kRefused);
  EXPECT_EQ(english.out, "");
  EXPECT_THAT(english.err,
              StartsWith("twinaid: name: place places/nowhere does not exist"));
  EXPECT_THAT(Command("--lang zh place show nowhere").err, HasSubstr("不存在"));
}

TEST_F(Walk, ARepeatedRequestIdHasOneEffect) {
  const std::string line =
      "--request-id same place create --kind city --name P";
  EXPECT_EQ(Done(line), Done(line));
  EXPECT_THAT(
      Command("--request-id same place create --kind city --name Q").err,
      HasSubstr("REQUEST_ID_REUSED"));
}

TEST_F(Walk, AWatchGoesOnWhereItIsToldTo) {
  PostSisters();
  const std::string first = Done("event watch --from-start --count 2");
  EXPECT_THAT(first, HasSubstr("scheme.created"));
  const std::string listed = Done("event list --place cn-js-wuxi");
  EXPECT_THAT(listed,
              AllOf(HasSubstr("place.created"), HasSubstr("offer.created")));
}

// Tells when something was written out.
class FlushedBuffer : public std::stringbuf {
 public:
  absl::Notification flushed;

 private:
  int sync() override {
    if (!flushed.HasBeenNotified()) flushed.Notify();
    return 0;
  }
};

TEST_F(Walk, AWatchOutlivesARestartOfTheServer) {
  Done("place create before --kind city --name Before");
  const std::string server = harness_.server().addresses()[0];
  Environment environment = FakeEnvironment(
      {{"TWINAID_SERVER", server}, {"TWINAID_TOKEN", harness_.token()}});
  environment.sleep = [](absl::Duration wait) {
    absl::SleepFor(std::min(wait, absl::Milliseconds(100)));
  };
  FlushedBuffer buffer;
  std::ostream out(&buffer);
  std::ostringstream err;
  int code = -1;
  std::thread watcher([&] {
    code = client::Run({"event", "watch", "--from-start", "--count", "5"},
                       environment, out, err);
  });
  buffer.flushed.WaitForNotification();
  harness_.Restart();
  Done("place create after --kind city --name After");
  watcher.join();
  EXPECT_EQ(code, kDone) << err.str();
  EXPECT_THAT(buffer.str(), AllOf(HasSubstr("place.created  before"),
                                  HasSubstr("place.created  after")));
  EXPECT_THAT(err.str(), HasSubstr("trying to go on"));
}

// The server is busy until the deadline is over: nobody knows what it did.
TEST_F(Walk, AnImportWhoseAnswerIsLostIsFinishedByRunningItAgain) {
  const std::string folder = harness_.folder() + "/mine";
  std::filesystem::create_directory(folder);
  std::ofstream(folder + "/places.csv")
      << "place_id,kind,name_en\na,city,A\nb,city,B\n";
  absl::Notification busy;
  absl::Notification go;
  std::thread holder([&] {
    EXPECT_TRUE(harness_.store()
                    .Write([&](store::WriteTransaction&) {
                      busy.Notify();
                      go.WaitForNotification();
                      return absl::OkStatus();
                    })
                    .ok());
  });
  busy.WaitForNotification();
  const Outcome lost = Command("--timeout 1 import " + folder);
  go.Notify();
  holder.join();
  // Behind the lost write, so that what it did is settled.
  EXPECT_TRUE(
      harness_.store()
          .Write([](store::WriteTransaction&) { return absl::OkStatus(); })
          .ok());
  EXPECT_EQ(lost.code, kRefused);
  EXPECT_THAT(lost.err, AllOf(HasSubstr("DEADLINE_EXCEEDED"),
                              HasSubstr("run it again to finish it")));
  EXPECT_EQ(Command("import " + folder).code, kDone);
  EXPECT_THAT(Done("place list"),
              AllOf(HasSubstr("a      city"), HasSubstr("b      city")));
}

TEST_F(Walk, AFailedRoundSaysWhyInTheLanguageAskedFor) {
  PostSisters();
  // Writes of a round: its row, what expires, then what it planned.
  std::atomic<int> writes = 0;
  harness_.BeforeWrite(
      [&] { return ++writes == 3 ? model::StoreFull() : absl::OkStatus(); });
  EXPECT_EQ(Command("round run first --wait").code, kRefused);
  harness_.BeforeWrite(nullptr);
  EXPECT_THAT(
      Done("--lang en round show first"),
      AllOf(HasSubstr("failed"), HasSubstr("failure_reason  STORE_FULL"),
            HasSubstr("there is no room left for the database")));
  EXPECT_THAT(Done("--lang zh round show first"),
              AllOf(HasSubstr("失败代码  STORE_FULL"),
                    HasSubstr("失败原因  数据库空间已满")));
}

TEST_F(Walk, StagesHaveChineseNamesInChinese) {
  PostSisters();
  const std::string planned = Done("--lang zh round run --dry-run");
  EXPECT_THAT(planned,
              AllOf(HasSubstr("对口"), HasSubstr("剩余物资"),
                    Not(HasSubstr("counterpart")), Not(HasSubstr("pool"))));
}

TEST_F(Walk, WhatWasRegisteredWrongIsCorrected) {
  PostSisters();
  EXPECT_THAT(
      Done("place update cn-js-wuxi --name-zh 无锡市 --population 7462"),
      AllOf(HasSubstr("无锡市"), HasSubstr("7,462"), HasSubstr("Wuxi")));
  Done(
      "link create cn-js-wuxi us-tx-san-antonio --id lnk-9 --kind "
      "friendly_exchange");
  EXPECT_THAT(Done("link update lnk-9 --transit-days 9 --note by-air"),
              AllOf(HasSubstr("by-air"), HasSubstr("friendly_exchange")));
  EXPECT_THAT(Command("link update lnk-9 --kind sister_city").err,
              HasSubstr("LINK_ALREADY_EXISTS"));
  Done("organization create o --kind ngo --seat cn-js-wuxi --name Before");
  EXPECT_THAT(Done("organization update o --name After"), HasSubstr("After"));
  EXPECT_THAT(Done("item update kn95 --hs 6307.90"), HasSubstr("6307.90"));
  EXPECT_THAT(Command("item update kn95 --unit box").err, HasSubstr("IN_USE"));
  const Outcome nothing = Command("place update cn-js-wuxi");
  EXPECT_EQ(nothing.code, kUsage);
  EXPECT_THAT(nothing.err, HasSubstr("nothing to change"));
}

TEST_F(Walk, NeedsAndOffersCanBeChangedAndTakenBack) {
  PostSisters();
  EXPECT_THAT(Done("need update us-tx-san-antonio/masks --quantity 600"),
              HasSubstr("12,000"));
  EXPECT_THAT(Done("offer adjust cn-js-wuxi/masks --by -500 --reason damaged"),
              HasSubstr("7,500"));
  EXPECT_THAT(Done("offer withdraw cn-js-wuxi/masks "
                   "--reason no_longer_available"),
              HasSubstr("withdrawn"));
  EXPECT_THAT(Done("need withdraw us-tx-san-antonio/masks --reason duplicate"),
              HasSubstr("withdrawn"));
}

}  // namespace
}  // namespace twinaid::client
