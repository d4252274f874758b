// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/history_command.h"

#include <algorithm>
#include <vector>

#include "client/cli/story.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

grpc::Status AddEventsOf(Session& session, const std::string& resource,
                         std::vector<v1::Event>& events) {
  v1::ListEventsRequest request;
  request.set_filter(JoinFilter({Equals("resource", resource)}));
  return Fetch(session, request, &LedgerStub::ListEvents,
               &v1::ListEventsResponse::mutable_events, events);
}

int ShowHistory(Session& session, const std::string& name,
                const std::string& match_filter) {
  std::vector<v1::Event> events;
  grpc::Status status = AddEventsOf(session, name, events);
  if (!status.ok()) return session.Refused(status);
  std::vector<v1::Match> matches;
  if (!match_filter.empty()) {
    v1::ListMatchesRequest request;
    request.set_filter(JoinFilter({Equals(match_filter, name)}));
    status = Fetch(session, request, &AssistanceStub::ListMatches,
                   &v1::ListMatchesResponse::mutable_matches, matches);
    if (!status.ok()) return session.Refused(status);
  }
  for (const v1::Match& match : matches) {
    status = AddEventsOf(session, match.name(), events);
    if (!status.ok()) return session.Refused(status);
  }
  std::sort(
      events.begin(), events.end(),
      [](const v1::Event& a, const v1::Event& b) { return a.seq() < b.seq(); });
  PrintRows(session, events, StoryColumns(session.chinese()));
  if (!events.empty()) return kDone;
  session.Say("nothing is known of " + name, "没有关于 " + name + " 的记录");
  return kRefused;
}

}  // namespace

void AddHistory(CLI::App& noun, Session& session,
                std::string (*name_of)(const std::string&),
                const std::string& match_filter, Finder find) {
  auto typed = std::make_shared<std::string>();
  CLI::App* verb =
      noun.add_subcommand("history", "its story: when, who, what and why");
  verb->add_option("name", *typed, "its id")->required();
  verb->callback([&session, name_of, match_filter, find, typed] {
    session.action = [&session, name_of, match_filter, find, typed] {
      int code = kDone;
      if (find != nullptr && !find(session, "name", *typed, code)) return code;
      return ShowHistory(session, name_of(*typed), match_filter);
    };
  });
}

}  // namespace twinaid::client
