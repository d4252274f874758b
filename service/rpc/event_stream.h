// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One stream of events to one caller.
#ifndef TWINAID_SERVICE_RPC_EVENT_STREAM_H_
#define TWINAID_SERVICE_RPC_EVENT_STREAM_H_

#include <grpcpp/support/server_callback.h>

#include <cstdint>
#include <deque>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "service/rpc/dispatch.h"
#include "service/rpc/event_hub.h"
#include "service/store/query.h"
#include "twinaid/v1/ledger_service.pb.h"

namespace twinaid::rpc {

// What a stream is held to, whoever calls.
struct StreamLimits {
  // A caller that takes no message for so long is cut off.
  absl::Duration stall = absl::Minutes(1);
};

// Deletes itself when the stream is over. Holds no thread: the hub wakes it,
// it reads the next events on the pool and writes one message at a time. Until
// the caller has taken what was read, no more is: a slow one costs the events
// of one read and what gRPC keeps of one message.
class EventStream final
    : public grpc::ServerWriteReactor<v1::WatchEventsResponse>,
      private Watcher {
 public:
  // Begins at once. `request` lives as long as the call.
  EventStream(Dispatch& dispatch, EventHub& hub,
              const grpc::CallbackServerContext& context, const char* method,
              const v1::WatchEventsRequest& request, StreamLimits limits);

  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

 private:
  void Grew(std::int64_t seq) override;
  void Stop() override;
  void Tick(absl::Duration passed) override;

  // Who watches, whether they may, and a place at the hub; on the pool.
  absl::Status Enter(const grpc::CallbackServerContext& context);
  // The same, then reads the request and where the stream begins.
  absl::Status Prepare(const grpc::CallbackServerContext& context);
  // Reads the next events; on the pool.
  absl::Status ReadNext();
  // Does what comes next, if nothing is under way.
  void Go() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  // What the end says, if the stream has to end.
  absl::Status EndStatus() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void EndWith(const absl::Status& status)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  v1::WatchEventsResponse Response(std::int64_t seq) const;

  Dispatch& dispatch_;
  EventHub& hub_;
  const grpc::CallbackServerContext& context_;
  const v1::WatchEventsRequest& request_;
  const StreamLimits limits_;
  // The next three are set once, before the first message.
  Call call_;
  access::CallLimits::Permit permit_;
  bool watching_ = false;    // known to the hub
  store::EventQuery query_;  // set once, before the first message
  absl::Duration heartbeat_ ABSL_GUARDED_BY(mutex_);

  absl::Mutex mutex_;
  std::int64_t read_ ABSL_GUARDED_BY(mutex_) = 0;  // seq of the last event read
  std::int64_t last_ ABSL_GUARDED_BY(mutex_) = 0;  // seq the ledger ends with
  std::deque<v1::WatchEventsResponse> ready_ ABSL_GUARDED_BY(mutex_);
  v1::WatchEventsResponse current_;  // being written
  bool preparing_ ABSL_GUARDED_BY(mutex_) = true;
  bool reading_ ABSL_GUARDED_BY(mutex_) = false;
  bool writing_ ABSL_GUARDED_BY(mutex_) = false;
  // Since the last message was handed to gRPC.
  absl::Duration quiet_ ABSL_GUARDED_BY(mutex_);
  bool cut_off_ ABSL_GUARDED_BY(mutex_) = false;
  bool cancelled_ ABSL_GUARDED_BY(mutex_) = false;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  bool finished_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_EVENT_STREAM_H_
