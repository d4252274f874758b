// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// ReportService: what the inventory and the matches come to.
#ifndef TWINAID_SERVICE_RPC_REPORT_HANDLER_H_
#define TWINAID_SERVICE_RPC_REPORT_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "twinaid/v1/report_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class ReportHandler final : public v1::ReportService::CallbackService {
 public:
  explicit ReportHandler(Dispatch& dispatch) : dispatch_(dispatch) {}
  grpc::ServerUnaryReactor* ListCoverage(
      grpc::CallbackServerContext* context,
      const v1::ListCoverageRequest* request,
      v1::ListCoverageResponse* response) override;
  grpc::ServerUnaryReactor* ListOpenNeeds(
      grpc::CallbackServerContext* context,
      const v1::ListOpenNeedsRequest* request,
      v1::ListOpenNeedsResponse* response) override;
  grpc::ServerUnaryReactor* ListDeliveries(
      grpc::CallbackServerContext* context,
      const v1::ListDeliveriesRequest* request,
      v1::ListDeliveriesResponse* response) override;
  grpc::ServerUnaryReactor* ListBalances(
      grpc::CallbackServerContext* context,
      const v1::ListBalancesRequest* request,
      v1::ListBalancesResponse* response) override;
  grpc::ServerUnaryReactor* ListDonations(
      grpc::CallbackServerContext* context,
      const v1::ListDonationsRequest* request,
      v1::ListDonationsResponse* response) override;
  grpc::ServerUnaryReactor* ListContributions(
      grpc::CallbackServerContext* context,
      const v1::ListContributionsRequest* request,
      v1::ListContributionsResponse* response) override;

 private:
  Dispatch& dispatch_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_REPORT_HANDLER_H_
