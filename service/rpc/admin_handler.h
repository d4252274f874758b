// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// AdminService: principals and tokens.
#ifndef TWINAID_SERVICE_RPC_ADMIN_HANDLER_H_
#define TWINAID_SERVICE_RPC_ADMIN_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "twinaid/v1/admin_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class AdminHandler final : public v1::AdminService::CallbackService {
 public:
  explicit AdminHandler(Dispatch& dispatch) : dispatch_(dispatch) {}
  grpc::ServerUnaryReactor* WhoAmI(grpc::CallbackServerContext* context,
                                   const v1::WhoAmIRequest* request,
                                   v1::Principal* response) override;
  grpc::ServerUnaryReactor* GetPrincipal(grpc::CallbackServerContext* context,
                                         const v1::GetPrincipalRequest* request,
                                         v1::Principal* response) override;
  grpc::ServerUnaryReactor* ListPrincipals(
      grpc::CallbackServerContext* context,
      const v1::ListPrincipalsRequest* request,
      v1::ListPrincipalsResponse* response) override;
  grpc::ServerUnaryReactor* CreatePrincipal(
      grpc::CallbackServerContext* context,
      const v1::CreatePrincipalRequest* request,
      v1::Principal* response) override;
  grpc::ServerUnaryReactor* UpdatePrincipal(
      grpc::CallbackServerContext* context,
      const v1::UpdatePrincipalRequest* request,
      v1::Principal* response) override;
  grpc::ServerUnaryReactor* ListTokens(
      grpc::CallbackServerContext* context,
      const v1::ListTokensRequest* request,
      v1::ListTokensResponse* response) override;
  grpc::ServerUnaryReactor* CreateToken(grpc::CallbackServerContext* context,
                                        const v1::CreateTokenRequest* request,
                                        v1::Token* response) override;
  grpc::ServerUnaryReactor* RotateToken(grpc::CallbackServerContext* context,
                                        const v1::RotateTokenRequest* request,
                                        v1::Token* response) override;
  grpc::ServerUnaryReactor* RevokeToken(grpc::CallbackServerContext* context,
                                        const v1::RevokeTokenRequest* request,
                                        v1::Token* response) override;

 private:
  Dispatch& dispatch_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ADMIN_HANDLER_H_
