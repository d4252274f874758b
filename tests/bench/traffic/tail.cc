// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/tail.h"

#include <memory>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace twinaid::bench {
namespace {

std::int64_t SeqOf(absl::string_view name) {
  std::int64_t seq = 0;
  absl::ConsumePrefix(&name, "events/");
  return absl::SimpleAtoi(name, &seq) ? seq : 0;
}

}  // namespace

Tail::Tail(Line& line) : line_(line) {
  grpc::ClientContext context;
  line_.Prepare(context);
  const auto stream =
      line_.ledger.WatchEvents(&context, v1::WatchEventsRequest());
  v1::WatchEventsResponse response;
  if (stream->Read(&response)) {
    resume_token_ = response.resume_token();
    context.TryCancel();
    while (stream->Read(&response)) {
    }
  }
  const grpc::Status status = stream->Finish();
  if (resume_token_.empty()) {
    fault_ = absl::StrCat("cannot watch: ", status.error_message());
  }
}

std::string Tail::Check(const std::string& type,
                        const std::set<std::string>& resources) {
  if (!fault_.empty()) return fault_;
  v1::WatchEventsRequest request;
  request.set_resume_token(resume_token_);
  request.set_heartbeat_seconds(1);
  request.set_filter(absl::StrCat("type = \"", type, "\""));
  grpc::ClientContext context;
  line_.Prepare(context);
  const auto stream = line_.ledger.WatchEvents(&context, request);
  v1::WatchEventsResponse response;
  std::set<std::string> seen;
  std::string token = resume_token_;
  bool first = true;  // Says where it begins.
  std::int64_t last = 0;
  while (seen.size() < resources.size() && stream->Read(&response)) {
    const bool moved = std::exchange(token, response.resume_token()) !=
                       response.resume_token();
    if (!response.has_event()) {
      if (!moved && !first) break;
      first = false;
      continue;
    }
    const v1::Event& event = response.event();
    if (SeqOf(event.name()) <= last) return "events came out of order";
    last = SeqOf(event.name());
    if (resources.count(event.resource()) == 0) {
      return absl::StrCat(type, " of ", event.resource(),
                          ", which nobody asked for");
    }
    if (!seen.insert(event.resource()).second) {
      return absl::StrCat(type, " twice of ", event.resource());
    }
  }
  context.TryCancel();
  while (stream->Read(&response)) {
  }
  const grpc::Status status = stream->Finish();
  if (seen.size() == resources.size()) return "";
  return absl::StrCat(resources.size() - seen.size(), " of ", resources.size(),
                      " events are missing: ", status.error_message());
}

}  // namespace twinaid::bench
