// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/event_stream.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/convert/event.h"
#include "service/convert/page_token.h"
#include "service/convert/queries.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/rpc/status_mapping.h"

namespace twinaid::rpc {
namespace {

constexpr int kEventsPerRead = 100;
constexpr int kDefaultHeartbeatSeconds = 30;
constexpr int kMaxHeartbeatSeconds = 3600;
// One kind of token for all streams: the filter may change on resumption.
constexpr char kTokenScope[] = "WatchEvents";

absl::StatusOr<std::int64_t> SeqOfToken(const std::string& token) {
  TWINAID_ASSIGN_OR_RETURN(const std::string text,
                           convert::KeyOfPageToken(token, kTokenScope));
  std::int64_t seq = 0;
  if (!absl::SimpleAtoi(text, &seq) || seq < 0) {
    return model::InvalidPageToken();
  }
  return seq;
}

absl::StatusOr<absl::Duration> HeartbeatOf(int seconds) {
  if (seconds < 0 || seconds > kMaxHeartbeatSeconds) {
    return model::OutOfRange("heartbeat_seconds", seconds, 1,
                             kMaxHeartbeatSeconds);
  }
  return absl::Seconds(seconds == 0 ? kDefaultHeartbeatSeconds : seconds);
}

}  // namespace

EventStream::EventStream(Dispatch& dispatch, EventHub& hub,
                         const grpc::CallbackServerContext& context,
                         const char* method,
                         const v1::WatchEventsRequest& request,
                         StreamLimits limits)
    : dispatch_(dispatch),
      hub_(hub),
      context_(context),
      request_(request),
      limits_(limits),
      call_(dispatch.Begin(context, method)) {
  const bool taken = dispatch_.pool().Submit([this, &context] {
    const absl::Status status = Prepare(context);
    absl::MutexLock lock(&mutex_);
    preparing_ = false;
    status.ok() ? Go() : EndWith(status);
  });
  if (!taken) {
    absl::MutexLock lock(&mutex_);
    preparing_ = false;
    EndWith(ServerBusy());
  }
}

absl::Status EventStream::Enter(const grpc::CallbackServerContext& context) {
  TWINAID_RETURN_IF_ERROR(dispatch_.LetIn(context, call_));
  TWINAID_RETURN_IF_ERROR(dispatch_.ReadNow(
      call_, request_, [](const core::View&) { return absl::OkStatus(); }));
  TWINAID_ASSIGN_OR_RETURN(permit_, dispatch_.TakeStream(call_));
  watching_ = hub_.Add(this);
  if (watching_) {
    dispatch_.metrics().StreamBegan();
    return absl::OkStatus();
  }
  return hub_.stopped() ? ServerStopping() : TooManyWatchers(hub_.limit());
}

absl::Status EventStream::Prepare(const grpc::CallbackServerContext& context) {
  // Known to the hub before the end of the ledger is read: nothing is missed.
  TWINAID_RETURN_IF_ERROR(Enter(context));
  const v1::WatchEventsRequest& request = request_;
  TWINAID_ASSIGN_OR_RETURN(query_, convert::EventQueryOf(request.filter()));
  TWINAID_ASSIGN_OR_RETURN(const absl::Duration heartbeat,
                           HeartbeatOf(request.heartbeat_seconds()));
  std::int64_t start = 0;
  std::int64_t end = 0;
  TWINAID_RETURN_IF_ERROR(dispatch_.ReadNow(
      call_, request_, [&](const core::View& view) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                                 view.tx.LastEvent());
        if (last) end = last->seq;
        return absl::OkStatus();
      }));
  if (!request.resume_token().empty()) {
    TWINAID_ASSIGN_OR_RETURN(start, SeqOfToken(request.resume_token()));
    // Of a ledger that was longer than this one.
    if (start > end) return model::InvalidPageToken();
  } else if (!request.from_start()) {
    start = end;
  }
  absl::MutexLock lock(&mutex_);
  heartbeat_ = heartbeat;
  read_ = start;
  last_ = std::max(last_, end);
  ready_.push_back(Response(start));
  return absl::OkStatus();
}

