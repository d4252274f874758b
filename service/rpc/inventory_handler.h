// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// InventoryService: needs, offers, and a place's page.
#ifndef TWINAID_SERVICE_RPC_INVENTORY_HANDLER_H_
#define TWINAID_SERVICE_RPC_INVENTORY_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "twinaid/v1/inventory_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class InventoryHandler final : public v1::InventoryService::CallbackService {
 public:
  explicit InventoryHandler(Dispatch& dispatch) : dispatch_(dispatch) {}
  grpc::ServerUnaryReactor* GetNeed(grpc::CallbackServerContext* context,
                                    const v1::GetNeedRequest* request,
                                    v1::Need* response) override;
  grpc::ServerUnaryReactor* ListNeeds(grpc::CallbackServerContext* context,
                                      const v1::ListNeedsRequest* request,
                                      v1::ListNeedsResponse* response) override;
  grpc::ServerUnaryReactor* CreateNeed(grpc::CallbackServerContext* context,
                                       const v1::CreateNeedRequest* request,
                                       v1::Need* response) override;
  grpc::ServerUnaryReactor* BatchCreateNeeds(
      grpc::CallbackServerContext* context,
      const v1::BatchCreateNeedsRequest* request,
      v1::BatchCreateNeedsResponse* response) override;
  grpc::ServerUnaryReactor* UpdateNeed(grpc::CallbackServerContext* context,
                                       const v1::UpdateNeedRequest* request,
                                       v1::Need* response) override;
  grpc::ServerUnaryReactor* WithdrawNeed(grpc::CallbackServerContext* context,
                                         const v1::WithdrawNeedRequest* request,
                                         v1::Need* response) override;
  grpc::ServerUnaryReactor* ConfirmNeed(grpc::CallbackServerContext* context,
                                        const v1::ConfirmNeedRequest* request,
                                        v1::Need* response) override;
  grpc::ServerUnaryReactor* GetOffer(grpc::CallbackServerContext* context,
                                     const v1::GetOfferRequest* request,
                                     v1::Offer* response) override;
  grpc::ServerUnaryReactor* ListOffers(
      grpc::CallbackServerContext* context,
      const v1::ListOffersRequest* request,
      v1::ListOffersResponse* response) override;
  grpc::ServerUnaryReactor* CreateOffer(grpc::CallbackServerContext* context,
                                        const v1::CreateOfferRequest* request,
                                        v1::Offer* response) override;
  grpc::ServerUnaryReactor* BatchCreateOffers(
      grpc::CallbackServerContext* context,
      const v1::BatchCreateOffersRequest* request,
      v1::BatchCreateOffersResponse* response) override;
  grpc::ServerUnaryReactor* UpdateOffer(grpc::CallbackServerContext* context,
                                        const v1::UpdateOfferRequest* request,
                                        v1::Offer* response) override;
  grpc::ServerUnaryReactor* WithdrawOffer(
      grpc::CallbackServerContext* context,
      const v1::WithdrawOfferRequest* request, v1::Offer* response) override;
  grpc::ServerUnaryReactor* AdjustOffer(grpc::CallbackServerContext* context,
                                        const v1::AdjustOfferRequest* request,
                                        v1::Offer* response) override;
  grpc::ServerUnaryReactor* ConfirmOffer(grpc::CallbackServerContext* context,
                                         const v1::ConfirmOfferRequest* request,
                                         v1::Offer* response) override;
  grpc::ServerUnaryReactor* GetInventory(grpc::CallbackServerContext* context,
                                         const v1::GetInventoryRequest* request,
                                         v1::Inventory* response) override;

 private:
  Dispatch& dispatch_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_INVENTORY_HANDLER_H_
