// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What gRPC alone answers: an inventory without anything behind it. It gives
// back messages of the size that twinaidd gives, over the same listener with
// the same limits and the same callback interface.
//
// With --workers each call is handed to a thread of twinaidd's pool and
// answered there; without, on the thread that gRPC called it by. Ends when its
// standard input does.
#include <grpcpp/grpcpp.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/rpc/server_limits.h"
#include "service/rpc/worker_pool.h"
#include "twinaid/v1/inventory_service.grpc.pb.h"

namespace twinaid::bench {
namespace {

constexpr int kQueue = 1024;

// A wrong answer that whoever drives calls must find.
enum class Plant { kNone, kName, kQuantity, kRefusal };

// What the server of a need fills in.
void FillOutputs(v1::Need& need) {
  need.set_state(v1::Need::OPEN);
  need.set_total(need.quantity());
  need.set_outstanding(need.quantity());
  need.set_open(need.quantity());
  need.set_substitutes(v1::Need::NONE);
  for (auto* time : {need.mutable_create_time(), need.mutable_update_time(),
                     need.mutable_confirm_time()}) {
    time->set_seconds(1'800'000'000);
    time->set_nanos(123'456'000);
  }
  need.set_etag("0123456789abcdef");
}

class Echo final : public v1::InventoryService::CallbackService {
 public:
  Echo(rpc::WorkerPool* pool, Plant plant) : pool_(pool), plant_(plant) {}

  grpc::ServerUnaryReactor* CreateNeed(grpc::CallbackServerContext* context,
                                       const v1::CreateNeedRequest* request,
                                       v1::Need* response) override {
    return Answer(context, [=, this] {
      *response = request->need();
      response->set_name(
          absl::StrCat(request->parent(), "/needs/", request->need_id()));
      FillOutputs(*response);
      if (plant_ == Plant::kQuantity) response->set_quantity(7'777);
    });
  }

  grpc::ServerUnaryReactor* GetNeed(grpc::CallbackServerContext* context,
                                    const v1::GetNeedRequest* request,
                                    v1::Need* response) override {
    return Answer(context, [=, this] {
      response->set_name(plant_ == Plant::kName ? "places/p-0/needs/n-x"
                                                : request->name());
      response->set_item("items/i-50");
      response->set_quantity(2'500);
      response->set_urgency(v1::HIGH);
      response->set_note(
          "Packed on pallets; the office asks for a call a day before it "
          "comes.");
      response->set_note_language("en");
      FillOutputs(*response);
    });
  }

 private:
  template <typename Fill>
  grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext* context,
                                   Fill fill) {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    const auto answer = [=, this] {
      fill();
      reactor->Finish(plant_ == Plant::kRefusal
                          ? grpc::Status(grpc::StatusCode::ABORTED, "planted")
                          : grpc::Status::OK);
    };
    if (pool_ == nullptr || !pool_->Submit(answer)) answer();
    return reactor;
  }

  rpc::WorkerPool* const pool_;
  const Plant plant_;
};

int Main(int argc, char** argv) {
  std::string ready_file;
  int workers = 0;
  Plant plant = Plant::kNone;
  CLI::App app("answers creates and gets of needs with nothing behind");
  app.add_option("--ready-file", ready_file)->required();
  app.add_option("--workers", workers);
  app.add_option("--plant", plant)
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Plant>{{"name", Plant::kName},
                                       {"quantity", Plant::kQuantity},
                                       {"refusal", Plant::kRefusal}}));
  CLI11_PARSE(app, argc, argv);
  std::unique_ptr<rpc::WorkerPool> pool;
  if (workers > 0) pool = std::make_unique<rpc::WorkerPool>(workers, kQueue);
  Echo echo(pool.get(), plant);
  grpc::ServerBuilder builder;
  rpc::AddLimits(builder);
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.RegisterService(&echo);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || port == 0) {
    std::cerr << "cannot listen on 127.0.0.1\n";
    return 1;
  }
  const std::string draft = ready_file + ".new";
  std::ofstream(draft) << "127.0.0.1:" << port << "\n";
  if (std::rename(draft.c_str(), ready_file.c_str()) != 0) return 1;
  while (std::cin.get() != std::char_traits<char>::eof()) {
  }
  server->Shutdown();
  return 0;
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) { return twinaid::bench::Main(argc, argv); }
