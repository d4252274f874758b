// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A connection to a Twinaid server: one channel, a stub for each service, and
// calls with a deadline that are repeated where that is safe.
#ifndef TWINAID_CLIENT_LIB_CONNECTION_H_
#define TWINAID_CLIENT_LIB_CONNECTION_H_

#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/time/time.h"
#include "client/lib/retry.h"
#include "twinaid/v1/admin_service.grpc.pb.h"
#include "twinaid/v1/assistance_service.grpc.pb.h"
#include "twinaid/v1/correspondence_service.grpc.pb.h"
#include "twinaid/v1/inventory_service.grpc.pb.h"
#include "twinaid/v1/ledger_service.grpc.pb.h"
#include "twinaid/v1/matching_service.grpc.pb.h"
#include "twinaid/v1/registry_service.grpc.pb.h"
#include "twinaid/v1/report_service.grpc.pb.h"

namespace twinaid::client {

// PEM texts for TLS.
struct TlsTexts {
  bool on = false;
  std::string ca;           // empty: those that this machine trusts
  std::string certificate;  // the client's own; empty: none
  std::string key;
};

struct ConnectionOptions {
  // "127.0.0.1:7443" or "unix:/run/twinaid/twinaid.sock".
  std::string server;
  // Beyond this machine it has to be on: a token travels with each call.
  TlsTexts tls;
  // ID.SECRET, sent with each call; empty: none.
  std::string token;
  // Of one attempt of one call.
  absl::Duration timeout = absl::Seconds(20);
  // Sent as accept-language: "en" or "zh".
  std::string language = "en";
  RetryPolicy retry;
  // How to wait between attempts.
  std::function<void(absl::Duration)> sleep;
};

// Thread-safe, like the stubs.
class Connection {
 public:
  // Connects lazily: an unreachable server shows at the first call.
  explicit Connection(ConnectionOptions options);

  v1::AdminService::Stub& admin() { return *admin_; }
  v1::RegistryService::Stub& registry() { return *registry_; }
  v1::InventoryService::Stub& inventory() { return *inventory_; }
  v1::MatchingService::Stub& matching() { return *matching_; }
  v1::AssistanceService::Stub& assistance() { return *assistance_; }
  v1::CorrespondenceService::Stub& correspondence() { return *correspondence_; }
  v1::LedgerService::Stub& ledger() { return *ledger_; }
  v1::ReportService::Stub& report() { return *report_; }

  // One unary call: `Call(&RegistryService::Stub::GetPlace, registry(),
  // request, &response)`. A read, or a mutation that carries a request_id, is
  // tried again on UNAVAILABLE, and on UNKNOWN (outcome unknown) too if it
  // carries one; any other is tried once.
  template <typename Stub, typename Request, typename Response>
  grpc::Status Call(grpc::Status (Stub::*method)(grpc::ClientContext*,
                                                 const Request&, Response*),
                    Stub& stub, const Request& request, Response* response) {
    return Attempt(IsRepeatable(request), [&](grpc::ClientContext* context) {
      response->Clear();
      return (stub.*method)(context, request, response);
    });
  }

  // A context for a call that is made by hand, such as a stream: it carries
  // the language and the token, and no deadline.
  std::unique_ptr<grpc::ClientContext> NewContext() const;

  const std::string& server() const { return options_.server; }

 private:
  grpc::Status Attempt(
      bool repeatable,
      const std::function<grpc::Status(grpc::ClientContext*)>& once);

  ConnectionOptions options_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::AdminService::Stub> admin_;
  std::unique_ptr<v1::RegistryService::Stub> registry_;
  std::unique_ptr<v1::InventoryService::Stub> inventory_;
  std::unique_ptr<v1::MatchingService::Stub> matching_;
  std::unique_ptr<v1::AssistanceService::Stub> assistance_;
  std::unique_ptr<v1::CorrespondenceService::Stub> correspondence_;
  std::unique_ptr<v1::LedgerService::Stub> ledger_;
  std::unique_ptr<v1::ReportService::Stub> report_;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_LIB_CONNECTION_H_
