// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What an e-mail says, in either language.
#include "service/notices/notice_text.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "service/core/notices.h"
#include "service/model/enum_names.h"
#include "service/notices/next_steps.h"
#include "service/notices/notice_words.h"

namespace twinaid::notices {
namespace {

using model::MatchState;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

bool HasChinese(const std::string& text) {
  return absl::StrContains(text, "。");
}

// 500 gowns from Wuxi to San Antonio, as right after the event.
core::NoticeFacts Facts(const std::string& type) {
  core::NoticeFacts facts;
  facts.event.type = type;
  facts.event.time = absl::FromUnixSeconds(1'581'336'000);
  facts.donor.name_en = "Wuxi";
  facts.donor.name_zh = "无锡";
  facts.recipient.name_en = "San Antonio";
  facts.recipient.name_zh = "圣安东尼奥";
  facts.for_donor = true;
  if (type == "pairing.ended") {
    facts.pairing.emplace();
    facts.pairing->name = {model::SchemeId::Trusted("default"),
                           model::PairingId::Trusted("g-1")};
    facts.event.details = {{"reason", "prefers_other"}};
    return facts;
  }
  core::MatchFacts& goods = facts.goods.emplace();
  goods.item.name_en = "gowns";
  goods.item.name_zh = "防护服";
  goods.match.id = model::MatchId::Trusted("m-1");
  goods.match.need = {model::PlaceId::Trusted("san-antonio"),
                      model::NeedId::Trusted("n")};
  goods.match.offer = {model::PlaceId::Trusted("wuxi"),
                       model::OfferId::Trusted("o")};
  goods.match.quantity = model::BaseUnits(1500);
  facts.event.details = {{"quantity", "1500"}, {"side", "recipient"}};
  return facts;
}

void Stand(core::NoticeFacts& facts, MatchState state, const char* word) {
  facts.goods->match.state = state;
  facts.event.details["state"] = word;
}

TEST(NoticeTextTest, EveryEventIsToldInBothLanguagesToEitherSide) {
  for (const absl::string_view type : core::kToldEvents) {
    SCOPED_TRACE(type);
    for (const bool for_donor : {true, false}) {
      core::NoticeFacts facts = Facts(std::string(type));
      facts.for_donor = for_donor;
      facts.for_recipient = !for_donor;
      const NoticeText en = TextOf(facts, Language::kEnglish);
      const NoticeText zh = TextOf(facts, Language::kChinese);
      EXPECT_NE(en.subject, zh.subject);
      EXPECT_THAT(en.subject, AllOf(HasSubstr("Wuxi"), Not(HasSubstr("{"))));
      EXPECT_THAT(zh.subject, AllOf(HasSubstr("无锡"), Not(HasSubstr("{"))));
      EXPECT_THAT(en.body, AllOf(HasSubstr("San Antonio"), Not(HasSubstr("{")),
                                 HasSubstr("\n    twinaid ")));
      EXPECT_THAT(zh.body, AllOf(HasSubstr("圣安东尼奥"), Not(HasSubstr("{")),
                                 HasSubstr("\n    twinaid ")));
      EXPECT_FALSE(HasChinese(en.body)) << en.body;
      EXPECT_TRUE(HasChinese(zh.body)) << zh.body;
    }
  }
}

TEST(NoticeTextTest, AProposalSaysWhatToTypeAndUntilWhen) {
  core::NoticeFacts facts = Facts("match.proposed");
  facts.goods->match.answer_by = absl::FromUnixSeconds(1'581'940'800);
  EXPECT_EQ(TextOf(facts, Language::kEnglish).subject,
            "[Twinaid] Proposed: 1,500 × gowns, Wuxi → San Antonio");
  EXPECT_EQ(TextOf(facts, Language::kEnglish).body,
            "It is proposed that Wuxi gives San Antonio: 1,500 of gowns.\n"
            "\n"
            "Match: m-1\n"
            "Offer: places/wuxi/offers/o\n"
            "Need: places/san-antonio/needs/n\n"
            "When: 2020-02-10 12:00 UTC\n"
            "\n"
            "To say yes for the donor, by 2020-02-17 12:00 UTC, when it "
            "lapses:\n"
            "    twinaid match accept m-1 --side donor\n"
            "To say no, with a reason:\n"
            "    twinaid match decline m-1 --side donor --reason "
            "no_longer_available\n"
            "\n"
            "-- \n"
            "You get this because your office is a contact in Twinaid that "
            "asks to be told.\n"
            "Whoever keeps its entry there can turn that off. Answers to this "
            "address are not read.\n");
  const std::string zh = TextOf(facts, Language::kChinese).body;
  EXPECT_THAT(zh,
              HasSubstr("提议由无锡向圣安东尼奥提供防护服，数量 1,500。\n"));
  EXPECT_THAT(zh, HasSubstr("截止 2020-02-17 12:00 UTC"));
  EXPECT_THAT(zh, HasSubstr("    twinaid match accept m-1 --side donor\n"));
}

TEST(NoticeTextTest, EachSideHearsWhatIsItsTurn) {
  core::NoticeFacts facts = Facts("match.accepted");
  Stand(facts, MatchState::kProposed, "proposed");
  facts.goods->match.recipient_decision.answer = model::Answer::kAccepted;
  EXPECT_THAT(TextOf(facts, Language::kEnglish).body,
              HasSubstr("twinaid match accept m-1 --side donor\n"));
  std::swap(facts.for_donor, facts.for_recipient);
  EXPECT_THAT(TextOf(facts, Language::kEnglish).body,
              AllOf(HasSubstr("The other side has still to answer"),
                    Not(HasSubstr("match accept"))));

  Stand(facts, MatchState::kAccepted, "accepted");
  EXPECT_THAT(TextOf(facts, Language::kEnglish).body,
              AllOf(HasSubstr("Nothing is asked of you now"),
                    HasSubstr("twinaid match show m-1\n")));
  facts.for_donor = true;
  EXPECT_THAT(TextOf(facts, Language::kEnglish).body,
              HasSubstr("twinaid match dispatch m-1 --quantity 1500 --carrier "
                        "CARRIER --reference NUMBER\n"));
}

TEST(NoticeTextTest, WhatIsOnItsWayIsToBeReceived) {
  core::NoticeFacts facts = Facts("match.dispatched");
  Stand(facts, MatchState::kDispatched, "dispatched");
  facts.for_donor = false;
  facts.for_recipient = true;
  facts.event.details["quantity"] = "900";
  facts.event.details["final"] = "true";
  facts.goods->match.dispatches = {
      {absl::UnixEpoch(), model::BaseUnits(900), "carrier", "ref", {}}};
  const std::string body = TextOf(facts, Language::kEnglish).body;
  EXPECT_THAT(body, HasSubstr("Wuxi has sent San Antonio 900 of gowns.\n"
                              "Nothing more will be sent.\n"));
  EXPECT_THAT(body, HasSubstr("twinaid match receive m-1 --quantity 900\n"));
  EXPECT_THAT(body, Not(HasSubstr("carrier")));
  facts.event.details["quantity"] = "0";
  EXPECT_EQ(TextOf(facts, Language::kEnglish).subject,
            "[Twinaid] No more will be sent: gowns, Wuxi → San Antonio");
  EXPECT_THAT(TextOf(facts, Language::kChinese).body,
              HasSubstr("无锡不再向圣安东尼奥发运防护服。\n"));
}

TEST(NoticeTextTest, WhatIsMissingAndWhyIsSaid) {
  core::NoticeFacts facts = Facts("match.received");
  Stand(facts, MatchState::kReceived, "received");
  facts.event.details["received"] = "1490";
  facts.event.details["missing"] = "10";
  EXPECT_THAT(TextOf(facts, Language::kEnglish).body,
              AllOf(HasSubstr("San Antonio has received 1,490 of gowns"),
                    HasSubstr("Missing or damaged: 10;")));
  core::NoticeFacts no = Facts("match.declined");
  Stand(no, MatchState::kDeclined, "declined");
  no.event.details["reason"] = "no_longer_available";
  no.event.details["side"] = "donor";
  no.goods->match.donor_decision.answer = model::Answer::kDeclined;
  EXPECT_THAT(TextOf(no, Language::kEnglish).body,
              AllOf(HasSubstr("The answer is no from the donor."),
                    HasSubstr("Reason: no longer available."),
                    HasSubstr("twinaid offer confirm wuxi/o\n"),
                    HasSubstr("match reconsider m-1 --side donor\n")));
  EXPECT_THAT(TextOf(no, Language::kChinese).body,
              HasSubstr("原因：不再有货。\n"));
}

TEST(NoticeTextTest, WhatHasMovedOnAsksForNothingThatIsOver) {
  core::NoticeFacts facts = Facts("match.proposed");
  facts.goods->match.state = MatchState::kLapsed;
  EXPECT_THAT(
      TextOf(facts, Language::kEnglish).body,
      AllOf(HasSubstr("Things have moved on since"), Not(HasSubstr("accept"))));
}

TEST(NoticeTextTest, ANameBreaksNoLine) {
  core::NoticeFacts facts = Facts("match.proposed");
  facts.donor.name_en = "Wu\nxi {item}\t!";
  EXPECT_EQ(TextOf(facts, Language::kEnglish).subject,
            "[Twinaid] Proposed: 1,500 × gowns, Wu xi {item} ! → San Antonio");
}

TEST(NoticeWordsTest, ChineseIsForThoseWhoAskForIt) {
  for (const char* tag : {"zh", "zh-Hans", "zh-CN", "ZH-hans-CN"}) {
    EXPECT_EQ(LanguageOf(tag), Language::kChinese) << tag;
  }
  for (const char* tag : {"", "en", "en-US", "de", "zhx", "x-zh"}) {
    EXPECT_EQ(LanguageOf(tag), Language::kEnglish) << tag;
  }
}

TEST(NoticeWordsTest, AmountsAreCountedAsPeopleCount) {
  core::MatchFacts goods;
  EXPECT_EQ(AmountIn(Language::kEnglish, 0, goods), "0");
  EXPECT_EQ(AmountIn(Language::kEnglish, 1'234'567, goods), "1,234,567");
  goods.item.unit = "box";
  goods.item.base_content = 50;
  EXPECT_EQ(AmountIn(Language::kEnglish, 500, goods), "500 (10 box of 50)");
  EXPECT_EQ(AmountIn(Language::kEnglish, 501, goods), "501");
  EXPECT_EQ(AmountIn(Language::kChinese, 500, goods), "500（10 盒，每盒 50）");
  goods.item = {};
  goods.item.unit = model::kCurrencyUnit;
  goods.currency = "CNY";
  EXPECT_EQ(AmountIn(Language::kEnglish, 123'405, goods), "1,234.05 CNY");
  goods.currency = "JPY";
  EXPECT_EQ(AmountIn(Language::kChinese, 1'234, goods), "1,234 JPY");
}

TEST(NoticeWordsTest, EveryReasonHasItsWordInChinese) {
  for (int i = 1; i <= static_cast<int>(model::Reason::kOther); ++i) {
    const std::string word(model::WordOf(static_cast<model::Reason>(i)));
    EXPECT_NE(ReasonIn(Language::kChinese, word), word);
  }
  EXPECT_EQ(ReasonIn(Language::kChinese, "unheard_of"), "unheard_of");
}

}  // namespace
}  // namespace twinaid::notices