absl::Status EventStream::ReadNext() {
  if (Sandbox* sandbox = dispatch_.sandbox(); sandbox != nullptr) {
    TWINAID_RETURN_IF_ERROR(ErrorOf(sandbox->Draw(/*is_change=*/false)));
  }
  std::int64_t after = 0;
  {
    absl::MutexLock lock(&mutex_);
    after = read_;
  }
  std::vector<model::Event> events;
  // Whoever may not watch any more sees nothing more.
  TWINAID_RETURN_IF_ERROR(dispatch_.ReadNow(
      call_, request_, [&](const core::View& view) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(
            events,
            view.tx.events().List(store::EventQuery{}, after, kEventsPerRead));
        return absl::OkStatus();
      }));
  absl::MutexLock lock(&mutex_);
  for (const model::Event& event : events) {
    read_ = event.seq;
    if (!query_.Matches(event)) continue;
    ready_.push_back(Response(event.seq));
    *ready_.back().mutable_event() = convert::ToProto(event);
  }
  // Events that nobody wants move the token on all the same.
  if (ready_.empty() && !events.empty()) ready_.push_back(Response(read_));
  last_ = std::max(last_, read_);
  return absl::OkStatus();
}

v1::WatchEventsResponse EventStream::Response(std::int64_t seq) const {
  v1::WatchEventsResponse response;
  response.set_resume_token(
      convert::MakePageToken(kTokenScope, absl::StrCat(seq)));
  return response;
}

void EventStream::Go() {
  if (finished_ || preparing_ || reading_ || writing_) return;
  if (const absl::Status end = EndStatus(); !end.ok()) {
    EndWith(end);
    return;
  }
  if (!ready_.empty()) {
    current_ = std::move(ready_.front());
    ready_.pop_front();
    writing_ = true;
    quiet_ = absl::ZeroDuration();
    StartWrite(&current_);
    return;
  }
  if (read_ >= last_) return;
  reading_ = true;
  const bool taken = dispatch_.pool().Submit([this] {
    const absl::Status status = ReadNext();
    absl::MutexLock lock(&mutex_);
    reading_ = false;
    status.ok() ? Go() : EndWith(status);
  });
  if (!taken) {
    reading_ = false;
    EndWith(ServerBusy());
  }
}

absl::Status EventStream::EndStatus() const {
  if (cut_off_) return WatcherTooSlow();
  if (cancelled_) return CallCancelled();
  if (stopping_) return ServerStopping();
  return absl::OkStatus();
}

void EventStream::EndWith(const absl::Status& status) {
  if (finished_) return;
  finished_ = true;
  dispatch_.End(call_, status);
  Finish(ToGrpc(status, call_.language));
}

void EventStream::OnWriteDone(bool ok) {
  absl::MutexLock lock(&mutex_);
  writing_ = false;
  if (!ok) cancelled_ = true;
  Go();
}

void EventStream::OnCancel() {
  absl::MutexLock lock(&mutex_);
  cancelled_ = true;
  Go();
}

void EventStream::Grew(std::int64_t seq) {
  absl::MutexLock lock(&mutex_);
  last_ = std::max(last_, seq);
  Go();
}

void EventStream::Stop() {
  absl::MutexLock lock(&mutex_);
  stopping_ = true;
  Go();
}

void EventStream::Tick(absl::Duration passed) {
  {
    absl::MutexLock lock(&mutex_);
    if (finished_ || preparing_) return;
    quiet_ += passed;
    if (!writing_) {
      const bool idle = !reading_ && ready_.empty() && read_ >= last_;
      if (!idle || quiet_ < heartbeat_) return;
      ready_.push_back(Response(read_));
      return Go();
    }
    if (cut_off_ || quiet_ < limits_.stall) return;
    cut_off_ = true;
  }
  // The message under way comes back as not written, and the stream ends.
  context_.TryCancel();
}

void EventStream::OnDone() {
  // Whoever finished the stream may still hold the lock.
  { absl::MutexLock lock(&mutex_); }
  if (watching_) {
    hub_.Remove(this);
    dispatch_.metrics().StreamEnded();
  }
  delete this;
}

}  // namespace twinaid::rpc
