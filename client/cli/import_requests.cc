// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/import_requests.h"

namespace twinaid::client {

void Fill(const model::Place& row, v1::CreatePlaceRequest& request) {
  request.set_place_id(row.id.value());
  *request.mutable_place() = convert::ToProto(row);
}
void Fill(const model::SisterLink& row, v1::CreateSisterLinkRequest& request) {
  request.set_sister_link_id(row.id.value());
  *request.mutable_sister_link() = convert::ToProto(row);
}
void Fill(const model::Organization& row,
          v1::CreateOrganizationRequest& request) {
  request.set_organization_id(row.id.value());
  *request.mutable_organization() = convert::ToProto(row);
}
void Fill(const model::Item& row, v1::CreateItemRequest& request) {
  request.set_item_id(row.id.value());
  *request.mutable_item() = convert::ToProto(row);
}
void Fill(const model::Need& row, v1::CreateNeedRequest& request) {
  request.set_parent(model::ToName(row.name.parent));
  request.set_need_id(row.name.child.value());
  *request.mutable_need() = convert::ToProto(row);
}
void Fill(const model::Offer& row, v1::CreateOfferRequest& request) {
  request.set_parent(model::ToName(row.name.parent));
  request.set_offer_id(row.name.child.value());
  *request.mutable_offer() = convert::ToProto(row);
}

void Fill(const model::Place& row, const std::string& etag,
          v1::UpdatePlaceRequest& request) {
  v1::Place& proto = *request.mutable_place();
  proto = convert::ToProto(row);
  proto.set_name(model::ToName(row.key()));
  proto.set_etag(etag);
}
void Fill(const model::SisterLink& row, const std::string& etag,
          v1::UpdateSisterLinkRequest& request) {
  v1::SisterLink& proto = *request.mutable_sister_link();
  proto = convert::ToProto(row);
  proto.set_name(model::ToName(row.key()));
  proto.set_etag(etag);
}
void Fill(const model::Organization& row, const std::string& etag,
          v1::UpdateOrganizationRequest& request) {
  v1::Organization& proto = *request.mutable_organization();
  proto = convert::ToProto(row);
  proto.set_name(model::ToName(row.key()));
  proto.set_etag(etag);
}
void Fill(const model::Item& row, const std::string& etag,
          v1::UpdateItemRequest& request) {
  v1::Item& proto = *request.mutable_item();
  proto = convert::ToProto(row);
  proto.set_name(model::ToName(row.key()));
  proto.set_etag(etag);
}
void Fill(const model::Need& row, const std::string& etag,
          v1::UpdateNeedRequest& request) {
  v1::Need& proto = *request.mutable_need();
  proto = convert::ToProto(row);
  proto.set_name(model::ToName(row.key()));
  proto.set_etag(etag);
}
void Fill(const model::Offer& row, const std::string& etag,
          v1::UpdateOfferRequest& request) {
  v1::Offer& proto = *request.mutable_offer();
  proto = convert::ToProto(row);
  proto.set_name(model::ToName(row.key()));
  proto.set_etag(etag);
}

std::vector<std::string> FieldsOf(absl::string_view file,
                                  absl::string_view column) {
  struct Fields {
    absl::string_view column;
    std::vector<std::string> fields;
  };
  // Where a field is not called as its column; none: it stays as it is.
  static const auto& other =
      *new std::vector<Fields>{{"lat", {"position"}},
                               {"lon", {"position"}},
                               {"parent_place_id", {"parent_place"}},
                               {"timezone", {"time_zone"}},
                               {"place_a", {}},
                               {"place_b", {}},
                               {"item_id", {}},
                               {"min_quality", {"min_quality_percent"}}};
  if (column == "organization") {
    return {file == "needs.csv" ? "beneficiary" : "donor"};
  }
  if (column == "substitutes" && file == "needs.csv") {
    return {"substitutes", "listed_substitutes"};
  }
  for (const Fields& fields : other) {
    if (column == fields.column) return fields.fields;
  }
  return {std::string(column)};
}

}  // namespace twinaid::client
