// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// CorrespondenceService: contacts, consignees, letters.
#ifndef TWINAID_SERVICE_RPC_CORRESPONDENCE_HANDLER_H_
#define TWINAID_SERVICE_RPC_CORRESPONDENCE_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "twinaid/v1/correspondence_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class CorrespondenceHandler final
    : public v1::CorrespondenceService::CallbackService {
 public:
  explicit CorrespondenceHandler(Dispatch& dispatch) : dispatch_(dispatch) {}
  grpc::ServerUnaryReactor* GetContacts(
      grpc::CallbackServerContext* context,
      const v1::GetContactsRequest* request,
      v1::OrganizationContacts* response) override;
  grpc::ServerUnaryReactor* GetMatchContacts(
      grpc::CallbackServerContext* context,
      const v1::GetMatchContactsRequest* request,
      v1::MatchContacts* response) override;
  grpc::ServerUnaryReactor* SetConsignee(grpc::CallbackServerContext* context,
                                         const v1::SetConsigneeRequest* request,
                                         v1::MatchContacts* response) override;
  grpc::ServerUnaryReactor* CreateLetter(grpc::CallbackServerContext* context,
                                         const v1::CreateLetterRequest* request,
                                         v1::Letter* response) override;
  grpc::ServerUnaryReactor* GetLetter(grpc::CallbackServerContext* context,
                                      const v1::GetLetterRequest* request,
                                      v1::Letter* response) override;
  grpc::ServerUnaryReactor* ListLetters(
      grpc::CallbackServerContext* context,
      const v1::ListLettersRequest* request,
      v1::ListLettersResponse* response) override;

 private:
  Dispatch& dispatch_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_CORRESPONDENCE_HANDLER_H_
