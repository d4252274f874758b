// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// InventoryService: needs.
#include <string>
#include <utility>
#include <vector>

#include "service/convert/enums.h"
#include "service/convert/need.h"
#include "service/convert/queries.h"
#include "service/core/inventory.h"
#include "service/rpc/inventory_handler.h"
#include "service/rpc/paging.h"
#include "service/rpc/parents.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct NeedTraits {
  using Row = model::Need;
  using Message = v1::Need;
  static constexpr char kField[] = "need";

  static absl::StatusOr<model::NeedName> Parse(const std::string& name) {
    return model::NeedName::Parse(name);
  }
  static absl::StatusOr<Row> NewRow(const v1::CreateNeedRequest& request) {
    auto row = convert::FromProto(request.need());
    if (!row.ok()) return Below<NeedTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(row->name.parent, PlaceOf(request.parent()));
    TWINAID_ASSIGN_OR_RETURN(
        row->name.child, ChosenId<model::NeedId>(request.need_id(), "need_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::NeedName& key) {
    return core::GetNeed(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreateNeed(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdateNeed(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::NeedFields();
  }
  static const Message& Patch(const v1::UpdateNeedRequest& request) {
    return request.need();
  }
};

}  // namespace

grpc::ServerUnaryReactor* InventoryHandler::GetNeed(
    grpc::CallbackServerContext* context, const v1::GetNeedRequest* request,
    v1::Need* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.InventoryService/GetNeed", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<NeedTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::ListNeeds(
    grpc::CallbackServerContext* context, const v1::ListNeedsRequest* request,
    v1::ListNeedsResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.InventoryService/ListNeeds", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        auto query = convert::NeedQueryOf(q.filter());
        if (!query.ok()) return query.status();
        TWINAID_RETURN_IF_ERROR(NarrowToParent(view, q, *query));
        return ReadPage(view.tx.needs(), *query,
                        absl::StrCat("twinaid.v1.InventoryService/ListNeeds",
                                     " ", q.parent()),
                        q, r, [&](const model::Need& row) {
                          *r.add_needs() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* InventoryHandler::CreateNeed(
    grpc::CallbackServerContext* context, const v1::CreateNeedRequest* request,
    v1::Need* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/CreateNeed", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Need> {
        return CreateOne<NeedTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::BatchCreateNeeds(
    grpc::CallbackServerContext* context,
    const v1::BatchCreateNeedsRequest* request,
    v1::BatchCreateNeedsResponse* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/BatchCreateNeeds", request,
      response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<v1::BatchCreateNeedsResponse> {
        v1::BatchCreateNeedsRequest batch = q;
        TWINAID_RETURN_IF_ERROR(GiveParent(batch));
        return CreateMany<NeedTraits, v1::BatchCreateNeedsResponse>(
            m, batch, [](auto& r, auto&& made) {
              *r.add_needs() = std::forward<decltype(made)>(made);
            });
      });
}

grpc::ServerUnaryReactor* InventoryHandler::UpdateNeed(
    grpc::CallbackServerContext* context, const v1::UpdateNeedRequest* request,
    v1::Need* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/UpdateNeed", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Need> {
        return UpdateOne<NeedTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::WithdrawNeed(
    grpc::CallbackServerContext* context,
    const v1::WithdrawNeedRequest* request, v1::Need* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/WithdrawNeed", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Need> {
        TWINAID_ASSIGN_OR_RETURN(const auto name, NeedTraits::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Reason reason,
            convert::FromEnum<model::Reason>(q.reason(), "reason"));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Need row,
            core::WithdrawNeed(m, name, q.etag(), reason, q.note()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::ConfirmNeed(
    grpc::CallbackServerContext* context, const v1::ConfirmNeedRequest* request,
    v1::Need* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/ConfirmNeed", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Need> {
        TWINAID_ASSIGN_OR_RETURN(const auto name, NeedTraits::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Need row,
                                 core::ConfirmNeed(m, name, q.etag()));
        return convert::ToProto(row);
      });
}

}  // namespace twinaid::rpc
