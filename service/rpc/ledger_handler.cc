// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/ledger_handler.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "service/convert/event.h"
#include "service/convert/queries.h"
#include "service/core/ledger.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/rpc/paging.h"

namespace twinaid::rpc {
namespace {

constexpr std::size_t kHashDigits = 64;

// The head that a caller kept; none where it gave none.
absl::StatusOr<std::optional<core::LedgerHead>> KeptOf(
    const v1::VerifyLedgerRequest& request) {
  if (!request.has_kept()) return std::optional<core::LedgerHead>();
  const v1::LedgerHead& kept = request.kept();
  if (kept.seq() < 1) {
    return model::OutOfRange("kept.seq", kept.seq(), 1,
                             std::numeric_limits<std::int64_t>::max());
  }
  const bool is_hash =
      kept.hash().size() == kHashDigits &&
      kept.hash().find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_hash) {
    return model::InvalidValue("kept.hash", model::Shown(kept.hash(), 100),
                               "64 hexadecimal digits, as GetLedgerHead gave",
                               "GetLedgerHead 给出的 64 位十六进制数字");
  }
  return std::optional<core::LedgerHead>({kept.seq(), kept.hash()});
}

}  // namespace

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
                         "twinaid.v1.LedgerService/WatchEvents", *request,
                         limits_);
}

grpc::ServerUnaryReactor* LedgerHandler::GetLedgerHead(
    grpc::CallbackServerContext* context,
    const v1::GetLedgerHeadRequest* request, v1::LedgerHead* response) {
  return dispatch_.Read(
      context, "twinaid.v1.LedgerService/GetLedgerHead", request, response,
      [](const core::View& view, const auto&, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const core::LedgerHead head,
                                 core::GetLedgerHead(view));
        r.set_seq(head.seq);
        r.set_hash(head.hash);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* LedgerHandler::VerifyLedger(
    grpc::CallbackServerContext* context,
    const v1::VerifyLedgerRequest* request,
    v1::VerifyLedgerResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.LedgerService/VerifyLedger", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto kept, KeptOf(q));
        TWINAID_ASSIGN_OR_RETURN(const core::LedgerVerdict verdict,
                                 core::VerifyLedger(view, kept));
        r.set_kept_found(verdict.kept_found);
        r.set_events(verdict.events);
        r.set_head_hash(verdict.head_hash);
        r.set_intact(verdict.broken_seq == 0);
        r.set_broken_seq(verdict.broken_seq);
        return absl::OkStatus();
      });
}

}  // namespace twinaid::rpc
