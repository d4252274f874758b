// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/assistance_handler.h"

#include <string>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/match.h"
#include "service/convert/queries.h"
#include "service/core/assistance.h"
#include "service/model/status_macros.h"
#include "service/rpc/paging.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

absl::StatusOr<model::MatchId> MatchOf(const std::string& name) {
  return model::ParseName<model::MatchId>(name);
}

absl::StatusOr<core::NewMatch> NewMatchOf(
    const v1::CreateMatchRequest& request) {
  const v1::Match& given = request.match();
  core::NewMatch match;
  TWINAID_ASSIGN_OR_RETURN(
      match.id, ChosenId<model::MatchId>(request.match_id(), "match_id"));
  TWINAID_ASSIGN_OR_RETURN(match.need, convert::FromNestedName<model::NeedName>(
                                           given.need(), "match.need"));
  TWINAID_ASSIGN_OR_RETURN(
      match.offer,
      convert::FromNestedName<model::OfferName>(given.offer(), "match.offer"));
  match.quantity = model::BaseUnits(given.quantity());
  TWINAID_ASSIGN_OR_RETURN(match.origin, convert::FromEnum<model::MatchOrigin>(
                                             given.origin(), "match.origin"));
  if (match.origin == model::MatchOrigin::kRound) {
    return model::InvalidValue("match.origin", "ROUND", "MANUAL or RECORDED",
                               "MANUAL 或 RECORDED");
  }
  if (request.has_received_time()) {
    TWINAID_ASSIGN_OR_RETURN(
        match.happened,
        convert::FromProto(request.received_time(), "received_time"));
  }
  match.note = request.note();
  return match;
}

absl::StatusOr<core::NewReceipt> ReceiptOf(
    const v1::ReceiveMatchRequest& request) {
  core::NewReceipt receipt;
  receipt.received = model::BaseUnits(request.received());
  TWINAID_ASSIGN_OR_RETURN(receipt.missing,
                           convert::FromMissing(request.missing()));
  receipt.note = request.note();
  receipt.close = request.close();
  TWINAID_ASSIGN_OR_RETURN(
      receipt.close_reason,
      convert::FromEnumOr(request.close_reason(), model::Reason::kNone,
                          "close_reason"));
  receipt.documents = convert::FromDocuments(request.documents());
  return receipt;
}

// A use case that ends a match for a reason.
using EndMatch = absl::StatusOr<model::Match>(core::Mutation&,
                                              const model::MatchId&,
                                              absl::string_view etag,
                                              model::Reason,
                                              absl::string_view note);

template <typename Request>
absl::StatusOr<v1::Match> EndedFor(EndMatch end, core::Mutation& m,
                                   const Request& request) {
  TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(request.name()));
  TWINAID_ASSIGN_OR_RETURN(
      const model::Reason reason,
      convert::FromEnum<model::Reason>(request.reason(), "reason"));
  TWINAID_ASSIGN_OR_RETURN(const model::Match row,
                           end(m, id, request.etag(), reason, request.note()));
  return convert::ToProto(row);
}

}  // namespace

grpc::ServerUnaryReactor* AssistanceHandler::GetMatch(
    grpc::CallbackServerContext* context, const v1::GetMatchRequest* request,
    v1::Match* response) {
  return dispatch_.Read(
      context, "twinaid.v1.AssistanceService/GetMatch", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Match row,
                                 core::GetMatch(view, id));
        r = convert::ToProto(row);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::ListMatches(
    grpc::CallbackServerContext* context, const v1::ListMatchesRequest* request,
    v1::ListMatchesResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.AssistanceService/ListMatches", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::MatchQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.matches(), *query,
                        "twinaid.v1.AssistanceService/ListMatches", q, r,
                        [&](const model::Match& row) {
                          *r.add_matches() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::CreateMatch(
    grpc::CallbackServerContext* context, const v1::CreateMatchRequest* request,
    v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/CreateMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        TWINAID_ASSIGN_OR_RETURN(const core::NewMatch match, NewMatchOf(q));
        TWINAID_ASSIGN_OR_RETURN(const model::Match row,
                                 core::CreateMatch(m, match));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::AcceptMatch(
    grpc::CallbackServerContext* context, const v1::AcceptMatchRequest* request,
    v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/AcceptMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(q.name()));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Side side,
            convert::FromEnum<model::Side>(q.side(), "side"));
        TWINAID_ASSIGN_OR_RETURN(const model::Match row,
                                 core::AcceptMatch(m, id, q.etag(), side,
                                                   q.by_telephone(), q.note()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::DeclineMatch(
    grpc::CallbackServerContext* context,
    const v1::DeclineMatchRequest* request, v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/DeclineMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(q.name()));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Side side,
            convert::FromEnum<model::Side>(q.side(), "side"));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Reason reason,
            convert::FromEnum<model::Reason>(q.reason(), "reason"));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Match row,
            core::DeclineMatch(m, id, q.etag(), side, q.by_telephone(), reason,
                               q.note(), q.refuse_substitute()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::WithdrawMatch(
    grpc::CallbackServerContext* context,
    const v1::WithdrawMatchRequest* request, v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/WithdrawMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        return EndedFor(core::WithdrawMatch, m, q);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::ReconsiderMatch(
    grpc::CallbackServerContext* context,
    const v1::ReconsiderMatchRequest* request, v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/ReconsiderMatch", request,
      response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(q.name()));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Side side,
            convert::FromEnum<model::Side>(q.side(), "side"));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Match row,
            core::ReconsiderMatch(m, id, q.etag(), side, q.note()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::CancelMatch(
    grpc::CallbackServerContext* context, const v1::CancelMatchRequest* request,
    v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/CancelMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        return EndedFor(core::CancelMatch, m, q);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::DispatchMatch(
    grpc::CallbackServerContext* context,
    const v1::DispatchMatchRequest* request, v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/DispatchMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(q.name()));
        core::NewDispatch dispatch;
        dispatch.quantity = model::BaseUnits(q.quantity());
        dispatch.carrier = q.carrier();
        dispatch.reference = q.reference();
        dispatch.final = q.final();
        dispatch.documents = convert::FromDocuments(q.documents());
        TWINAID_ASSIGN_OR_RETURN(
            const model::Match row,
            core::DispatchMatch(m, id, q.etag(), dispatch));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* AssistanceHandler::ReceiveMatch(
    grpc::CallbackServerContext* context,
    const v1::ReceiveMatchRequest* request, v1::Match* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.AssistanceService/ReceiveMatch", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Match> {
        TWINAID_ASSIGN_OR_RETURN(const auto id, MatchOf(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const core::NewReceipt receipt, ReceiptOf(q));
        TWINAID_ASSIGN_OR_RETURN(const model::Match row,
                                 core::ReceiveMatch(m, id, q.etag(), receipt));
        return convert::ToProto(row);
      });
}

}  // namespace twinaid::rpc
