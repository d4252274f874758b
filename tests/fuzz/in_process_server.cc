// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/in_process_server.h"

#include <chrono>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/core/round_runner.h"
#include "service/core/unit_of_work.h"
#include "service/ops/json_log.h"
#include "service/rpc/admin_handler.h"
#include "service/rpc/assistance_handler.h"
#include "service/rpc/correspondence_handler.h"
#include "service/rpc/dispatch.h"
#include "service/rpc/event_hub.h"
#include "service/rpc/inventory_handler.h"
#include "service/rpc/ledger_handler.h"
#include "service/rpc/matching_handler.h"
#include "service/rpc/registry_handler.h"
#include "service/rpc/report_handler.h"
#include "service/rpc/worker_pool.h"
#include "twinaid/v1/ledger_service.grpc.pb.h"

namespace twinaid::fuzz {
namespace {

constexpr int kWorkers = 1;
constexpr int kQueue = 64;
// More than any call takes, also under sanitizers.
constexpr std::chrono::seconds kPatience{60};
// Streams that were left end a little later than the next one begins.
constexpr int kWatchers = 4096;

// No run of the fuzzer is refused for being fast.
access::Limits Wide() {
  constexpr int kMany = 1'000'000'000;
  return {kMany, kMany, kQueue, kWatchers};
}

std::unique_ptr<grpc::ClientContext> ContextOf(const std::string& token,
                                               model::Language language) {
  auto context = std::make_unique<grpc::ClientContext>();
  context->AddMetadata("authorization", absl::StrCat("Bearer ", token));
  context->set_deadline(std::chrono::system_clock::now() + kPatience);
  if (language == model::Language::kChinese) {
    context->AddMetadata("accept-language", "zh");
  }
  return context;
}

}  // namespace

struct InProcessServer::State {
  State(store::Store& store_in, const model::Clock& clock,
        model::IdGenerator& ids)
      : store(store_in),
        log(nullptr, clock),
        work(store_in, clock, ids),
        pool(kWorkers, kQueue),
        hub(kWatchers),
        dispatch(work, pool, log, metrics, clock, Wide()),
        runner(work, [](const model::RoundName&, const absl::Status&) {}),
        admin(dispatch),
        registry(dispatch),
        inventory(dispatch),
        matching(dispatch, runner, clock),
        assistance(dispatch),
        ledger(dispatch, hub, {}),
        report(dispatch),
        correspondence(dispatch) {
    store.SetCommitListener([this](std::int64_t seq) { hub.Grew(seq); });
    grpc::ServerBuilder builder;
    builder.RegisterService(&admin);
    builder.RegisterService(&registry);
    builder.RegisterService(&inventory);
    builder.RegisterService(&matching);
    builder.RegisterService(&assistance);
    builder.RegisterService(&ledger);
    builder.RegisterService(&report);
    builder.RegisterService(&correspondence);
    server = builder.BuildAndStart();
    channel = server->InProcessChannel({});
    stub = std::make_unique<grpc::GenericStub>(channel);
    watcher = v1::LedgerService::NewStub(channel);
  }

  ~State() {
    store.SetCommitListener(nullptr);
    hub.Stop();
    server->Shutdown();
    server->Wait();
    pool.Stop();
    queue.Shutdown();
  }

  store::Store& store;
  ops::JsonLog log;
  metrics::Metrics metrics{"fuzz", absl::UnixEpoch()};
  core::UnitOfWork work;
  rpc::WorkerPool pool;
  rpc::EventHub hub;
  rpc::Dispatch dispatch;
  core::RoundRunner runner;
  rpc::AdminHandler admin;
  rpc::RegistryHandler registry;
  rpc::InventoryHandler inventory;
  rpc::MatchingHandler matching;
  rpc::AssistanceHandler assistance;
  rpc::LedgerHandler ledger;
  rpc::ReportHandler report;
  rpc::CorrespondenceHandler correspondence;
  std::unique_ptr<grpc::Server> server;
  std::shared_ptr<grpc::Channel> channel;
  grpc::CompletionQueue queue;
  std::unique_ptr<grpc::GenericStub> stub;
  std::unique_ptr<v1::LedgerService::Stub> watcher;
};

InProcessServer::InProcessServer(store::Store& store, const model::Clock& clock,
                                 model::IdGenerator& ids)
    : state_(std::make_unique<State>(store, clock, ids)) {}

InProcessServer::~InProcessServer() = default;

grpc::Status InProcessServer::Call(
    const google::protobuf::MethodDescriptor& method,
    const google::protobuf::Message& request, const std::string& token,
    google::protobuf::Message& response, model::Language language) {
  const auto context = ContextOf(token, language);
  const std::string path =
      absl::StrCat("/", method.service()->full_name(), "/", method.name());
  const grpc::Slice sent(request.SerializeAsString());
  const auto call = state_->stub->PrepareUnaryCall(
      context.get(), path, grpc::ByteBuffer(&sent, 1), &state_->queue);
  call->StartCall();
  grpc::ByteBuffer answer;
  grpc::Status status;
  call->Finish(&answer, &status, this);
  void* tag = nullptr;
  bool done = false;
  state_->queue.Next(&tag, &done);
  if (!status.ok()) return status;
  grpc::Slice received;
  if (!answer.DumpToSingleSlice(&received).ok() ||
      !response.ParseFromArray(received.begin(),
                               static_cast<int>(received.size()))) {
    return {grpc::StatusCode::UNKNOWN, "an answer that cannot be read"};
  }
  return status;
}

Watched InProcessServer::Watch(const v1::WatchEventsRequest& request,
                               const std::string& token, std::size_t most,
                               model::Language language) {
  const auto context = ContextOf(token, language);
  Watched watched;
  const auto reader = state_->watcher->WatchEvents(context.get(), request);
  v1::WatchEventsResponse response;
  while (watched.responses.size() < most && reader->Read(&response)) {
    watched.responses.push_back(response);
  }
  if (watched.responses.size() == most) context->TryCancel();
  watched.status = reader->Finish();
  return watched;
}

}  // namespace twinaid::fuzz
