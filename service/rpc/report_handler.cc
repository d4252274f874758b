// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/rpc/report_handler.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/convert/enums.h"
#include "service/convert/fields.h"
#include "service/convert/need.h"
#include "service/core/registry.h"
#include "service/core/reports.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"
#include "service/rpc/row_page.h"
#include "service/rpc/scope.h"

namespace twinaid::rpc {
namespace {

constexpr int kMostSilentDays = 36500;

google::type::Date FirstDayOf(absl::CivilMonth month) {
  return convert::ToProto(absl::CivilDay(month));
}

v1::CoverageRow ToProto(const core::CoverageRow& row) {
  v1::CoverageRow proto;
  proto.set_place(convert::NameOrEmpty(row.place));
  proto.set_item(convert::NameOrEmpty(row.item));
  proto.set_currency(row.currency);
  proto.set_needs(row.needs);
  proto.set_needs_fulfilled(row.needs_fulfilled);
  proto.set_needed(row.needed.value());
  proto.set_proposed(row.proposed.value());
  proto.set_committed(row.committed.value());
  proto.set_in_transit(row.in_transit.value());
  proto.set_received(row.received.value());
  proto.set_outstanding(row.outstanding().value());
  proto.set_covered_permille(row.covered_permille());
  return proto;
}

v1::Delivery ToProto(const core::Delivery& row) {
  v1::Delivery proto;
  *proto.mutable_month() = FirstDayOf(row.month);
  proto.set_item(convert::NameOrEmpty(row.item));
  proto.set_currency(row.currency);
  proto.set_matches(row.matches);
  proto.set_received(row.received.value());
  return proto;
}

v1::Balance ToProto(const core::Balance& row) {
  v1::Balance proto;
  proto.set_place(convert::NameOrEmpty(row.place));
  proto.set_partner(convert::NameOrEmpty(row.partner));
  proto.set_sister_link(convert::NameOrEmpty(row.link));
  *proto.mutable_month() = FirstDayOf(row.month);
  proto.set_item(convert::NameOrEmpty(row.item));
  proto.set_category(convert::ToEnum<v1::Category>(row.category));
  proto.set_currency(row.currency);
  proto.set_given(row.given.value());
  proto.set_received(row.received.value());
  return proto;
}

v1::Donation ToProto(const core::Donation& row) {
  v1::Donation proto;
  proto.set_match(convert::NameOrEmpty(row.match.id));
  proto.set_donor_place(convert::NameOrEmpty(row.match.donor_place()));
  proto.set_donor(convert::NameOrEmpty(row.donor));
  proto.set_recipient_place(convert::NameOrEmpty(row.match.recipient_place()));
  proto.set_beneficiary(convert::NameOrEmpty(row.beneficiary));
  proto.set_item(convert::NameOrEmpty(row.match.offer_item));
  proto.set_quantity(row.quantity.value());
  proto.set_currency(row.currency);
  *proto.mutable_received_time() = convert::ToProto(row.received_time);
  return proto;
}

v1::OpenNeed ToProto(const core::OpenNeed& row) {
  v1::OpenNeed proto;
  *proto.mutable_need() = convert::ToProto(row.need);
  proto.set_silent_days(row.silent_days);
  proto.set_rests(row.rests);
  return proto;
}

// A report: `rows_of(view, scope, request)` makes its rows, `add(row,
// response)` takes one of the page.
template <typename Request, typename Response, typename RowsOf, typename Add>
grpc::ServerUnaryReactor* ReadRows(Dispatch& dispatch,
                                   grpc::CallbackServerContext* context,
                                   const char* method, const Request* request,
                                   Response* response, RowsOf rows_of,
                                   Add add) {
  return dispatch.Read(
      context, method, request, response,
      [=](const core::View& view, const auto& q, auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const core::Scope scope, ScopeOf(q.place()));
        TWINAID_ASSIGN_OR_RETURN(const auto rows, rows_of(view, scope, q));
        return PageOfRows(rows, method, q, r,
                          [&](const auto& row) { add(row, r); });
      });
}

// The name that the reader can read best.
template <typename Row>
std::string NameOf(const Row& row, model::Language language) {
  const bool chinese = language == model::Language::kChinese;
  const std::string& first = chinese ? row.name_zh : row.name_en;
  return first.empty() ? (chinese ? row.name_en : row.name_zh) : first;
}

// Of the organization, else of the place.
absl::StatusOr<std::string> PartyName(const core::View& view,
                                      const model::PlaceId& place,
                                      const model::OrganizationId& body,
                                      model::Language language) {
  if (!body.empty()) {
    TWINAID_ASSIGN_OR_RETURN(const model::Organization row,
                             core::GetOrganization(view, body));
    return NameOf(row, language);
  }
  TWINAID_ASSIGN_OR_RETURN(const model::Place row, core::GetPlace(view, place));
  return NameOf(row, language);
}

absl::Status AddNames(const core::View& view, const core::Donation& row,
                      model::Language language, v1::Donation& proto) {
  TWINAID_ASSIGN_OR_RETURN(
      *proto.mutable_donor_name(),
      PartyName(view, row.match.donor_place(), row.donor, language));
  TWINAID_ASSIGN_OR_RETURN(
      *proto.mutable_recipient_name(),
      PartyName(view, row.match.recipient_place(), row.beneficiary, language));
  TWINAID_ASSIGN_OR_RETURN(const model::Item item,
                           core::GetItem(view, row.match.offer_item));
  proto.set_item_name(NameOf(item, language));
  return absl::OkStatus();
}

absl::StatusOr<core::DonationWish> WishOf(
    const v1::ListDonationsRequest& request) {
  core::DonationWish wish;
  TWINAID_ASSIGN_OR_RETURN(
      wish.side,
      convert::FromEnumOr(request.side(), model::Side::kBoth, "side"));
  if (!request.item().empty()) {
    TWINAID_ASSIGN_OR_RETURN(
        wish.item, convert::FromName<model::ItemId>(request.item(), "item"));
  }
  if (request.has_since()) {
    TWINAID_ASSIGN_OR_RETURN(wish.since,
                             convert::FromProto(request.since(), "since"));
  }
  if (request.has_until()) {
    TWINAID_ASSIGN_OR_RETURN(wish.until,
                             convert::FromProto(request.until(), "until"));
  }
  return wish;
}

}  // namespace

