// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// MatchingService: who could help whom, without a round.
#include <string>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/core/suggestions.h"
#include "service/model/common_errors.h"
#include "service/model/match_errors.h"
#include "service/model/status_macros.h"
#include "service/rpc/matching_handler.h"

namespace twinaid::rpc {
namespace {

absl::StatusOr<core::SuggestionQuery> QueryOf(const std::string& scheme,
                                              int page_size) {
  core::SuggestionQuery query;
  if (page_size < 0) {
    return model::OutOfRange("page_size", page_size, 0, core::kMaxSuggestions);
  }
  TWINAID_ASSIGN_OR_RETURN(
      query.scheme, convert::FromName<model::SchemeId>(scheme, "scheme"));
  if (page_size != 0) query.limit = std::min(page_size, core::kMaxSuggestions);
  return query;
}

// A name that has to be there.
template <typename Name>
absl::StatusOr<Name> Named(const std::string& name, absl::string_view field) {
  if (name.empty()) return model::RequiredField(field);
  return convert::FromNestedName<Name>(name, field);
}

v1::Suggestion ToProto(const core::Suggestion& row) {
  v1::Suggestion proto;
  proto.set_need(row.need.name.ToString());
  proto.set_offer(row.offer.name.ToString());
  proto.set_need_item(convert::NameOrEmpty(row.need.item));
  proto.set_offer_item(convert::NameOrEmpty(row.offer.item));
  proto.set_quality_percent(row.quality_percent);
  proto.set_currency(row.need.currency);
  proto.set_quantity(row.quantity.value());
  proto.set_open(row.need.open_to_matching().value());
  proto.set_available(row.offer.available().value());
  proto.set_covers_all(row.covers_all);
  proto.set_rung(row.rung);
  proto.set_sister_link(convert::NameOrEmpty(row.link));
  proto.set_urgency(convert::ToEnum<v1::Urgency>(row.need.urgency));
  if (row.need.needed_by) {
    *proto.mutable_needed_by() = convert::ToProto(*row.need.needed_by);
  }
  if (row.arrives) *proto.mutable_arrives() = convert::ToProto(*row.arrives);
  return proto;
}

const char* WordOf(core::Barred barred) {
  switch (barred) {
    case core::Barred::kNo:
      return "";
    case core::Barred::kClosed:
      return "CLOSED";
    case core::Barred::kNothingLeft:
      return "NOTHING_LEFT";
    case core::Barred::kRests:
      return "NOT_CONFIRMED";
    case core::Barred::kOutside:
      return "OUTSIDE_SCHEME";
  }
  return "";
}

template <typename Response>
void AddNotSuggested(absl::string_view reason, std::int64_t count,
                     Response& response) {
  if (count == 0) return;
  v1::NotSuggested& row = *response.add_not_suggested();
  row.set_reason(std::string(reason));
  row.set_count(count);
}

template <typename Response>
void Fill(const core::Suggestions& found, Response& response) {
  for (const core::Suggestion& row : found.rows) {
    *response.add_suggestions() = ToProto(row);
  }
  for (const core::ClosedOut& out : found.closed_out) {
    AddNotSuggested(model::ReasonOf(out.why), out.count, response);
  }
  AddNotSuggested("NOT_CONFIRMED", found.resting, response);
  AddNotSuggested("BELOW_MINIMUM_LOT", found.below_minimum_lot, response);
  response.set_looked_at(found.looked_at);
  response.set_more_may_exist(found.more_may_exist);
  response.set_barred(WordOf(found.barred));
}

}  // namespace

grpc::ServerUnaryReactor* MatchingHandler::SuggestOffers(
    grpc::CallbackServerContext* context,
    const v1::SuggestOffersRequest* request,
    v1::SuggestOffersResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/SuggestOffers", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const core::SuggestionQuery query,
                                 QueryOf(q.scheme(), q.page_size()));
        TWINAID_ASSIGN_OR_RETURN(const auto need,
                                 Named<model::NeedName>(q.need(), "need"));
        TWINAID_ASSIGN_OR_RETURN(const core::Suggestions found,
                                 core::SuggestOffers(view, need, query));
        Fill(found, r);
        return absl::OkStatus();
      });
}

grpc::ServerUnaryReactor* MatchingHandler::SuggestNeeds(
    grpc::CallbackServerContext* context,
    const v1::SuggestNeedsRequest* request,
    v1::SuggestNeedsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.MatchingService/SuggestNeeds", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const core::SuggestionQuery query,
                                 QueryOf(q.scheme(), q.page_size()));
        TWINAID_ASSIGN_OR_RETURN(const auto offer,
                                 Named<model::OfferName>(q.offer(), "offer"));
        TWINAID_ASSIGN_OR_RETURN(const core::Suggestions found,
                                 core::SuggestNeeds(view, offer, query));
        Fill(found, r);
        return absl::OkStatus();
      });
}

}  // namespace twinaid::rpc
