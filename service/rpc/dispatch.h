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
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/access/call_limits.h"
#include "service/convert/bytes.h"
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
  absl::Duration began;     // by Clock::Elapsed
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
    return ReadLetIn(context, method, *request,
                     [=](const core::View& view, const Call&) {
                       return body(view, *request, *response);
                     });
  }

  // The same for a body that takes no more than a few reads by key.
  template <typename Request, typename Response, typename Body>
  grpc::ServerUnaryReactor* ReadByKey(grpc::CallbackServerContext* context,
                                      const char* method,
                                      const Request* request,
                                      Response* response, Body body) {
    return ReadLetIn(
        context, method, *request,
        [=](const core::View& view, const Call&) {
          return body(view, *request, *response);
        },
        Length::kShort);
  }

  // The same for an answer with texts for people: `body(view, language,
  // request, response)`.
  template <typename Request, typename Response, typename Body>
  grpc::ServerUnaryReactor* ReadInLanguage(grpc::CallbackServerContext* context,
                                           const char* method,
                                           const Request* request,
                                           Response* response, Body body) {
    return ReadLetIn(context, method, *request,
                     [=](const core::View& view, const Call& call) {
                       return body(view, call.language, *request, *response);
                     });
  }

  // A method that changes: `body(mutation, request)` returns the response or an
  // error, in one transaction; request_id and validate_only are looked after.
  template <typename Request, typename Response, typename Body>
  grpc::ServerUnaryReactor* Mutate(grpc::CallbackServerContext* context,
                                   const char* method, const Request* request,
                                   Response* response, Body body) {
    return MutateLetIn(
        context, method, [=] { return Bound(*request); }, *request,
        request->request_id(), request->validate_only(), *response,
        [=](core::Mutation& mutation) {
          return Answer<Response>(mutation, *request, body);
        });
  }

  // The same on the thread of the caller, for a body of Run.
  absl::Status ReadNow(const Call& call,
                       const google::protobuf::Message& request,
                       absl::FunctionRef<absl::Status(const core::View&)> body);

  template <typename Request, typename Response, typename Body>
  absl::Status MutateNow(const Call& call, const Request& request,
                         Response& response, Body body) {
    const absl::Status bound = Bound(request);
    if (!bound.ok()) return bound;
    return Mutate(call, request, request.request_id(), request.validate_only(),
                  response, [&](core::Mutation& mutation) {
                    return Answer<Response>(mutation, request, body);
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

 private:
  // What is asked before the writer takes it up.
  template <typename Request>
  static absl::Status Bound(const Request& request) {
    if constexpr (requires { request.requests_size(); }) {
      return BoundBatch(request);
    }
    return absl::OkStatus();
  }

  // What the body of a mutation answers, serialised.
  template <typename Response, typename Request, typename Body>
  static absl::StatusOr<std::string> Answer(core::Mutation& mutation,
                                            const Request& request,
                                            const Body& body) {
    if constexpr (requires { request.requests_size(); }) {
      const absl::Status status = CheckBatch(request);
      if (!status.ok()) return status;
    }
    absl::StatusOr<Response> answer = body(mutation, request);
    if (!answer.ok()) return answer.status();
    return convert::BytesOf(*answer);
  }

  // Whether the token still counts and the policy allows the call, by what the
  // transaction of the call sees.
  absl::Status MayCall(const store::ReadTransaction& tx, const Call& call,
                       const google::protobuf::Message& request) const;

  // A unary call that was let in: until it is finished it keeps its place among
  // those under way.
  struct Begun {
    Call call;
    grpc::ServerUnaryReactor* reactor = nullptr;
    access::CallLimits::Permit place;
    SandboxFault fault = SandboxFault::kNone;
  };
  // Logs, counts and answers, by the fault where the sandbox has one.
  void Finish(Begun& begun, const absl::Status& status);

  // Whether a call may run where gRPC hands it over.
  enum class Length { kShort, kAny };
  // `body(begun)` on a worker; it finishes the call, now or later, and has to
  // ask who calls and the policy itself. A call that can have a request_id is a
  // change.
  grpc::ServerUnaryReactor* BeginCall(
      grpc::CallbackServerContext* context, const char* method,
      const std::optional<std::string>& request_id,
      std::function<void(const std::shared_ptr<Begun>&)> body,
      Length length = Length::kAny);
  // The same when the caller is known.
  grpc::ServerUnaryReactor* BeginLetIn(
      grpc::CallbackServerContext* context, const char* method,
      const std::optional<std::string>& request_id,
      std::function<void(const std::shared_ptr<Begun>&)> body);
  // Who calls, the policy and `body(view, call)` on one snapshot.
  grpc::ServerUnaryReactor* ReadLetIn(
      grpc::CallbackServerContext* context, const char* method,
      const google::protobuf::Message& request,
      std::function<absl::Status(const core::View&, const Call&)> body,
      Length length = Length::kAny);
  // What is known of the caller from here on; and not too often.
  absl::Status Know(core::Identity identity, Call& call);
  // `body(call)`, and the call is finished by what it returns.
  grpc::ServerUnaryReactor* RunLetIn(
      grpc::CallbackServerContext* context, const char* method,
      const std::optional<std::string>& request_id,
      std::function<absl::Status(const Call&)> body);
  // A mutation: `check` and what comes before on a worker, `body` on the
  // store's thread, while no worker waits, and the answer on a worker again.
  grpc::ServerUnaryReactor* MutateLetIn(
      grpc::CallbackServerContext* context, const char* method,
      std::function<absl::Status()> check,
      const google::protobuf::Message& request, const std::string& request_id,
      bool validate_only, google::protobuf::Message& response,
      std::function<absl::StatusOr<std::string>(core::Mutation&)> body);

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
