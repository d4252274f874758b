// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// InventoryService: offers.
#include <string>
#include <utility>
#include <vector>

#include "service/convert/enums.h"
#include "service/convert/match.h"
#include "service/convert/need.h"
#include "service/convert/offer.h"
#include "service/convert/place.h"
#include "service/convert/queries.h"
#include "service/core/inventory.h"
#include "service/rpc/inventory_handler.h"
#include "service/rpc/paging.h"
#include "service/rpc/parents.h"
#include "service/rpc/standard_methods.h"

namespace twinaid::rpc {
namespace {

struct OfferTraits {
  using Row = model::Offer;
  using Message = v1::Offer;
  static constexpr char kField[] = "offer";

  static absl::StatusOr<model::OfferName> Parse(const std::string& name) {
    return model::OfferName::Parse(name);
  }
  static absl::StatusOr<Row> NewRow(const v1::CreateOfferRequest& request) {
    auto row = convert::FromProto(request.offer());
    if (!row.ok()) return Below<OfferTraits>(row.status());
    TWINAID_ASSIGN_OR_RETURN(row->name.parent, PlaceOf(request.parent()));
    TWINAID_ASSIGN_OR_RETURN(
        row->name.child,
        ChosenId<model::OfferId>(request.offer_id(), "offer_id"));
    return row;
  }
  static absl::StatusOr<Row> Get(const core::View& view,
                                 const model::OfferName& key) {
    return core::GetOffer(view, key);
  }
  static absl::StatusOr<Row> Create(core::Mutation& m, Row row) {
    return core::CreateOffer(m, std::move(row));
  }
  static absl::StatusOr<Row> Update(core::Mutation& m, Row row,
                                    absl::string_view etag) {
    return core::UpdateOffer(m, std::move(row), etag);
  }
  static const std::vector<absl::string_view>& Fields() {
    return convert::OfferFields();
  }
  static const Message& Patch(const v1::UpdateOfferRequest& request) {
    return request.offer();
  }
};

absl::StatusOr<core::Adjustment> AdjustmentOf(
    const v1::AdjustOfferRequest& request) {
  core::Adjustment adjustment;
  if (request.change_case() == v1::AdjustOfferRequest::kQuantity) {
    adjustment.quantity = model::Units(request.quantity());
  }
  if (request.change_case() == v1::AdjustOfferRequest::kDelta) {
    adjustment.delta = model::Units(request.delta());
  }
  TWINAID_ASSIGN_OR_RETURN(
      adjustment.reason,
      convert::FromEnumOr(request.reason(), model::Reason::kNone, "reason"));
  adjustment.note = request.note();
  return adjustment;
}

void Fill(const core::Inventory& inventory, v1::Inventory& response) {
  *response.mutable_place() = convert::ToProto(inventory.place);
  for (const model::Need& need : inventory.needs) {
    *response.add_needs() = convert::ToProto(need);
  }
  for (const model::Offer& offer : inventory.offers) {
    *response.add_offers() = convert::ToProto(offer);
  }
  for (const model::Match& match : inventory.promised) {
    *response.add_promised() = convert::ToProto(match);
  }
  for (const model::Match& match : inventory.expected) {
    *response.add_expected() = convert::ToProto(match);
  }
}

}  // namespace

grpc::ServerUnaryReactor* InventoryHandler::GetOffer(
    grpc::CallbackServerContext* context, const v1::GetOfferRequest* request,
    v1::Offer* response) {
  return dispatch_.ReadByKey(
      context, "twinaid.v1.InventoryService/GetOffer", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        return GetOne<OfferTraits>(view, q, r);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::ListOffers(
    grpc::CallbackServerContext* context, const v1::ListOffersRequest* request,
    v1::ListOffersResponse* response) {
  return dispatch_.Read(
      context, "twinaid.v1.InventoryService/ListOffers", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        auto query = convert::OfferQueryOf(q.filter());
        if (!query.ok()) return query.status();
        TWINAID_RETURN_IF_ERROR(NarrowToParent(view, q, *query));
        return ReadPage(view.tx.offers(), *query,
                        absl::StrCat("twinaid.v1.InventoryService/ListOffers",
                                     " ", q.parent()),
                        q, r, [&](const model::Offer& row) {
                          *r.add_offers() = convert::ToProto(row);
                        });
      });
}

grpc::ServerUnaryReactor* InventoryHandler::CreateOffer(
    grpc::CallbackServerContext* context, const v1::CreateOfferRequest* request,
    v1::Offer* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/CreateOffer", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Offer> {
        return CreateOne<OfferTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::BatchCreateOffers(
    grpc::CallbackServerContext* context,
    const v1::BatchCreateOffersRequest* request,
    v1::BatchCreateOffersResponse* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/BatchCreateOffers", request,
      response,
      [](core::Mutation& m,
         const auto& q) -> absl::StatusOr<v1::BatchCreateOffersResponse> {
        v1::BatchCreateOffersRequest batch = q;
        TWINAID_RETURN_IF_ERROR(GiveParent(batch));
        return CreateMany<OfferTraits, v1::BatchCreateOffersResponse>(
            m, batch, [](auto& r, auto&& made) {
              *r.add_offers() = std::forward<decltype(made)>(made);
            });
      });
}

grpc::ServerUnaryReactor* InventoryHandler::UpdateOffer(
    grpc::CallbackServerContext* context, const v1::UpdateOfferRequest* request,
    v1::Offer* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/UpdateOffer", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Offer> {
        return UpdateOne<OfferTraits>(m, q);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::WithdrawOffer(
    grpc::CallbackServerContext* context,
    const v1::WithdrawOfferRequest* request, v1::Offer* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/WithdrawOffer", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Offer> {
        TWINAID_ASSIGN_OR_RETURN(const auto name, OfferTraits::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Reason reason,
            convert::FromEnum<model::Reason>(q.reason(), "reason"));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Offer row,
            core::WithdrawOffer(m, name, q.etag(), reason, q.note()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::AdjustOffer(
    grpc::CallbackServerContext* context, const v1::AdjustOfferRequest* request,
    v1::Offer* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/AdjustOffer", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Offer> {
        TWINAID_ASSIGN_OR_RETURN(const auto name, OfferTraits::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const core::Adjustment adjustment,
                                 AdjustmentOf(q));
        TWINAID_ASSIGN_OR_RETURN(
            const model::Offer row,
            core::AdjustOffer(m, name, q.etag(), adjustment));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::ConfirmOffer(
    grpc::CallbackServerContext* context,
    const v1::ConfirmOfferRequest* request, v1::Offer* response) {
  return dispatch_.Mutate(
      context, "twinaid.v1.InventoryService/ConfirmOffer", request, response,
      [](core::Mutation& m, const auto& q) -> absl::StatusOr<v1::Offer> {
        TWINAID_ASSIGN_OR_RETURN(const auto name, OfferTraits::Parse(q.name()));
        TWINAID_ASSIGN_OR_RETURN(const model::Offer row,
                                 core::ConfirmOffer(m, name, q.etag()));
        return convert::ToProto(row);
      });
}

grpc::ServerUnaryReactor* InventoryHandler::GetInventory(
    grpc::CallbackServerContext* context,
    const v1::GetInventoryRequest* request, v1::Inventory* response) {
  return dispatch_.Read(
      context, "twinaid.v1.InventoryService/GetInventory", request, response,
      [](const core::View& view, const auto& q, auto& r) -> absl::Status {
        auto id = model::ParseName<model::PlaceId>(q.place());
        if (!id.ok()) return model::ForField(id.status(), "place");
        const auto inventory = core::GetInventory(view, *id);
        if (!inventory.ok()) return inventory.status();
        Fill(*inventory, r);
        return absl::OkStatus();
      });
}

}  // namespace twinaid::rpc
