// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What every call goes through: deadline, who it is, whether it may, run on a
// worker, map the error, log, count. A handler says only what is its own.
#ifndef TWINAID_SERVICE_RPC_DISPATCH_H_
#define TWINAID_SERVICE_RPC_DISPATCH_H_

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/access/call_limits.h"
#include "service/core/login.h"
#include "service/core/unit_of_work.h"
#include "service/metrics/metrics.h"
#include "service/model/errors.h"
#include "service/ops/json_log.h"
#include "service/rpc/batch.h"
#include "service/rpc/sandbox.h"
#include "service/rpc/worker_pool.h"

namespace twinaid::rpc {

// One call on its way.
struct Call {
  const char* method;  // "twinaid.v1.RegistryService/GetPlace"
  model::Language language = model::Language::kEnglish;
  absl::Duration begun;     // by Clock::Elapsed
  std::string request_id;   // "" where there is none that may be shown
  std::string traceparent;  // likewise
  std::string peer;         // as gRPC says it
  std::string address;      // of the caller, for limits
  // Known once the call is let in.
  model::Principal who;
  model::TokenId token;
  core::Caller caller;
};

// Of a change; nothing of what cannot have one.
template <typename Request>
std::optional<std::string> RequestIdOf(const Request& request) {
  if constexpr (requires { request.request_id(); }) {
    return request.request_id();
  } else {
    return std::nullopt;
  }
}

// The longest that a call may ask to be waited for; longer is taken as this.
inline constexpr absl::Duration kLongestDeadline = absl::Minutes(10);

// Thread-safe. All that it is given is borrowed and must outlive it.
class Dispatch {
 public:
  Dispatch(core::UnitOfWork& work, WorkerPool& pool, ops::JsonLog& log,
           metrics::Metrics& metrics, const model::Clock& clock,
           const access::Limits& limits, Sandbox* sandbox = nullptr);

  // A method that reads: `body(view, request, response)` on a snapshot.
  template <typename Request, typename Response, typename Body>
  grpc::ServerUnaryReactor* Read(grpc::CallbackServerContext* context,
                                 const char* method, const Request* request,
                                 Response* response, Body body) {
    return RunLetIn(
        context, method, RequestIdOf(*request), [=, this](const Call& call) {
          return ReadNow(call, *request, [&](const core::View& view) {
            return body(view, *request, *response);
          });
        });
  }

  // The same for an answer with texts for people: `body(view, language,
  // request, response)`.
  template <typename Request, typename Response, typename Body>
  grpc::ServerUnaryReactor* ReadInLanguage(grpc::CallbackServerContext* context,
                                           const char* method,
                                           const Request* request,
                                           Response* response, Body body) {
    return RunLetIn(
        context, method, RequestIdOf(*request), [=, this](const Call& call) {
          return ReadNow(call, *request, [&](const core::View& view) {
            return body(view, call.language, *request, *response);
          });
        });
  }

  // A method that changes: `body(mutation, request)` returns the response or an
  // error, in one transaction; request_id and validate_only are looked after.
  template <typename Request, typename Response, typename Body>
  grpc::ServerUnaryReactor* Mutate(grpc::CallbackServerContext* context,
                                   const char* method, const Request* request,
                                   Response* response, Body body) {
    return RunLetIn(context, method, RequestIdOf(*request),
                    [=, this](const Call& call) {
                      return MutateNow(call, *request, *response, body);
                    });
  }

  // The same on the thread of the caller, for a body of Run.
  absl::Status ReadNow(const Call& call,
                       const google::protobuf::Message& request,
                       absl::FunctionRef<absl::Status(const core::View&)> body);

  template <typename Request, typename Response, typename Body>
  absl::Status MutateNow(const Call& call, const Request& request,
                         Response& response, Body body) {
    constexpr bool kIsBatch = requires { request.requests_size(); };
    if constexpr (kIsBatch) {
      const absl::Status status = BoundBatch(request);
      if (!status.ok()) return status;
    }
    return Mutate(call, request, request.request_id(), request.validate_only(),
                  response,
                  [&](core::Mutation& mutation) -> absl::StatusOr<std::string> {
                    if constexpr (kIsBatch) {
                      const absl::Status status = CheckBatch(request);
                      if (!status.ok()) return status;
                    }
                    absl::StatusOr<Response> answer = body(mutation, request);
                    if (!answer.ok()) return answer.status();
                    return Serialize(*answer);
                  });
  }

  // A call of any other kind: `body(call)` on a worker, once the policy allows
  // the call.
  template <typename Request, typename Body>
  grpc::ServerUnaryReactor* Run(grpc::CallbackServerContext* context,
                                const char* method, const Request* request,
                                Body body) {
    return RunLetIn(
        context, method, RequestIdOf(*request), [=, this](const Call& call) {
          const absl::Status status =
              ReadNow(call, *request,
                      [](const core::View&) { return absl::OkStatus(); });
          return status.ok() ? body(call) : status;
        });
  }

  // For a stream, which says when it began and how it ended. LetIn and
  // TakeStream run on a worker.
  Call Begin(const grpc::CallbackServerContext& context, const char* method);
  // Who calls, and not too often.
  absl::Status LetIn(const grpc::CallbackServerContext& context, Call& call);
  absl::StatusOr<access::CallLimits::Permit> TakeStream(const Call& call) {
    return limits_.TakeStream(call.who.id);
  }
  void End(const Call& call, const absl::Status& status);

  core::UnitOfWork& work() { return work_; }
  WorkerPool& pool() { return pool_; }
  metrics::Metrics& metrics() { return metrics_; }
  // Null: no faults on purpose.
  Sandbox* sandbox() { return sandbox_; }
  // Calls ended so far.
  std::int64_t calls() const { return calls_.load(); }

  static std::string Serialize(const google::protobuf::Message& message);

 private:
  // `body(call)`, unless the sandbox has a fault for it.
  absl::Status CarryOut(const Call& call, bool is_change,
                        const std::function<absl::Status(const Call&)>& body);

  // Whether the token still counts and the policy allows the call, by what the
  // transaction of the call sees.
  absl::Status MayCall(const store::ReadTransaction& tx, const Call& call,
                       const google::protobuf::Message& request) const;

  // `body(call)` on a worker, when the caller is known. It has to ask the
  // policy itself. A call that can have a request_id is a change.
  grpc::ServerUnaryReactor* RunLetIn(
      grpc::CallbackServerContext* context, const char* method,
      std::optional<std::string> request_id,
      std::function<absl::Status(const Call&)> body);

  absl::Status Mutate(
      const Call& call, const google::protobuf::Message& request,
      const std::string& request_id, bool validate_only,
      google::protobuf::Message& response,
      absl::FunctionRef<absl::StatusOr<std::string>(core::Mutation&)> body);

  core::UnitOfWork& work_;
  WorkerPool& pool_;
  ops::JsonLog& log_;
  metrics::Metrics& metrics_;
  const model::Clock& clock_;
  core::Login login_;
  access::CallLimits limits_;
  Sandbox* const sandbox_;
  std::atomic<std::int64_t> calls_{0};
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_DISPATCH_H_
