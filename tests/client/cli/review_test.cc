// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A review of what waits, answer by answer.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "client/cli/review_answer.h"
#include "client/cli/review_skips.h"
#include "tests/client/cli/walk.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/status_matchers.h"

namespace twinaid::client {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ReviewAnswer, IsAWordAReasonAndANote) {
  EXPECT_EQ(ParseReviewAnswer("a")->act, ReviewAct::kAccept);
  EXPECT_EQ(ParseReviewAnswer(" Accept  by Monday ")->note, "by Monday");
  EXPECT_EQ(ParseReviewAnswer("接受")->act, ReviewAct::kAccept);
  const auto declined = ParseReviewAnswer("d too_late  the ship has sailed");
  EXPECT_EQ(declined->act, ReviewAct::kDecline);
  EXPECT_EQ(declined->reason, v1::TOO_LATE);
  EXPECT_EQ(declined->note, "the ship has sailed");
  EXPECT_EQ(ParseReviewAnswer("d 1")->reason, v1::NO_LONGER_NEEDED);
  EXPECT_EQ(ParseReviewAnswer("谢绝 太迟")->reason, v1::TOO_LATE);
  EXPECT_EQ(ParseReviewAnswer("q")->act, ReviewAct::kQuit);
}

TEST(ReviewAnswer, IsNeverGuessed) {
  for (const char* line : {"", "yes", "acc", "x"}) {
    EXPECT_EQ(ParseReviewAnswer(line), std::nullopt) << line;
  }
  for (const char* line : {"d", "d late", "d 0", "d 99"}) {
    EXPECT_EQ(ParseReviewAnswer(line)->reason, v1::REASON_UNSPECIFIED) << line;
  }
}

TEST(ReviewAnswer, EveryReasonIsOnTheMenuInBothLanguages) {
  EXPECT_THAT(ReasonMenu(false),
              AllOf(HasSubstr("1 no_longer_needed"), HasSubstr("13 other")));
  EXPECT_THAT(ReasonMenu(true),
              AllOf(HasSubstr("1 不再需要"), Not(HasSubstr("_"))));
}

TEST(ReviewSkips, AreKeptForEachServer) {
  const ScratchFolder folder;
  const Environment environment =
      FakeEnvironment({{"XDG_STATE_HOME", folder.File("state")}});
  EXPECT_THAT(WriteSkips(environment, "a:1", {"matches/m", "matches/n"}),
              IsOk());
  EXPECT_THAT(WriteSkips(environment, "b:1", {"matches/x"}), IsOk());
  EXPECT_THAT(WriteSkips(environment, "a:1", {"matches/n"}), IsOk());
  EXPECT_THAT(ReadSkips(environment, "a:1"), testing::ElementsAre("matches/n"));
  EXPECT_THAT(ReadSkips(environment, "b:1"), testing::ElementsAre("matches/x"));
  EXPECT_THAT(WriteSkips(FakeEnvironment(), "a:1", {"matches/n"}), IsOk());
}

// Two proposals, over the pairing of a round.
class ReviewWalk : public Walk {
 protected:
  ReviewWalk() {
    PostSisters();
    Done("item create gown --category supplies --name Gown");
    Done(
        "need create gowns --place us-tx-san-antonio --item gown "
        "--quantity 40 --urgency high --note theatre");
    Done("offer create gowns --place cn-js-wuxi --item gown --quantity 90");
    Done("round run --wait");
  }
  // A review that reads these lines.
  Outcome Review(std::vector<std::string> lines,
                 std::vector<std::string> arguments = {}) {
    Environment environment =
        FakeEnvironment({{"TWINAID_SERVER", harness_.server().addresses()[0]},
                         {"TWINAID_TOKEN", harness_.token()},
                         {"XDG_STATE_HOME", folder_.File("state")},
                         {"COLUMNS", "100"}});
    environment.unique = [this] {
      return absl::StrCat("review-", ++requests_);
    };
    environment.read_line = [lines = std::move(lines),
                             at = std::size_t{0}]() mutable {
      return at < lines.size() ? std::optional(lines[at++]) : std::nullopt;
    };
    // Options of the program come before the verb, together with it.
    if (std::find(arguments.begin(), arguments.end(), "review") ==
        arguments.end()) {
      arguments.insert(arguments.begin(), "review");
    }
    std::ostringstream out;
    std::ostringstream err;
    Outcome outcome;
    outcome.code = client::Run(arguments, environment, out, err);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
  }
  const ScratchFolder folder_;
};

