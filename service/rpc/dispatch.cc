// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/dispatch.h"

#include <chrono>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/access/authenticate.h"
#include "service/access/token_text.h"
#include "service/convert/bytes.h"
#include "service/core/context.h"
#include "service/model/names.h"
#include "service/model/sha256.h"
#include "service/model/status_macros.h"
#include "service/policy/authorize.h"
#include "service/rpc/address.h"
#include "service/rpc/error_log.h"
#include "service/rpc/status_mapping.h"
#include "service/rpc/trace_context.h"

namespace twinaid::rpc {
namespace {

// Finished by whoever carries out the call; deletes itself.
class UnaryReactor final : public grpc::ServerUnaryReactor {
 public:
  void OnDone() override { delete this; }
  bool cancelled() const { return cancelled_.load(); }

 private:
  // The worker still finishes the call: it looks at this before it begins.
  void OnCancel() override { cancelled_.store(true); }
  std::atomic<bool> cancelled_{false};
};

absl::string_view Metadata(const grpc::CallbackServerContext& context,
                           const char* key) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(key);
  if (found == metadata.end()) return "";
  return absl::string_view(found->second.data(), found->second.size());
}

// Whose places among the waiting calls a call takes: those of the token that it
// names, from this address; without one, those of the address.
std::string PlacesOf(const grpc::CallbackServerContext& context,
                     const std::string& address) {
  const auto token =
      access::ParseAuthorization(Metadata(context, "authorization"));
  return token.ok() ? absl::StrCat(token->id.value(), " ", address) : address;
}

bool HasDeadline(const grpc::CallbackServerContext& context) {
  // gRPC says "never" as the farthest moment there is.
  return context.deadline() < std::chrono::system_clock::time_point::max() -
                                  std::chrono::hours(24 * 365);
}

// What makes two requests the same one: all but the request_id.
std::string HashOfRequest(const google::protobuf::Message& request) {
  const std::unique_ptr<google::protobuf::Message> copy(request.New());
  copy->CopyFrom(request);
  const auto* field = copy->GetDescriptor()->FindFieldByName("request_id");
  if (field != nullptr) copy->GetReflection()->ClearField(copy.get(), field);
  return model::Sha256Hex(convert::BytesOf(*copy));
}

core::RequestKey KeyOf(const Call& call,
                       const google::protobuf::Message& request,
                       const std::string& request_id) {
  core::RequestKey key;
  key.method = call.method;
  key.request_id = request_id;
  if (!request_id.empty()) key.request_hash = HashOfRequest(request);
  return key;
}

absl::Status TakeAnswer(const absl::StatusOr<std::string>& answer,
                        google::protobuf::Message& response) {
  if (!answer.ok()) return answer.status();
  if (!response.ParseFromString(*answer)) {
    return absl::InternalError("a stored answer cannot be read");
  }
  return absl::OkStatus();
}

}  // namespace

Dispatch::Dispatch(core::UnitOfWork& work, WorkerPool& pool, ops::JsonLog& log,
                   metrics::Metrics& metrics, const model::Clock& clock,
                   const access::Limits& limits, Sandbox* sandbox)
    : work_(work),
      pool_(pool),
      log_(log),
      metrics_(metrics),
      clock_(clock),
      login_(work, clock),
      limits_(limits, clock),
      sandbox_(sandbox) {}

Call Dispatch::Begin(const grpc::CallbackServerContext& context,
                     const char* method) {
  Call call;
  call.method = method;
  call.language = LanguageOf(Metadata(context, "accept-language"));
  call.began = clock_.Elapsed();
  call.traceparent = std::string(TraceParent(Metadata(context, "traceparent")));
  call.peer = context.peer();
  call.address = AddressOf(call.peer, Metadata(context, "x-real-ip"));
  return call;
}

absl::Status Dispatch::LetIn(const grpc::CallbackServerContext& context,
                             Call& call) {
  TWINAID_ASSIGN_OR_RETURN(
      core::Identity identity,
      login_.Identify(Metadata(context, "authorization"), call.address));
  return Know(std::move(identity), call);
}

