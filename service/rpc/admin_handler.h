// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// AdminService: principals, tokens, backups.
#ifndef TWINAID_SERVICE_RPC_ADMIN_HANDLER_H_
#define TWINAID_SERVICE_RPC_ADMIN_HANDLER_H_

#include <functional>
#include <utility>

#include "absl/status/statusor.h"
#include "service/rpc/dispatch.h"
#include "service/store/backup.h"
#include "twinaid/v1/admin_service.grpc.pb.h"

namespace twinaid::rpc {

// Copies the store to where the server keeps backups, with the errors of
// store::Backups.
using BackUp = std::function<absl::StatusOr<store::Backup>()>;

// Thread-safe. What it is given is borrowed.
class AdminHandler final : public v1::AdminService::CallbackService {
 public:
  // `back_up` is empty where backups are off.
  explicit AdminHandler(Dispatch& dispatch, BackUp back_up = nullptr)
      : dispatch_(dispatch), back_up_(std::move(back_up)) {}
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
  grpc::ServerUnaryReactor* CreateBackup(grpc::CallbackServerContext* context,
                                         const v1::CreateBackupRequest* request,
                                         v1::Backup* response) override;

 private:
  Dispatch& dispatch_;
  const BackUp back_up_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ADMIN_HANDLER_H_
