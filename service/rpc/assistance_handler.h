// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// AssistanceService: matches from proposal to receipt.
#ifndef TWINAID_SERVICE_RPC_ASSISTANCE_HANDLER_H_
#define TWINAID_SERVICE_RPC_ASSISTANCE_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "twinaid/v1/assistance_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class AssistanceHandler final : public v1::AssistanceService::CallbackService {
 public:
  explicit AssistanceHandler(Dispatch& dispatch) : dispatch_(dispatch) {}
  grpc::ServerUnaryReactor* GetMatch(grpc::CallbackServerContext* context,
                                     const v1::GetMatchRequest* request,
                                     v1::Match* response) override;
  grpc::ServerUnaryReactor* ListMatches(
      grpc::CallbackServerContext* context,
      const v1::ListMatchesRequest* request,
      v1::ListMatchesResponse* response) override;
  grpc::ServerUnaryReactor* GetInbox(grpc::CallbackServerContext* context,
                                     const v1::GetInboxRequest* request,
                                     v1::Inbox* response) override;
  grpc::ServerUnaryReactor* CreateMatch(grpc::CallbackServerContext* context,
                                        const v1::CreateMatchRequest* request,
                                        v1::Match* response) override;
  grpc::ServerUnaryReactor* AcceptMatch(grpc::CallbackServerContext* context,
                                        const v1::AcceptMatchRequest* request,
                                        v1::Match* response) override;
  grpc::ServerUnaryReactor* DeclineMatch(grpc::CallbackServerContext* context,
                                         const v1::DeclineMatchRequest* request,
                                         v1::Match* response) override;
  grpc::ServerUnaryReactor* WithdrawMatch(
      grpc::CallbackServerContext* context,
      const v1::WithdrawMatchRequest* request, v1::Match* response) override;
  grpc::ServerUnaryReactor* ReconsiderMatch(
      grpc::CallbackServerContext* context,
      const v1::ReconsiderMatchRequest* request, v1::Match* response) override;
  grpc::ServerUnaryReactor* CancelMatch(grpc::CallbackServerContext* context,
                                        const v1::CancelMatchRequest* request,
                                        v1::Match* response) override;
  grpc::ServerUnaryReactor* DispatchMatch(
      grpc::CallbackServerContext* context,
      const v1::DispatchMatchRequest* request, v1::Match* response) override;
  grpc::ServerUnaryReactor* ReceiveMatch(grpc::CallbackServerContext* context,
                                         const v1::ReceiveMatchRequest* request,
                                         v1::Match* response) override;

 private:
  Dispatch& dispatch_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ASSISTANCE_HANDLER_H_
