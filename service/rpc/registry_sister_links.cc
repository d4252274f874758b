// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// RegistryService: sister links.
#include <string>
#include <utility>
#include <vector>

#include "service/convert/queries.h"
#include "service/convert/sister_link.h"
#include "service/core/registry.h"
#include "service/rpc/paging.h"
#include "service/rpc/registry_handler.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct SisterLinkTraits {
  using Row = model::SisterLink;
  using Message = v1::SisterLink;
  static constexpr char kField[] = "sister_link";

  static absl::StatusOr<model::SisterLinkId> Parse(const std::string& name) {
    return model::ParseName<model::SisterLinkId>(name);
  }
  static absl::StatusOr<Row> NewRow(
      const v1::CreateSisterLinkRequest& request) {
    auto row = convert::FromProto(request.sister_link());
    if (!row.ok()) return Below<SisterLinkTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(
        row->id, ChosenId<model::SisterLinkId>(request.sister_link_id(),
                                               "sister_link_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::SisterLinkId& key) {
    return core::GetSisterLink(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreateSisterLink(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdateSisterLink(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::SisterLinkFields();
  }
  static const Message& Patch(const v1::UpdateSisterLinkRequest& request) {
    return request.sister_link();
  }
};

}  // namespace

grpc::ServerUnaryReactor* RegistryHandler::GetSisterLink(
    grpc::CallbackServerContext* context,
    const v1::GetSisterLinkRequest* request, v1::SisterLink* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.RegistryService/GetSisterLink", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<SisterLinkTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::ListSisterLinks(
    grpc::CallbackServerContext* context,
    const v1::ListSisterLinksRequest* request,
    v1::ListSisterLinksResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.RegistryService/ListSisterLinks", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::SisterLinkQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.sister_links(), *query,
                        "twinaid.v1.RegistryService/ListSisterLinks", q, r,
                        [&](const model::SisterLink& row) {
                          *r.add_sister_links() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::CreateSisterLink(
    grpc::CallbackServerContext* context,
    const v1::CreateSisterLinkRequest* request, v1::SisterLink* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/CreateSisterLink", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::SisterLink> {
        return CreateOne<SisterLinkTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::BatchCreateSisterLinks(
    grpc::CallbackServerContext* context,
    const v1::BatchCreateSisterLinksRequest* request,
    v1::BatchCreateSisterLinksResponse* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/BatchCreateSisterLinks", request,
      response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<v1::BatchCreateSisterLinksResponse> {
        return CreateMany<SisterLinkTraits, v1::BatchCreateSisterLinksResponse>(
            m, q, [](auto& r, auto&& made) {
              *r.add_sister_links() = std::forward<decltype(made)>(made);
            });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::UpdateSisterLink(
    grpc::CallbackServerContext* context,
    const v1::UpdateSisterLinkRequest* request, v1::SisterLink* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/UpdateSisterLink", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::SisterLink> {
        return UpdateOne<SisterLinkTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::DeleteSisterLink(
    grpc::CallbackServerContext* context,
    const v1::DeleteSisterLinkRequest* request,
    google::protobuf::Empty* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/DeleteSisterLink", request, response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<google::protobuf::Empty> {
        TWINAID_ASSIGN_OR_RETURN(const auto key,
                                 SisterLinkTraits::Parse(q.name()));
        TWINAID_RETURN_IF_ERROR(core::DeleteSisterLink(m, key, q.etag()));
        return google::protobuf::Empty();
      });
}

}  // namespace twinaid::rpc
