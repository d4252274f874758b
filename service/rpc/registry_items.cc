// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// RegistryService: items.
#include <string>
#include <utility>
#include <vector>

#include "service/convert/item.h"
#include "service/convert/queries.h"
#include "service/core/registry.h"
#include "service/rpc/paging.h"
#include "service/rpc/registry_handler.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct ItemTraits {
  using Row = model::Item;
  using Message = v1::Item;
  static constexpr char kField[] = "item";

  static absl::StatusOr<model::ItemId> Parse(const std::string& name) {
    return model::ParseName<model::ItemId>(name);
  }
  static absl::StatusOr<Row> NewRow(const v1::CreateItemRequest& request) {
    auto row = convert::FromProto(request.item());
    if (!row.ok()) return Below<ItemTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(
        row->id, ChosenId<model::ItemId>(request.item_id(), "item_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::ItemId& key) {
    return core::GetItem(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreateItem(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdateItem(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::ItemFields();
  }
  static const Message& Patch(const v1::UpdateItemRequest& request) {
    return request.item();
  }
};

// Items of a batch may name each other, so they are made together.
absl::StatusOr<v1::BatchCreateItemsResponse> CreateItems(
    core::Mutation& m, const v1::BatchCreateItemsRequest& batch) {
  std::vector<model::Item> rows;
  for (int i = 0; i < batch.requests_size(); ++i) {
    auto row = ItemTraits::NewRow(batch.requests(i));
    if (!row.ok()) {
      return model::AtField(row.status(), absl::StrCat("requests[", i, "]."));
    }
    rows.push_back(*std::move(row));
  }
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Item> made,
                           core::CreateItems(m, std::move(rows)));
  v1::BatchCreateItemsResponse response;
  for (const model::Item& row : made) {
    *response.add_items() = convert::ToProto(row);
  }
  return response;
}

}  // namespace

grpc::ServerUnaryReactor* RegistryHandler::GetItem(
    grpc::CallbackServerContext* context, const v1::GetItemRequest* request,
    v1::Item* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.RegistryService/GetItem", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<ItemTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::ListItems(
    grpc::CallbackServerContext* context, const v1::ListItemsRequest* request,
    v1::ListItemsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.RegistryService/ListItems", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        const auto query = convert::ItemQueryOf(q.filter());
        if (!query.ok()) return query.status();
        return ReadPage(view.tx.items(), *query,
                        "twinaid.v1.RegistryService/ListItems", q, r,
                        [&](const model::Item& row) {
                          *r.add_items() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* RegistryHandler::CreateItem(
    grpc::CallbackServerContext* context, const v1::CreateItemRequest* request,
    v1::Item* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/CreateItem", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Item> {
        return CreateOne<ItemTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::BatchCreateItems(
    grpc::CallbackServerContext* context,
    const v1::BatchCreateItemsRequest* request,
    v1::BatchCreateItemsResponse* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/BatchCreateItems", request, response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<v1::BatchCreateItemsResponse> {
        return CreateItems(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::UpdateItem(
    grpc::CallbackServerContext* context, const v1::UpdateItemRequest* request,
    v1::Item* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/UpdateItem", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Item> {
        return UpdateOne<ItemTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* RegistryHandler::DeleteItem(
    grpc::CallbackServerContext* context, const v1::DeleteItemRequest* request,
    google::protobuf::Empty* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.RegistryService/DeleteItem", request, response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<google::protobuf::Empty> {
        TWINAID_ASSIGN_OR_RETURN(const auto key, ItemTraits::Parse(q.name()));
        TWINAID_RETURN_IF_ERROR(core::DeleteItem(m, key, q.etag()));
        return google::protobuf::Empty();
      });
}

}  // namespace twinaid::rpc
