// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/story.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "client/cli/arguments.h"
#include "client/cli/event_words.h"
#include "service/model/reason_words.h"

namespace twinaid::client {
namespace {

// `{key}` stands for a detail of the event, `{it}` for its resource; a part in
// brackets, `[key|words]`, is said where the detail is there and not false.
struct Phrase {
  const char* en;
  const char* zh;
};

const std::map<absl::string_view, Phrase>& Phrases() {
  static const auto& phrases = *new std::map<absl::string_view, Phrase>{
      {"need.created",
       {"asks for {total} of {item}, {urgency}: {it}",
        "提出需求 {it}：{item}，{total}，{urgency}"}},
      {"need.updated",
       {"changes {it}: now {total}, {urgency}",
        "修改需求 {it}：现为 {total}，{urgency}"}},
      {"need.confirmed",
       {"says that {it} still stands", "确认需求 {it} 仍然有效"}},
      {"need.withdrawn",
       {"takes {it} back[reason|: {reason}]",
        "撤回需求 {it}[reason|：{reason}]"}},
      {"need.expired", {"{it} is past its day", "需求 {it} 已过期"}},
      {"offer.created",
       {"offers {total} of {item}: {it}", "提供 {it}：{item}，{total}"}},
      {"offer.updated",
       {"changes {it}: now {total}", "修改供给 {it}：现为 {total}"}},
      {"offer.adjusted",
       {"counts {it} anew: {before}, now {total}[reason|: {reason}]",
        "调整供给 {it}：由 {before} 变为 {total}[reason|：{reason}]"}},
      {"offer.confirmed",
       {"says that {it} still stands", "确认供给 {it} 仍然有效"}},
      {"offer.withdrawn",
       {"takes {it} back[reason|: {reason}]",
        "撤回供给 {it}[reason|：{reason}]"}},
      {"offer.expired", {"{it} is past its day", "供给 {it} 已过期"}},
      {"match.proposed",
       {"proposes {it}: {quantity} of {offer} for {need}[substitute|, "
        "{substitute} "
        "as a substitute][replaces|, for what {replaces} did not bring]",
        "提议 {it}：从 {offer} 向 {need} 提供 "
        "{quantity}[substitute|（替代品 {substitute}）][replaces|，补足 "
        "{replaces} "
        "缺少的部分]"}},
      {"match.recorded",
       {"records {it}: {quantity} of {offer} reached {need}",
        "补记 {it}：{offer} 的 {quantity} 已送达 {need}"}},
      {"match.accepted",
       {"says yes to {it} for {side}[by_telephone|, by telephone]",
        "代表{side}接受 {it}[by_telephone|（电话答复）]"}},
      {"match.declined",
       {"says no to {it} for {side}[by_telephone|, by telephone][reason|: "
        "{reason}][substitute_refused|, and wants no {substitute_refused}]",
        "代表{side}谢绝 "
        "{it}[by_telephone|（电话答复）][reason|：{reason}][substitute_refused|"
        "，"
        "不接受 {substitute_refused}]"}},
      {"match.reconsidered",
       {"lets what {it} kept apart be proposed again",
        "解除 {it} 的限制，可再次提议"}},
      {"match.withdrawn",
       {"takes {it} back[reason|: {reason}][why|: {why}]",
        "收回提议 {it}[reason|：{reason}][why|：{why}]"}},
      {"match.lapsed",
       {"{it} lapses: not answered in time", "{it} 逾期未答复，失效"}},
      {"match.cancelled",
       {"cancels {it}[reason|: {reason}]", "取消 {it}[reason|：{reason}]"}},
      {"match.dispatched",
       {"sends {quantity} of {it}[final|; nothing more will follow]",
        "发出 {it} 的 {quantity}[final|；不再发运]"}},
      {"match.consigned",
       {"says where the goods of {it} go", "填写 {it} 的收货人"}},
      {"letter.sent",
       {"{from} writes to {to}, {kind}: {it}",
        "{from} 致信 {to}（{kind}）：{it}"}},
      {"match.received",
       {"receives {received} of {it}[missing|, {missing} missing][closed|; "
        "closes it]",
        "收到 {it} 的 {received}[missing|，缺 {missing}][closed|；结束]"}},
  };
  return phrases;
}

const std::map<absl::string_view, const char*>& ChineseWords() {
  static const auto& words = *new std::map<absl::string_view, const char*>{
      {"support", "慰问"}, {"thanks", "感谢"},      {"critical", "危急"},
      {"high", "高"},      {"medium", "中"},        {"low", "低"},
      {"donor", "捐赠方"}, {"recipient", "受助方"}, {"both", "双方"},
  };
  return words;
}

// Numbers grouped, names short, words as people say them.
std::string ValueText(const std::string& value, bool chinese) {
  std::int64_t number = 0;
  if (absl::SimpleAtoi(value, &number)) return Grouped(number);
  if (value.find('/') != std::string::npos) return ShortName(value);
  if (chinese) {
    const auto word = ChineseWords().find(value);
    if (word != ChineseWords().end()) return word->second;
    const absl::string_view reason = model::ChineseReason(value);
    return reason.empty() ? value : std::string(reason);
  }
  return absl::StrReplaceAll(value, {{"_", " "}});
}

bool IsSaid(const v1::Event& event, const std::string& key) {
  const auto at = event.details().find(key);
  return at != event.details().end() && !at->second.empty() &&
         at->second != "false" && at->second != "none" && at->second != "0";
}

std::string Filled(absl::string_view phrase, const v1::Event& event,
                   bool chinese);

// What `{key}` stands for.
std::string Value(const std::string& key, const v1::Event& event,
                  bool chinese) {
  if (key == "it") return ShortName(event.resource());
  const auto at = event.details().find(key);
  return at == event.details().end() ? "?" : ValueText(at->second, chinese);
}

std::string Filled(absl::string_view phrase, const v1::Event& event,
                   bool chinese) {
  std::string text;
  while (!phrase.empty()) {
    const std::size_t open = phrase.find_first_of("{[");
    absl::StrAppend(&text, phrase.substr(0, open));
    if (open == absl::string_view::npos) break;
    const char close = phrase[open] == '{' ? '}' : ']';
    const std::size_t end = phrase.find(close, open);
    const absl::string_view inside = phrase.substr(open + 1, end - open - 1);
    if (close == '}') {
      text += Value(std::string(inside), event, chinese);
    } else {
      const std::size_t bar = inside.find('|');
      if (IsSaid(event, std::string(inside.substr(0, bar)))) {
        text += Filled(inside.substr(bar + 1), event, chinese);
      }
    }
    phrase.remove_prefix(end + 1);
  }
  return text;
}

std::string Plain(const v1::Event& event, bool chinese) {
  std::vector<std::string> parts;
  for (const auto& [key, value] : event.details()) {
    parts.push_back(absl::StrCat(key, "=", value));
  }
  std::sort(parts.begin(), parts.end());
  return absl::StrCat(EventTypeText(event.type(), chinese), " ",
                      ShortName(event.resource()), " ",
                      absl::StrJoin(parts, " "));
}

}  // namespace

bool IsTold(const v1::Event& event) { return Phrases().contains(event.type()); }

std::string Sentence(const v1::Event& event, bool chinese) {
  const auto phrase = Phrases().find(event.type());
  if (phrase == Phrases().end()) return Plain(event, chinese);
  return Filled(chinese ? phrase->second.zh : phrase->second.en, event,
                chinese);
}

std::vector<Column<v1::Event>> StoryColumns(bool chinese) {
  using E = v1::Event;
  return {
      {"when", "时间", false, [](const E& e) { return TimeText(e.time()); }},
      {"who",
       "何人",
       false,
       [](const E& e, bool zh) {
         const std::string who = IdOf(e.principal());
         return zh && who == "system" ? "系统" : who;
       },
       {.spare = 1}},
      {"what",
       "经过",
       false,
       [chinese](const E& e) { return Sentence(e, chinese); },
       {.wrap = true}},
  };
}

}  // namespace twinaid::client
