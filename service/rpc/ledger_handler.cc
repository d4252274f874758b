// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/ledger_handler.h"

#include "service/convert/event.h"
#include "service/convert/queries.h"
#include "service/core/ledger.h"
#include "service/model/status_macros.h"
#include "service/rpc/event_stream.h"
#include "service/rpc/paging.h"

namespace twinaid::rpc {

grpc::ServerUnaryReactor* LedgerHandler::ListEvents(
    grpc::CallbackServerContext* context, const v1::ListEventsRequest* request,
    v1::ListEventsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.LedgerService/ListEvents", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::EventQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.events(), *query, "ListEvents", q, r,
                        [&](const model::Event& event) {
                          *r.add_events() = convert::ToProto(event);
                        });
      });
}

grpc::ServerWriteReactor<v1::WatchEventsResponse>* LedgerHandler::WatchEvents(
    grpc::CallbackServerContext* context,
    const v1::WatchEventsRequest* request) {
  return new EventStream(dispatch_, hub_, *context,
                         "twinaid.v1.LedgerService/WatchEvents", *request);
}

grpc::ServerUnaryReactor* LedgerHandler::VerifyLedger(
    grpc::CallbackServerContext* context,
    const v1::VerifyLedgerRequest* request,
    v1::VerifyLedgerResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.LedgerService/VerifyLedger", request, response,
      [](const core::View& view, const auto&, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const core::LedgerVerdict verdict,
                                 core::VerifyLedger(view));
        r.set_events(verdict.events);
        r.set_head_hash(verdict.head_hash);
        r.set_intact(verdict.broken_seq == 0);
        r.set_broken_seq(verdict.broken_seq);
        return absl::OkStatus();
      });
}

}  // namespace twinaid::rpc