absl::Status Dispatch::Know(core::Identity identity, Call& call) {
  call.who = std::move(identity.who);
  call.token = std::move(identity.token);
  call.caller.principal = model::ToName(call.who.id);
  return limits_.CountCall(call.who.id);
}

void Dispatch::End(const Call& call, const absl::Status& status) {
  calls_.fetch_add(1);
  const absl::Duration took = clock_.Elapsed() - call.began;
  metrics_.CallEnded(call.method, status.code(), took);
  std::vector<ops::Field> fields = {
      {"method", call.method},
      {"micros", absl::StrCat(absl::ToInt64Microseconds(took))},
      {"peer", call.peer},
      {"principal", call.caller.principal}};
  if (!call.request_id.empty()) {
    fields.emplace_back("request_id", call.request_id);
  }
  if (!call.traceparent.empty()) {
    fields.emplace_back("traceparent", call.traceparent);
  }
  for (ops::Field& field : FieldsOf(status)) {
    fields.push_back(std::move(field));
  }
  log_.Write(LevelOf(status), "call", fields);
}

absl::Status Dispatch::MayCall(const store::ReadTransaction& tx,
                               const Call& call,
                               const google::protobuf::Message& request) const {
  TWINAID_ASSIGN_OR_RETURN(
      const model::Principal who,
      access::StillAuthentic(tx, call.token, clock_.Now()));
  return policy::Authorize(tx, who, call.method, request);
}

void Dispatch::Finish(Begun& begun, const absl::Status& status) {
  const absl::Status told = status.ok() ? ErrorOf(begun.fault) : status;
  // Before the answer: whoever has it may call again at once. What holds the
  // call may live on for a moment.
  begun.place = access::CallLimits::Permit();
  End(begun.call, told);
  begun.reactor->Finish(ToGrpc(told, begun.call.language));
}

grpc::ServerUnaryReactor* Dispatch::BeginCall(
    grpc::CallbackServerContext* context, const char* method,
    const std::optional<std::string>& request_id,
    std::function<void(const std::shared_ptr<Begun>&)> body, Length length) {
  auto* reactor = new UnaryReactor;
  const auto begun = std::make_shared<Begun>();
  begun->call = Begin(*context, method);
  begun->call.request_id = std::string(ShownRequestId(request_id.value_or("")));
  const bool is_change = request_id.has_value();
  begun->reactor = reactor;
  if (!HasDeadline(*context)) {
    Finish(*begun, DeadlineRequired());
    return reactor;
  }
  auto place = limits_.TakePlace(PlacesOf(*context, begun->call.address));
  if (!place.ok()) {
    Finish(*begun, place.status());
    return reactor;
  }
  begun->place = *std::move(place);
  metrics_.CallWaits();
  auto carry_out = [=, this, body = std::move(body)] {
    metrics_.CallWaitsNoMore();
    if (reactor->cancelled()) return Finish(*begun, CallCancelled());
    const bool waited_long =
        clock_.Elapsed() - begun->call.began >= kLongestDeadline;
    if (waited_long ||
        context->deadline() <= std::chrono::system_clock::now()) {
      return Finish(*begun, DeadlineOver());
    }
    if (sandbox_ != nullptr) begun->fault = sandbox_->Draw(is_change);
    if (IsBefore(begun->fault)) return Finish(*begun, absl::OkStatus());
    metrics_.CallRuns();
    body(begun);
    metrics_.CallRunsNoMore();
  };
  const bool taken = length == Length::kShort
                         ? pool_.RunOrSubmit(std::move(carry_out))
                         : pool_.Submit(std::move(carry_out));
  if (taken) return reactor;
  metrics_.CallWaitsNoMore();
  Finish(*begun, ServerBusy());
  return reactor;
}

