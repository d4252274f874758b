// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A real server on a database of its own, and real stubs to call it.
#ifndef TWINAID_TESTS_SERVICE_RPC_HARNESS_H_
#define TWINAID_TESTS_SERVICE_RPC_HARNESS_H_

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpcpp/grpcpp.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "service/ops/json_log.h"
#include "service/ops/options.h"
#include "service/ops/random_id_generator.h"
#include "service/ops/system_clock.h"
#include "service/rpc/server.h"
#include "service/store/store.h"
#include "tests/service/rpc/hooked_store.h"
#include "twinaid/v1/admin_service.grpc.pb.h"
#include "twinaid/v1/assistance_service.grpc.pb.h"
#include "twinaid/v1/correspondence_service.grpc.pb.h"
#include "twinaid/v1/inventory_service.grpc.pb.h"
#include "twinaid/v1/ledger_service.grpc.pb.h"
#include "twinaid/v1/matching_service.grpc.pb.h"
#include "twinaid/v1/registry_service.grpc.pb.h"
#include "twinaid/v1/report_service.grpc.pb.h"

namespace twinaid::rpc {

// What an error said.
struct Fault {
  grpc::StatusCode code = grpc::StatusCode::OK;
  int error_infos = 0;
  std::string reason;
  std::string field;  // of BadRequest
  std::string text;   // of LocalizedMessage
  std::string locale;
  bool retry_info = false;
};
Fault FaultOf(const grpc::Status& status);

// In a folder of its own that goes with it. At its end it reads what the server
// wrote, database and log, and finds none of the secrets that were issued.
class Harness {
 public:
  Harness();
  ~Harness();

  // Stops the server and starts another on the same database.
  void Restart();
  // The same, with what `change` makes of the options.
  void Restart(const std::function<void(ops::Options&)>& change);
  // Ends the server; the database stays.
  void Stop();

  // A context with a deadline that no healthy call meets, of an admin.
  std::unique_ptr<grpc::ClientContext> Context() const {
    return Context(token_);
  }
  // The same with another token, or with none if it is empty.
  std::unique_ptr<grpc::ClientContext> Context(const std::string& token) const;
  // ID.SECRET of principals/admin.
  const std::string& token() const { return token_; }
  // Makes a token of a principal, through the server.
  v1::Token Issue(const std::string& principal);
  // A secret, ID.SECRET, that must not be found at the end.
  void KeepOut(const std::string& token) { issued_.push_back(token); }

  v1::AdminService::Stub& admin() { return *admin_; }
  v1::RegistryService::Stub& registry() { return *registry_; }
  v1::InventoryService::Stub& inventory() { return *inventory_; }
  v1::MatchingService::Stub& matching() { return *matching_; }
  v1::AssistanceService::Stub& assistance() { return *assistance_; }
  v1::CorrespondenceService::Stub& correspondence() { return *correspondence_; }
  v1::ReportService::Stub& report() { return *report_; }
  v1::LedgerService::Stub& ledger() { return *ledger_; }
  const std::shared_ptr<grpc::Channel>& channel() { return channel_; }
  // Comes before each write of the server, on the thread that writes; an error
  // is the answer of the store. nullptr takes it away, and so does a
  // restart.
  void BeforeWrite(std::function<absl::Status()> hook);
  const ops::Options& options() const { return options_; }
  const std::string& folder() const { return folder_; }
  // What the servers have logged so far.
  std::string Log() const;
  store::Store& store() { return *store_; }
  Server& server() { return *server_; }
  metrics::Metrics& metrics() { return metrics_; }

  // places/wuxi and places/san-antonio, sisters; items/mask, items/suit; the
  // first offers 100 masks (offers/o1), the second needs 60 (needs/n1).
  void MakeSisters();
  // How many events the ledger has.
  std::int64_t Events();
  // Runs a round of schemes/default to its end.
  v1::Round RunRound();

 private:
  void Start();
  void LookForSecrets() const;

  std::string folder_;
  ops::Options options_;
  ops::SystemClock clock_;
  ops::RandomIdGenerator ids_;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> log_file_;
  ops::JsonLog log_;
  metrics::Metrics metrics_{"test", absl::UnixEpoch()};
  std::vector<std::string> issued_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<HookedStore> hooked_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::string token_;
  std::unique_ptr<v1::AdminService::Stub> admin_;
  std::unique_ptr<v1::RegistryService::Stub> registry_;
  std::unique_ptr<v1::InventoryService::Stub> inventory_;
  std::unique_ptr<v1::MatchingService::Stub> matching_;
  std::unique_ptr<v1::AssistanceService::Stub> assistance_;
  std::unique_ptr<v1::CorrespondenceService::Stub> correspondence_;
  std::unique_ptr<v1::ReportService::Stub> report_;
  std::unique_ptr<v1::LedgerService::Stub> ledger_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_TESTS_SERVICE_RPC_HARNESS_H_
