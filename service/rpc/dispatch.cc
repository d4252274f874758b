// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/dispatch.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <memory>

#include "absl/strings/str_cat.h"
#include "service/core/context.h"
#include "service/model/sha256.h"
#include "service/rpc/error_log.h"
#include "service/rpc/status_mapping.h"

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

absl::string_view AcceptLanguage(const grpc::CallbackServerContext& context) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find("accept-language");
  if (found == metadata.end()) return "";
  return absl::string_view(found->second.data(), found->second.size());
}

// What makes two requests the same one: all but the request_id.
std::string HashOfRequest(const google::protobuf::Message& request) {
  const std::unique_ptr<google::protobuf::Message> copy(request.New());
  copy->CopyFrom(request);
  const auto* field = copy->GetDescriptor()->FindFieldByName("request_id");
  if (field != nullptr) copy->GetReflection()->ClearField(copy.get(), field);
  return model::Sha256Hex(Dispatch::Serialize(*copy));
}

}  // namespace

Dispatch::Dispatch(core::UnitOfWork& work, WorkerPool& pool, ops::JsonLog& log,
                   const model::Clock& clock)
    : work_(work), pool_(pool), log_(log), clock_(clock) {}

std::string Dispatch::Serialize(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

Call Dispatch::Begin(const grpc::CallbackServerContext& context,
                     const char* method) {
  Call call;
  call.method = method;
  call.language = LanguageOf(AcceptLanguage(context));
  call.start = clock_.Now();
  call.peer = context.peer();
  call.caller.principal = core::kLocalPrincipal;
  return call;
}

void Dispatch::End(const Call& call, const absl::Status& status) {
  calls_.fetch_add(1);
  const std::int64_t micros =
      absl::ToInt64Microseconds(clock_.Now() - call.start);
  std::vector<ops::Field> fields = {{"method", call.method},
                                    {"micros", absl::StrCat(micros)},
                                    {"peer", call.peer},
                                    {"principal", call.caller.principal}};
  for (ops::Field& field : FieldsOf(status)) {
    fields.push_back(std::move(field));
  }
  log_.Write(LevelOf(status), "call", fields);
}

grpc::ServerUnaryReactor* Dispatch::Run(
    grpc::CallbackServerContext* context, const char* method,
    std::function<absl::Status(const Call&)> body) {
  auto* reactor = new UnaryReactor;
  const Call call = Begin(*context, method);
  const auto finish = [this, reactor, call](const absl::Status& status) {
    End(call, status);
    reactor->Finish(ToGrpc(status, call.language));
  };
  const bool taken = pool_.Submit([=, body = std::move(body)] {
    if (reactor->cancelled()) return finish(CallCancelled());
    if (context->deadline() <= std::chrono::system_clock::now()) {
      return finish(DeadlineOver());
    }
    finish(body(call));
  });
  if (!taken) finish(ServerBusy());
  return reactor;
}

absl::Status Dispatch::Mutate(
    const Call& call, const google::protobuf::Message& request,
    const std::string& request_id, bool validate_only,
    google::protobuf::Message& response,
    absl::FunctionRef<absl::StatusOr<std::string>(core::Mutation&)> body) {
  core::RequestKey key;
  key.method = call.method;
  key.request_id = request_id;
  if (!request_id.empty()) key.request_hash = HashOfRequest(request);
  const absl::StatusOr<std::string> answer =
      work_.Mutate(call.caller, key, validate_only, body);
  if (!answer.ok()) return answer.status();
  if (!response.ParseFromString(*answer)) {
    return absl::InternalError("a stored answer cannot be read");
  }
  return absl::OkStatus();
}

}  // namespace twinaid::rpc