grpc::ServerUnaryReactor* ReportHandler::ListCoverage(
    grpc::CallbackServerContext* context,
    const v1::ListCoverageRequest* request,
    v1::ListCoverageResponse* response) {
  return ReadRows(
      dispatch_, context, "twinaid.v1.ReportService/ListCoverage", request,
      response,
      [](const core::View& view, const core::Scope& scope, const auto&) {
        return core::ReportCoverage(view, scope);
      },
      [](const auto& row, auto& r) { *r.add_rows() = ToProto(row); });
}

grpc::ServerUnaryReactor* ReportHandler::ListOpenNeeds(
    grpc::CallbackServerContext* context,
    const v1::ListOpenNeedsRequest* request,
    v1::ListOpenNeedsResponse* response) {
  return ReadRows(
      dispatch_, context, "twinaid.v1.ReportService/ListOpenNeeds", request,
      response,
      [](const core::View& view, const core::Scope& scope,
         const auto& q) -> absl::StatusOr<std::vector<core::OpenNeed>> {
        TWINAID_RETURN_IF_ERROR(model::CheckRange(
            q.silent_days(), "silent_days", 0, kMostSilentDays));
        return core::ReportOpenNeeds(view, scope, q.silent_days());
      },
      [](const auto& row, auto& r) { *r.add_needs() = ToProto(row); });
}

grpc::ServerUnaryReactor* ReportHandler::ListDeliveries(
    grpc::CallbackServerContext* context,
    const v1::ListDeliveriesRequest* request,
    v1::ListDeliveriesResponse* response) {
  return ReadRows(
      dispatch_, context, "twinaid.v1.ReportService/ListDeliveries", request,
      response,
      [](const core::View& view, const core::Scope& scope, const auto&) {
        return core::ReportDeliveries(view, scope);
      },
      [](const auto& row, auto& r) { *r.add_rows() = ToProto(row); });
}

grpc::ServerUnaryReactor* ReportHandler::ListBalances(
    grpc::CallbackServerContext* context,
    const v1::ListBalancesRequest* request,
    v1::ListBalancesResponse* response) {
  return ReadRows(
      dispatch_, context, "twinaid.v1.ReportService/ListBalances", request,
      response,
      [](const core::View& view, const core::Scope& scope,
         const auto& q) -> absl::StatusOr<std::vector<core::Balance>> {
        std::optional<model::PlaceId> partner;
        if (!q.partner().empty()) {
          TWINAID_ASSIGN_OR_RETURN(partner, convert::FromName<model::PlaceId>(
                                                q.partner(), "partner"));
        }
        return core::ReportBalances(view, scope, partner);
      },
      [](const auto& row, auto& r) { *r.add_rows() = ToProto(row); });
}

grpc::ServerUnaryReactor* ReportHandler::ListDonations(
    grpc::CallbackServerContext* context,
    const v1::ListDonationsRequest* request,
    v1::ListDonationsResponse* response) {
  constexpr const char* kMethod = "twinaid.v1.ReportService/ListDonations";
  return dispatch_.ReadInLanguage(
      context, kMethod, request, response,
      [](const core::View& view, model::Language language, const auto& q,
         auto& r) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(const auto scope, ScopeOf(q.place()));
        TWINAID_ASSIGN_OR_RETURN(const core::DonationWish wish, WishOf(q));
        TWINAID_ASSIGN_OR_RETURN(const auto rows,
                                 core::ReportDonations(view, scope, wish));
        absl::Status names;
        TWINAID_RETURN_IF_ERROR(
            PageOfRows(rows, kMethod, q, r, [&](const core::Donation& row) {
              v1::Donation& donation = *r.add_donations();
              donation = ToProto(row);
              names.Update(AddNames(view, row, language, donation));
            }));
        return names;
      });
}

}  // namespace twinaid::rpc
