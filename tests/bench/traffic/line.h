// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A connection to a server and the stubs on it.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_LINE_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_LINE_H_

#include <grpcpp/grpcpp.h>

#include <string>

#include "twinaid/v1/assistance_service.grpc.pb.h"
#include "twinaid/v1/inventory_service.grpc.pb.h"
#include "twinaid/v1/ledger_service.grpc.pb.h"
#include "twinaid/v1/matching_service.grpc.pb.h"

namespace twinaid::bench {

// Thread-safe. Each has a connection of its own.
class Line {
 public:
  Line(const std::string& address, const std::string& token);

  // The token and a deadline that no call should meet.
  void Prepare(grpc::ClientContext& context) const;

  const std::shared_ptr<grpc::Channel> channel;
  v1::AssistanceService::Stub assistance;
  v1::InventoryService::Stub inventory;
  v1::LedgerService::Stub ledger;
  v1::MatchingService::Stub matching;

 private:
  const std::string authorization_;
};

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_LINE_H_
