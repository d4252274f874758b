// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// RegistryService: organizations.
#include <string>
#include <utility>
#include <vector>

#include "service/convert/organization.h"
#include "service/convert/queries.h"
#include "service/core/registry.h"
#include "service/rpc/paging.h"
#include "service/rpc/registry_handler.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct OrganizationTraits {
  using Row = model::Organization;
  using Message = v1::Organization;
  static constexpr char kField[] = "organization";

  static absl::StatusOr<model::OrganizationId> Parse(const std::string& name) {
    return model::ParseName<model::OrganizationId>(name);
  }
  static absl::StatusOr<Row> NewRow(
      const v1::CreateOrganizationRequest& request) {
    auto row = convert::FromProto(request.organization());
    if (!row.ok()) return Below<OrganizationTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(
        row->id, ChosenId<model::OrganizationId>(request.organization_id(),
                                                 "organization_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::OrganizationId& key) {
    return core::GetOrganization(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreateOrganization(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdateOrganization(m, std::move(row), etag);
  }
  static Message Editable(const Row& row) { return convert::WithContacts(row); }
  static const std::vector<absl::string_view>& Fields() {
    return convert::OrganizationFields();
  }
  static const Message& Patch(const v1::UpdateOrganizationRequest& request) {
    return request.organization();
  }
};

}  // namespace

grpc::ServerUnaryReactor* RegistryHandler::GetOrganization(
    grpc::CallbackServerContext* context,
    const v1::GetOrganizationRequest* request, v1::Organization* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.RegistryService/GetOrganization", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<OrganizationTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::ListOrganizations(
    grpc::CallbackServerContext* context,
    const v1::ListOrganizationsRequest* request,
    v1::ListOrganizationsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.RegistryService/ListOrganizations", request,
      response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::OrganizationQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.organizations(), *query,
                        "twinaid.v1.RegistryService/ListOrganizations", q, r,
                        [&](const model::Organization& row) {
                          *r.add_organizations() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::CreateOrganization(
    grpc::CallbackServerContext* context,
    const v1::CreateOrganizationRequest* request, v1::Organization* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/CreateOrganization", request,
      response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Organization> {
        return CreateOne<OrganizationTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::BatchCreateOrganizations(
    grpc::CallbackServerContext* context,
    const v1::BatchCreateOrganizationsRequest* request,
    v1::BatchCreateOrganizationsResponse* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/BatchCreateOrganizations", request,
      response,
      [](core::Mutation& m, const auto& q)
          -> absl::StatusOr<v1::BatchCreateOrganizationsResponse> {
        return CreateMany<OrganizationTraits,
                          v1::BatchCreateOrganizationsResponse>(
            m, q, [](auto& r, auto&& made) {
              *r.add_organizations() = std::forward<decltype(made)>(made);
            });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::UpdateOrganization(
    grpc::CallbackServerContext* context,
    const v1::UpdateOrganizationRequest* request, v1::Organization* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/UpdateOrganization", request,
      response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Organization> {
        return UpdateOne<OrganizationTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::DeleteOrganization(
    grpc::CallbackServerContext* context,
    const v1::DeleteOrganizationRequest* request,
    google::protobuf::Empty* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/DeleteOrganization", request,
      response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<google::protobuf::Empty> {
        TWINAID_ASSIGN_OR_RETURN(const auto key,
                                 OrganizationTraits::Parse(q.name()));
        TWINAID_RETURN_IF_ERROR(core::DeleteOrganization(m, key, q.etag()));
        return google::protobuf::Empty();
      });
}

}  // namespace twinaid::rpc