TEST_F(ReviewWalk, ShowsWhatIsToBeKnownAndCarriesOutTheAnswers) {
  const Outcome review = Review({"a", "d wrong_item not this one"});
  EXPECT_EQ(review.code, kDone) << review.err;
  EXPECT_THAT(review.out,
              AllOf(HasSubstr("PROPOSAL 1 OF 2"), HasSubstr("PROPOSAL 2 OF 2"),
                    HasSubstr("cn-js-wuxi would give us-tx-san-antonio 40 "
                              "gown"),
                    HasSubstr("asked for was n95"), HasSubstr("critical"),
                    HasSubstr("theatre"), HasSubstr("why this partner: "),
                    HasSubstr("the whole round would lose ")));
  EXPECT_THAT(review.err, HasSubstr("1 accepted, 1 declined, 0 skipped; 0 "
                                    "still"));
  const std::string after = Done("match list -o csv");
  EXPECT_THAT(after, AllOf(HasSubstr("accepted"), HasSubstr("declined")));
  EXPECT_THAT(Review({}).err, HasSubstr("no proposal waits"));
}

TEST_F(ReviewWalk, GoesOnBehindWhatWasSkipped) {
  EXPECT_THAT(Review({"s"}).err,
              HasSubstr("0 accepted, 0 declined, 1 skipped; 1 still"));
  const Outcome second = Review({"q"});
  EXPECT_THAT(second.out, HasSubstr("PROPOSAL 1 OF 1"));
  EXPECT_THAT(second.err, HasSubstr("1 passed over before"));
  EXPECT_THAT(Review({"s"}).err, HasSubstr("1 skipped; 0 still"));
  EXPECT_THAT(Review({}).err, HasSubstr("no proposal waits"));
  EXPECT_THAT(Review({}, {"--again"}).out, HasSubstr("PROPOSAL 1 OF 2"));
}

TEST_F(ReviewWalk, AsksAgainForWhatItDoesNotUnderstand) {
  const Outcome review = Review({"yes", "d", "?", "q"});
  EXPECT_EQ(review.code, kDone);
  EXPECT_THAT(review.err, AllOf(HasSubstr("not understood: yes"),
                                HasSubstr("not understood: d"),
                                HasSubstr("8 prefers_other")));
  EXPECT_THAT(Done("match list -o csv"), Not(HasSubstr("accepted")));
}

TEST_F(ReviewWalk, AnswersForTheSideThatIsLeft) {
  EXPECT_EQ(Review({"a", "a"}, {"--side", "donor"}).code, kDone);
  EXPECT_THAT(Done("match list -o csv"), Not(HasSubstr(",accepted")));
  EXPECT_EQ(Review({"a", "a"}).code, kDone);
  EXPECT_THAT(Review({}).err, HasSubstr("no proposal waits"));
}

TEST_F(ReviewWalk, AnOfficeAnswersForItsOwnSideOnce) {
  Done("principal create wuxi --role office --title W --place cn-js-wuxi");
  const std::string file = folder_.File("wuxi.token");
  Done("token create wuxi --out " + file);
  const auto as_office = [&](std::vector<std::string> lines) {
    return Review(std::move(lines), {"--token-file", file, "review"});
  };
  EXPECT_THAT(as_office({"a", "a"}).err, HasSubstr("2 accepted"));
  EXPECT_THAT(as_office({}).err, HasSubstr("no proposal waits"));
  EXPECT_THAT(Review({}, {"--list"}).out, HasSubstr("proposed"))
      << "the other side has not answered";
}

TEST_F(ReviewWalk, ADryRunSaysWhatItWouldDoAndDoesNothing) {
  const Outcome tried = Review({"a", "s"}, {"--dry-run", "review"});
  EXPECT_THAT(tried.err, HasSubstr("would be accepted"));
  EXPECT_THAT(Review({"q"}).out, HasSubstr("PROPOSAL 1 OF 2"));
}

TEST_F(ReviewWalk, IsListedForScriptsAndReadInChinese) {
  EXPECT_THAT(Review({}, {"--list"}).out, HasSubstr("proposed"));
  EXPECT_THAT(Review({}, {"-o", "csv"}).out, HasSubstr("proposed"));
  const Outcome chinese = Review({"接受", "谢绝 太迟"}, {"--lang", "zh"});
  EXPECT_EQ(chinese.code, kDone) << chinese.err;
  EXPECT_THAT(chinese.out, AllOf(HasSubstr("第 1/2 项"), HasSubstr("选定理由"),
                                 HasSubstr("若无此对")));
  EXPECT_THAT(chinese.err, HasSubstr("已接受 1，谢绝 1"));
}

}  // namespace
}  // namespace twinaid::client
