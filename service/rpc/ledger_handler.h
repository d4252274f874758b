// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// LedgerService: the events, listed, watched and verified.
#ifndef TWINAID_SERVICE_RPC_LEDGER_HANDLER_H_
#define TWINAID_SERVICE_RPC_LEDGER_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "service/rpc/event_hub.h"
#include "service/rpc/event_stream.h"
#include "twinaid/v1/ledger_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class LedgerHandler final : public v1::LedgerService::CallbackService {
 public:
  LedgerHandler(Dispatch& dispatch, EventHub& hub, StreamLimits limits)
      : dispatch_(dispatch), hub_(hub), limits_(limits) {}

  grpc::ServerUnaryReactor* ListEvents(
      grpc::CallbackServerContext* context,
      const v1::ListEventsRequest* request,
      v1::ListEventsResponse* response) override;
  grpc::ServerWriteReactor<v1::WatchEventsResponse>* WatchEvents(
      grpc::CallbackServerContext* context,
      const v1::WatchEventsRequest* request) override;
  grpc::ServerUnaryReactor* GetLedgerHead(
      grpc::CallbackServerContext* context,
      const v1::GetLedgerHeadRequest* request,
      v1::LedgerHead* response) override;
  grpc::ServerUnaryReactor* VerifyLedger(
      grpc::CallbackServerContext* context,
      const v1::VerifyLedgerRequest* request,
      v1::VerifyLedgerResponse* response) override;

 private:
  Dispatch& dispatch_;
  EventHub& hub_;
  const StreamLimits limits_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_LEDGER_HANDLER_H_
