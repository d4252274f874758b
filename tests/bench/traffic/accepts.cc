// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/bench/traffic/runs.h"
#include "tests/bench/traffic/tail.h"

namespace twinaid::bench {
namespace {

constexpr std::int32_t kSample = 100;

using Stub = v1::AssistanceService::Stub;
using Accept = UnaryCall<Stub, v1::AcceptMatchRequest, v1::Match>;

v1::AcceptMatchRequest AcceptOf(const Target& target, std::int32_t match) {
  v1::AcceptMatchRequest request;
  request.set_name(TrafficMatch(match));
  request.set_side(v1::BOTH);
  request.set_request_id(absl::StrCat("accept-", target.tag, "-", match));
  return request;
}

std::string Judge(const v1::AcceptMatchRequest& asked, const v1::Match& match) {
  if (match.name() != asked.name()) {
    return absl::StrCat("accepted ", asked.name(), ", got ", match.name());
  }
  return match.state() == v1::Match::ACCEPTED
             ? ""
             : absl::StrCat(match.name(), " was accepted and is not ACCEPTED");
}

// A match that was accepted is still so, and accepting it again, by another
// request, gives what there is.
std::string CheckOne(Line& line, const Target& target, std::int32_t number) {
  v1::GetMatchRequest get;
  get.set_name(TrafficMatch(number));
  v1::Match stored;
  {
    grpc::ClientContext context;
    line.Prepare(context);
    const grpc::Status status =
        line.assistance.GetMatch(&context, get, &stored);
    if (!status.ok()) return status.error_message();
  }
  v1::AcceptMatchRequest again = AcceptOf(target, number);
  again.clear_request_id();
  v1::Match match;
  grpc::ClientContext context;
  line.Prepare(context);
  const grpc::Status status =
      line.assistance.AcceptMatch(&context, again, &match);
  if (!status.ok()) return status.error_message();
  if (match.etag() != stored.etag()) {
    return absl::StrCat(match.name(), " changed when accepted again");
  }
  return Judge(again, stored);
}

}  // namespace

LoopResult RunAccepts(const Target& target) {
  Line line(target.loop.address, target.loop.token);
  Tail tail(line);
  const int lines = std::min(target.loop.lines, target.loop.in_flight);
  const std::int32_t all = target.traffic.needs * kProposalsEach;
  std::vector<std::int32_t> next;
  for (int at = 0; at < lines; ++at) next.push_back(target.first_match + at);
  LoopResult result =
      RunClosedLoop(target.loop, [&](int at) -> std::unique_ptr<Call> {
        std::int32_t& match = next[static_cast<std::size_t>(at)];
        if (match >= all) return nullptr;
        auto call =
            std::make_unique<Accept>(&Line::assistance, &Stub::AsyncAcceptMatch,
                                     AcceptOf(target, match), Judge);
        match += lines;
        return call;
      });
  if (!result.faults.empty()) return result;
  std::set<std::string> names;
  std::vector<std::int32_t> accepted;
  for (int at = 0; at < lines; ++at) {
    for (std::int32_t i = target.first_match + at;
         i < next[static_cast<std::size_t>(at)]; i += lines) {
      names.insert(TrafficMatch(i));
      accepted.push_back(i);
    }
  }
  std::string fault = tail.Check("match.accepted", names);
  const std::size_t step = accepted.size() / kSample + 1;
  for (std::size_t i = 0; i < accepted.size() && fault.empty(); i += step) {
    fault = CheckOne(line, target, accepted[i]);
  }
  if (!fault.empty()) result.faults.push_back(fault);
  return result;
}

}  // namespace twinaid::bench
