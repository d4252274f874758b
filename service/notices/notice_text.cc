// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/notice_text.h"

#include <map>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/time.h"
#include "service/notices/next_steps.h"
#include "service/notices/notice_words.h"

namespace twinaid::notices {
namespace {

struct Phrase {
  const char* subject_en;
  const char* subject_zh;
  const char* en;
  const char* zh;
};

// {goods} is "30,000 × gowns, Wuxi → San Antonio".
const std::map<absl::string_view, Phrase>& Phrases() {
  static const auto& phrases = *new std::map<absl::string_view, Phrase>{
      {"match.proposed",
       {"Proposed: {goods}", "提议：{goods}",
        "It is proposed that {donor} gives {recipient}: {amount} of {item}.",
        "提议由{donor}向{recipient}提供{item}，数量 {amount}。"}},
      {"match.accepted",
       {"Yes from {side}: {goods}", "{side}已接受：{goods}",
        "The answer is yes from {side}: {donor} gives {recipient} {amount} of "
        "{item}.",
        "{side}已接受：{donor}向{recipient}提供{item}，数量 {amount}。"}},
      {"match.declined",
       {"No from {side}: {goods}", "{side}已谢绝：{goods}",
        "The answer is no from {side}. {donor} does not give {recipient} "
        "{amount} of {item}; both need and offer are free again.",
        "{side}已谢绝。{donor}不再向{recipient}提供{item}（数量 {amount}）；"
        "需求和供给均已释放。"}},
      {"match.withdrawn",
       {"Taken back: {goods}", "提议已收回：{goods}",
        "The proposal that {donor} gives {recipient} {amount} of {item} was "
        "taken back.",
        "由{donor}向{recipient}提供{item}（数量 {amount}）的提议已收回。"}},
      {"match.lapsed",
       {"Lapsed: {goods}", "提议已失效：{goods}",
        "The proposal that {donor} gives {recipient} {amount} of {item} was "
        "not answered in time and has lapsed.",
        "由{donor}向{recipient}提供{item}（数量 "
        "{amount}）的提议逾期未答复，已失效。"}},
      {"match.cancelled",
       {"Cancelled: {goods}", "已取消：{goods}",
        "It was accepted that {donor} gives {recipient} {amount} of {item}; "
        "this was cancelled before anything had left.",
        "{donor}向{recipient}提供{item}（数量 "
        "{amount}）原已接受，现于发货前取消。"}},
      {"match.dispatched",
       {"Sent: {goods}", "已发出：{goods}",
        "{donor} has sent {recipient} {amount} of {item}.",
        "{donor}已向{recipient}发出{item}，数量 {amount}。"}},
      {"match.dispatched none",
       {"No more will be sent: {item}, {donor} → {recipient}",
        "不再发运：{item}，{donor} → {recipient}",
        "{donor} will send {recipient} no more of {item}.",
        "{donor}不再向{recipient}发运{item}。"}},
      {"match.received",
       {"Received: {goods}", "已收到：{goods}",
        "{recipient} has received {amount} of {item} from {donor}.",
        "{recipient}已收到{donor}提供的{item}，数量 {amount}。"}},
      {"match.recorded",
       {"Recorded: {goods}", "已补记：{goods}",
        "It was recorded that {recipient} received {amount} of {item} from "
        "{donor}.",
        "已补记：{recipient}收到{donor}提供的{item}，数量 {amount}。"}},
      {"pairing.ended",
       {"Pairing ended: {donor} and {recipient}",
        "结对已结束：{donor}与{recipient}",
        "The pairing in which {donor} looks after {recipient} has ended.",
        "{donor}支援{recipient}的结对已结束。"}},
  };
  return phrases;
}

// Empty where the event does not say it.
std::string Detail(const core::NoticeFacts& facts, const std::string& key) {
  const auto found = facts.event.details.find(key);
  return found == facts.event.details.end() ? "" : found->second;
}

std::int64_t NumberOf(const std::string& text) {
  std::int64_t number = 0;
  return absl::SimpleAtoi(text, &number) ? number : 0;
}

using Values = std::vector<std::pair<std::string, std::string>>;

Values ValuesOf(const core::NoticeFacts& facts, Language language) {
  Values values = {{"{donor}", NameIn(language, facts.donor)},
                   {"{recipient}", NameIn(language, facts.recipient)},
                   {"{side}", SideIn(language, Detail(facts, "side"))}};
  if (!facts.goods) return values;
  const bool received = facts.event.type == "match.received";
  const std::string amount = AmountIn(
      language, NumberOf(Detail(facts, received ? "received" : "quantity")),
      *facts.goods);
  const std::string item = NameIn(language, facts.goods->item);
  values.emplace_back("{amount}", amount);
  values.emplace_back("{item}", item);
  values.emplace_back("{goods}",
                      absl::StrCat(amount, " × ", item, In(language, ", ", ","),
                                   NameIn(language, facts.donor), " → ",
                                   NameIn(language, facts.recipient)));
  return values;
}

// What the event says besides.
std::string Besides(const core::NoticeFacts& facts, Language language) {
  std::string text;
  for (const char* key : {"reason", "why"}) {
    const std::string word = Detail(facts, key);
    if (word.empty() || word == "none") continue;
    absl::StrAppend(&text, In(language, "Reason: ", "原因："),
                    ReasonIn(language, word), In(language, ".\n", "。\n"));
  }
  if (Detail(facts, "final") == "true" &&
      NumberOf(Detail(facts, "quantity")) > 0) {
    absl::StrAppend(
        &text, In(language, "Nothing more will be sent.\n", "不再发运。\n"));
  }
  const std::int64_t missing = NumberOf(Detail(facts, "missing"));
  if (facts.goods && missing > 0) {
    absl::StrAppend(&text, In(language, "Missing or damaged: ", "缺失或损坏："),
                    AmountIn(language, missing, *facts.goods),
                    In(language, "; the need for it is open again.\n",
                       "；相应需求重新开放。\n"));
  }
  return text;
}

void AppendLine(std::string& text, const char* name, absl::string_view value) {
  absl::StrAppend(&text, name, value, "\n");
}

std::string About(const core::NoticeFacts& facts, Language language) {
  std::string text;
  if (facts.goods) {
    const model::Match& match = facts.goods->match;
    AppendLine(text, In(language, "Match: ", "匹配："), match.id.value());
    AppendLine(text, In(language, "Offer: ", "供给："), match.offer.ToString());
    AppendLine(text, In(language, "Need: ", "需求："), match.need.ToString());
  } else if (facts.pairing) {
    AppendLine(text, In(language, "Pairing: ", "结对："),
               facts.pairing->name.ToString());
  }
  AppendLine(text, In(language, "When: ", "时间："),
             absl::FormatTime("%Y-%m-%d %H:%M UTC", facts.event.time,
                              absl::UTCTimeZone()));
  return text;
}

constexpr char kWhyEn[] =
    "You get this because your office is a contact in Twinaid that asks to be "
    "told.\nWhoever keeps its entry there can turn that off. Answers to this "
    "address are not read.\n";
constexpr char kWhyZh[] =
    "您收到此邮件，是因为贵单位在 Twinaid 登记的联系人选择了接收通知。\n"
    "登记信息的维护人员可关闭通知。请勿回复本邮件。\n";

}  // namespace

NoticeText TextOf(const core::NoticeFacts& facts, Language language) {
  const bool none = facts.event.type == "match.dispatched" &&
                    NumberOf(Detail(facts, "quantity")) == 0;
  const Phrase& phrase =
      Phrases().at(none ? "match.dispatched none" : facts.event.type);
  const Values values = ValuesOf(facts, language);
  NoticeText text;
  text.subject = absl::StrCat(
      "[Twinaid] ",
      absl::StrReplaceAll(In(language, phrase.subject_en, phrase.subject_zh),
                          values));
  text.body = absl::StrCat(
      absl::StrReplaceAll(In(language, phrase.en, phrase.zh), values), "\n",
      Besides(facts, language), "\n", About(facts, language), "\n");
  for (const Step& step : NextSteps(facts, language)) {
    absl::StrAppend(&text.body, step.text, "\n    ", step.command, "\n");
  }
  absl::StrAppend(&text.body, "\n-- \n", In(language, kWhyEn, kWhyZh));
  return text;
}

}  // namespace twinaid::notices
