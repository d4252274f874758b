// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// `twinaid inbox`: what waits for you.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/match_words.h"
#include "client/cli/own_places.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Typed {
  std::string place;
  int most = 0;
};

std::string TaskText(const v1::InboxEntry& entry, bool chinese) {
  if (!entry.has_match()) return chinese ? "确认" : "confirm";
  return MatchTaskText(entry.task(), entry.match().category(), chinese);
}

constexpr std::size_t kDayLength = 10;  // of "2026-04-30"

// "by" for what ends with the moment, "since" for what began with it.
std::string WhenText(const v1::InboxEntry& entry, bool chinese) {
  const std::string time = TimeText(entry.time()).substr(0, kDayLength);
  if (entry.task() == v1::InboxEntry::ANSWER) {
    return chinese ? absl::StrCat("截至 ", time) : absl::StrCat("by ", time);
  }
  return chinese ? absl::StrCat("自 ", time) : absl::StrCat("since ", time);
}

std::string NameText(const v1::InboxEntry& entry) {
  if (entry.has_match()) return IdOf(entry.match().name());
  return ShortName(entry.has_need() ? entry.need().name()
                                    : entry.offer().name());
}

std::string ItemText(const v1::InboxEntry& entry) {
  if (entry.has_match()) return IdOf(entry.match().offer_item());
  return IdOf(entry.has_need() ? entry.need().item() : entry.offer().item());
}

// What of it waits.
std::string WaitingText(const v1::InboxEntry& entry) {
  const v1::Match& match = entry.match();
  switch (entry.task()) {
    case v1::InboxEntry::ANSWER:
      return QuantityText(match.quantity(), match.currency());
    case v1::InboxEntry::RECEIVE:
      return QuantityText(match.in_transit(), match.currency());
    case v1::InboxEntry::DISPATCH:
      return QuantityText(match.quantity() - match.dispatched(),
                          match.currency());
    case v1::InboxEntry::CONFIRM_NEED:
      return QuantityText(entry.need().outstanding(), entry.need().currency());
    default:
      return QuantityText(entry.offer().available() + entry.offer().proposed(),
                          entry.offer().currency());
  }
}

// "to" the place that receives, "from" the place that gives; the other one.
std::string WithText(const v1::InboxEntry& entry, bool chinese) {
  if (!entry.has_match()) return "";
  const v1::Match& match = entry.match();
  if (match.donor_place() == entry.place()) {
    return absl::StrCat(chinese ? "给 " : "to ", IdOf(match.recipient_place()));
  }
  return absl::StrCat(chinese ? "来自 " : "from ", IdOf(match.donor_place()));
}

std::vector<Column<v1::InboxEntry>> InboxColumns(bool chinese) {
  using E = v1::InboxEntry;
  // The id comes first: a narrow terminal never cuts it.
  return {
      {"what", "对象", false, NameText},
      {"to_do",
       "待办",
       false,
       [chinese](const E& e) { return TaskText(e, chinese); },
       {.cut = true}},
      {"when", "时间", false,
       [chinese](const E& e) { return WhenText(e, chinese); }},
      {"quantity", "数量", true, WaitingText},
      {"item", "物品", false, ItemText, {.spare = 1}},
      {"place",
       "地方",
       false,
       [](const E& e) { return IdOf(e.place()); },
       {.spare = 3}},
      {"with",
       "对方",
       false,
       [chinese](const E& e) { return WithText(e, chinese); },
       {.spare = 2}},
  };
}

int ShowInbox(Session& session, const Typed& given) {
  Typed typed = given;
  int code = kDone;
  if (!FindPlace(session, "--place", typed.place, code)) return code;
  std::vector<std::string> places;
  grpc::Status status = PlacesOf(session, typed.place, places);
  if (!status.ok()) return session.Refused(status);
  std::vector<v1::InboxEntry> entries;
  std::int64_t more = 0;
  for (const std::string& place : places) {
    v1::GetInboxRequest request;
    request.set_place(place);
    request.set_page_size(typed.most);
    v1::Inbox inbox;
    status = Send(session, &AssistanceStub::GetInbox, request, &inbox);
    if (!status.ok()) return session.Refused(status);
    entries.insert(entries.end(), inbox.entries().begin(),
                   inbox.entries().end());
    more += inbox.more();
  }
  PrintRows(session, entries, InboxColumns(session.chinese()));
  if (entries.empty()) session.Say("nothing waits for you", "没有待办事项");
  if (more > 0) {
    session.Say(absl::StrCat(more, " more; --most shows up to 500"),
                absl::StrCat("另有 ", more, " 项；用 --most 最多显示 500 项"));
  }
  return kDone;
}

}  // namespace

void AddInboxCommand(CLI::App& root, Session& session) {
  auto typed = std::make_shared<Typed>();
  CLI::App* verb = root.add_subcommand(
      "inbox",
      "what waits for you: answers, receipts, dispatches, confirmations");
  verb->add_option("--place", typed->place,
                   "only of this place and those inside it; all that you act "
                   "for if left out");
  verb->add_option("--most", typed->most, "most lines a place; 50 if left out")
      ->check(CLI::Range(1, 500));
  Does(*verb, session, typed, &ShowInbox);
}

}  // namespace twinaid::client
