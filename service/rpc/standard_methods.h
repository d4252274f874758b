// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The standard methods, once for all resources. A Traits struct says what is a
// resource's own: Row, Message, kField, Parse, NewRow, Get, Create, Update,
// Fields, Patch of an update request, and Editable where not all is shown.
#ifndef TWINAID_SERVICE_RPC_STANDARD_METHODS_H_
#define TWINAID_SERVICE_RPC_STANDARD_METHODS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/convert/fields.h"
#include "service/convert/update_mask.h"
#include "service/core/context.h"
#include "service/model/common_errors.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::rpc {

// The id in a create request; empty: none was chosen. INVALID_ID about `field`.
template <typename IdType>
absl::StatusOr<IdType> ChosenId(const std::string& text,
                                absl::string_view field) {
  if (text.empty()) return IdType();
  auto id = IdType::Parse(text);
  if (!id.ok()) return model::ForField(id.status(), field);
  return id;
}

// The error with its field path below the resource: "place.name_en".
template <typename Traits>
absl::Status Below(const absl::Status& status) {
  return model::AtField(status, absl::StrCat(Traits::kField, "."));
}

template <typename Traits, typename Request>
absl::Status GetOne(const core::View& view, const Request& request,
                    typename Traits::Message& response) {
  TWINAID_ASSIGN_OR_RETURN(const auto key, Traits::Parse(request.name()));
  TWINAID_ASSIGN_OR_RETURN(const typename Traits::Row row,
                           Traits::Get(view, key));
  response = convert::ToProto(row);
  return absl::OkStatus();
}

template <typename Traits, typename Request>
absl::StatusOr<typename Traits::Message> CreateOne(core::Mutation& m,
                                                   const Request& request) {
  TWINAID_ASSIGN_OR_RETURN(typename Traits::Row row, Traits::NewRow(request));
  absl::StatusOr<typename Traits::Row> made = Traits::Create(m, std::move(row));
  if (!made.ok()) return Below<Traits>(made.status());
  return convert::ToProto(*made);
}

// `add(response, message)` appends.
template <typename Traits, typename Response, typename Request, typename Add>
absl::StatusOr<Response> CreateMany(core::Mutation& m, const Request& batch,
                                    Add add) {
  Response response;
  for (int i = 0; i < batch.requests_size(); ++i) {
    auto made = CreateOne<Traits>(m, batch.requests(i));
    if (!made.ok()) {
      return model::AtField(made.status(), absl::StrCat("requests[", i, "]."));
    }
    add(response, *std::move(made));
  }
  return response;
}

template <typename Traits, typename Request>
absl::StatusOr<typename Traits::Message> UpdateOne(core::Mutation& m,
                                                   const Request& request) {
  const typename Traits::Message& patch = Traits::Patch(request);
  absl::StatusOr<typename Traits::Message> updated =
      [&]() -> absl::StatusOr<typename Traits::Message> {
    TWINAID_ASSIGN_OR_RETURN(const auto key, Traits::Parse(patch.name()));
    TWINAID_ASSIGN_OR_RETURN(const typename Traits::Row before,
                             Traits::Get(m.view(), key));
    typename Traits::Message message;
    // Of some rows more can be changed than is shown.
    if constexpr (requires { Traits::Editable(before); }) {
      message = Traits::Editable(before);
    } else {
      message = convert::ToProto(before);
    }
    absl::Status mask = convert::ApplyMask(request.update_mask(),
                                           Traits::Fields(), patch, message);
    if (!mask.ok()) return mask;
    TWINAID_ASSIGN_OR_RETURN(typename Traits::Row row,
                             convert::FromProto(message));
    TWINAID_ASSIGN_OR_RETURN(const typename Traits::Row after,
                             Traits::Update(m, std::move(row), patch.etag()));
    return convert::ToProto(after);
  }();
  if (!updated.ok() &&
      model::ReasonOf(updated.status()) != "UNKNOWN_FIELD_PATH") {
    return Below<Traits>(updated.status());
  }
  return updated;
}

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_STANDARD_METHODS_H_
