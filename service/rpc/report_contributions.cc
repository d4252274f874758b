// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// ReportService: where the part of each contributor went.
#include <optional>

#include "service/convert/fields.h"
#include "service/core/reports.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/rpc/report_handler.h"
#include "service/rpc/row_page.h"

namespace twinaid::rpc {
namespace {

v1::ContributionRow ToProto(const core::Contribution& row) {
  v1::ContributionRow proto;
  proto.set_donor(convert::NameOrEmpty(row.donor));
  for (const model::PlaceId& place : row.together_with) {
    proto.add_together_with(convert::NameOrEmpty(place));
  }
  proto.set_recipient(convert::NameOrEmpty(row.recipient));
  proto.set_item(convert::NameOrEmpty(row.item));
  proto.set_currency(row.currency);
  proto.set_matches(row.matches);
  proto.set_proposed(row.proposed.value());
  proto.set_committed(row.committed.value());
  proto.set_in_transit(row.in_transit.value());
  proto.set_received(row.received.value());
  return proto;
}

}  // namespace

grpc::ServerUnaryReactor* ReportHandler::ListContributions(
    grpc::CallbackServerContext* context,
    const v1::ListContributionsRequest* request,
    v1::ListContributionsResponse* response) {
  static constexpr char kMethod[] =
      "twinaid.v1.ReportService/ListContributions";
  return dispatch_.Read(
      context, kMethod, request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        if (q.scheme().empty()) return model::RequiredField("scheme");
        TWINAID_ASSIGN_OR_RETURN(
            const auto scheme,
            convert::FromName<model::SchemeId>(q.scheme(), "scheme"));
        std::optional<model::PlaceId> donor;
        if (!q.donor().empty()) {
          TWINAID_ASSIGN_OR_RETURN(
              donor, convert::FromName<model::PlaceId>(q.donor(), "donor"));
        }
        TWINAID_ASSIGN_OR_RETURN(
            const auto rows, core::ReportContributions(view, scheme, donor));
        return PageOfRows(rows, kMethod, q, r,
                          [&](const core::Contribution& row) {
                            *r.add_rows() = ToProto(row);
                          });
      });
}

}  // namespace twinaid::rpc
