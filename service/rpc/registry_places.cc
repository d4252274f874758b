// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// RegistryService: places.
#include <string>
#include <utility>
#include <vector>

#include "service/convert/place.h"
#include "service/convert/queries.h"
#include "service/core/registry.h"
#include "service/rpc/paging.h"
#include "service/rpc/registry_handler.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct PlaceTraits {
  using Row = model::Place;
  using Message = v1::Place;
  static constexpr char kField[] = "place";

  static absl::StatusOr<model::PlaceId> Parse(const std::string& name) {
    return model::ParseName<model::PlaceId>(name);
  }
  static absl::StatusOr<Row> NewRow(const v1::CreatePlaceRequest& request) {
    auto row = convert::FromProto(request.place());
    if (!row.ok()) return Below<PlaceTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(
        row->id, ChosenId<model::PlaceId>(request.place_id(), "place_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::PlaceId& key) {
    return core::GetPlace(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreatePlace(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdatePlace(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::PlaceFields();
  }
  static const Message& Patch(const v1::UpdatePlaceRequest& request) {
    return request.place();
  }
};

}  // namespace

grpc::ServerUnaryReactor* RegistryHandler::GetPlace(
    grpc::CallbackServerContext* context, const v1::GetPlaceRequest* request,
    v1::Place* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.RegistryService/GetPlace", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<PlaceTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::ListPlaces(
    grpc::CallbackServerContext* context, const v1::ListPlacesRequest* request,
    v1::ListPlacesResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.RegistryService/ListPlaces", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::PlaceQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.places(), *query,
                        "twinaid.v1.RegistryService/ListPlaces", q, r,
                        [&](const model::Place& row) {
                          *r.add_places() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::CreatePlace(
    grpc::CallbackServerContext* context, const v1::CreatePlaceRequest* request,
    v1::Place* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/CreatePlace", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Place> {
        return CreateOne<PlaceTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::BatchCreatePlaces(
    grpc::CallbackServerContext* context,
    const v1::BatchCreatePlacesRequest* request,
    v1::BatchCreatePlacesResponse* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/BatchCreatePlaces", request,
      response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<v1::BatchCreatePlacesResponse> {
        return CreateMany<PlaceTraits, v1::BatchCreatePlacesResponse>(
            m, q, [](auto& r, auto&& made) {
              *r.add_places() = std::forward<decltype(made)>(made);
            });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::UpdatePlace(
    grpc::CallbackServerContext* context, const v1::UpdatePlaceRequest* request,
    v1::Place* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/UpdatePlace", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Place> {
        return UpdateOne<PlaceTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::DeletePlace(
    grpc::CallbackServerContext* context, const v1::DeletePlaceRequest* request,
    google::protobuf::Empty* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/DeletePlace", request, response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<google::protobuf::Empty> {
        TWINAID_ASSIGN_OR_RETURN(const auto key, PlaceTraits::Parse(q.name()));
        TWINAID_RETURN_IF_ERROR(core::DeletePlace(m, key, q.etag()));
        return google::protobuf::Empty();
      });
}

}  // namespace twinaid::rpc