grpc::ServerUnaryReactor* Dispatch::BeginLetIn(
    grpc::CallbackServerContext* context, const char* method,
    const std::optional<std::string>& request_id,
    std::function<void(const std::shared_ptr<Begun>&)> body) {
  return BeginCall(context, method, request_id,
                   [this, context, body = std::move(body)](const auto& begun) {
                     const absl::Status let_in = LetIn(*context, begun->call);
                     let_in.ok() ? body(begun) : Finish(*begun, let_in);
                   });
}

grpc::ServerUnaryReactor* Dispatch::ReadLetIn(
    grpc::CallbackServerContext* context, const char* method,
    const google::protobuf::Message& request,
    std::function<absl::Status(const core::View&, const Call&)> body,
    Length length) {
  // Who is not known is looked for, and a failed login is written down.
  if (!login_.IsKnown(Metadata(*context, "authorization"))) {
    length = Length::kAny;
  }
  return BeginCall(
      context, method, std::nullopt,
      [this, context, &request, body = std::move(body)](const auto& begun) {
        Call& call = begun->call;
        const auto read = [&](const core::View& view,
                              core::Identity identity) -> absl::Status {
          TWINAID_RETURN_IF_ERROR(Know(std::move(identity), call));
          TWINAID_RETURN_IF_ERROR(
              policy::Authorize(view.tx, call.who, call.method, request));
          return body({view.tx, view.now, call.caller}, call);
        };
        Finish(*begun,
               login_.IdentifyAndRead(Metadata(*context, "authorization"),
                                      call.address, read));
      },
      length);
}

grpc::ServerUnaryReactor* Dispatch::RunLetIn(
    grpc::CallbackServerContext* context, const char* method,
    const std::optional<std::string>& request_id,
    std::function<absl::Status(const Call&)> body) {
  return BeginLetIn(context, method, request_id,
                    [this, body = std::move(body)](const auto& begun) {
                      Finish(*begun, body(begun->call));
                    });
}

grpc::ServerUnaryReactor* Dispatch::MutateLetIn(
    grpc::CallbackServerContext* context, const char* method,
    std::function<absl::Status()> check,
    const google::protobuf::Message& request, const std::string& request_id,
    bool validate_only, google::protobuf::Message& response,
    std::function<absl::StatusOr<std::string>(core::Mutation&)> body) {
  return BeginLetIn(
      context, method, request_id,
      [=, this, &request, &request_id, &response](const auto& begun) {
        if (const absl::Status status = check(); !status.ok()) {
          return Finish(*begun, status);
        }
        core::UnitOfWork::LaterMutation mutation;
        mutation.caller = begun->call.caller;
        mutation.key = KeyOf(begun->call, request, request_id);
        mutation.validate_only = validate_only;
        mutation.permit = [this, begun,
                           &request](const store::ReadTransaction& tx) {
          return MayCall(tx, begun->call, request);
        };
        mutation.body = body;
        mutation.done = [this, begun,
                         &response](const absl::StatusOr<std::string>& answer) {
          pool_.Resume([this, begun, &response, answer] {
            Finish(*begun, TakeAnswer(answer, response));
          });
        };
        pool_.Suspend();
        work_.MutateLater(std::move(mutation));
      });
}

absl::Status Dispatch::ReadNow(
    const Call& call, const google::protobuf::Message& request,
    absl::FunctionRef<absl::Status(const core::View&)> body) {
  return work_.Read(call.caller, [&](const core::View& view) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(MayCall(view.tx, call, request));
    return body(view);
  });
}

absl::Status Dispatch::Mutate(
    const Call& call, const google::protobuf::Message& request,
    const std::string& request_id, bool validate_only,
    google::protobuf::Message& response,
    absl::FunctionRef<absl::StatusOr<std::string>(core::Mutation&)> body) {
  return TakeAnswer(
      work_.Mutate(
          call.caller, KeyOf(call, request, request_id), validate_only,
          [&](const store::ReadTransaction& tx) {
            return MayCall(tx, call, request);
          },
          body),
      response);
}

}  // namespace twinaid::rpc
