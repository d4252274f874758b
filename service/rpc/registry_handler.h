// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// RegistryService: places, sister links, organizations, items.
#ifndef TWINAID_SERVICE_RPC_REGISTRY_HANDLER_H_
#define TWINAID_SERVICE_RPC_REGISTRY_HANDLER_H_

#include "service/rpc/dispatch.h"
#include "twinaid/v1/registry_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class RegistryHandler final : public v1::RegistryService::CallbackService {
 public:
  explicit RegistryHandler(Dispatch& dispatch) : dispatch_(dispatch) {}
  grpc::ServerUnaryReactor* GetPlace(grpc::CallbackServerContext* context,
                                     const v1::GetPlaceRequest* request,
                                     v1::Place* response) override;
  grpc::ServerUnaryReactor* ListPlaces(
      grpc::CallbackServerContext* context,
      const v1::ListPlacesRequest* request,
      v1::ListPlacesResponse* response) override;
  grpc::ServerUnaryReactor* CreatePlace(grpc::CallbackServerContext* context,
                                        const v1::CreatePlaceRequest* request,
                                        v1::Place* response) override;
  grpc::ServerUnaryReactor* BatchCreatePlaces(
      grpc::CallbackServerContext* context,
      const v1::BatchCreatePlacesRequest* request,
      v1::BatchCreatePlacesResponse* response) override;
  grpc::ServerUnaryReactor* UpdatePlace(grpc::CallbackServerContext* context,
                                        const v1::UpdatePlaceRequest* request,
                                        v1::Place* response) override;
  grpc::ServerUnaryReactor* DeletePlace(
      grpc::CallbackServerContext* context,
      const v1::DeletePlaceRequest* request,
      google::protobuf::Empty* response) override;
  grpc::ServerUnaryReactor* GetSisterLink(
      grpc::CallbackServerContext* context,
      const v1::GetSisterLinkRequest* request,
      v1::SisterLink* response) override;
  grpc::ServerUnaryReactor* ListSisterLinks(
      grpc::CallbackServerContext* context,
      const v1::ListSisterLinksRequest* request,
      v1::ListSisterLinksResponse* response) override;
  grpc::ServerUnaryReactor* CreateSisterLink(
      grpc::CallbackServerContext* context,
      const v1::CreateSisterLinkRequest* request,
      v1::SisterLink* response) override;
  grpc::ServerUnaryReactor* BatchCreateSisterLinks(
      grpc::CallbackServerContext* context,
      const v1::BatchCreateSisterLinksRequest* request,
      v1::BatchCreateSisterLinksResponse* response) override;
  grpc::ServerUnaryReactor* UpdateSisterLink(
      grpc::CallbackServerContext* context,
      const v1::UpdateSisterLinkRequest* request,
      v1::SisterLink* response) override;
  grpc::ServerUnaryReactor* DeleteSisterLink(
      grpc::CallbackServerContext* context,
      const v1::DeleteSisterLinkRequest* request,
      google::protobuf::Empty* response) override;
  grpc::ServerUnaryReactor* GetOrganization(
      grpc::CallbackServerContext* context,
      const v1::GetOrganizationRequest* request,
      v1::Organization* response) override;
  grpc::ServerUnaryReactor* ListOrganizations(
      grpc::CallbackServerContext* context,
      const v1::ListOrganizationsRequest* request,
      v1::ListOrganizationsResponse* response) override;
  grpc::ServerUnaryReactor* CreateOrganization(
      grpc::CallbackServerContext* context,
      const v1::CreateOrganizationRequest* request,
      v1::Organization* response) override;
  grpc::ServerUnaryReactor* BatchCreateOrganizations(
      grpc::CallbackServerContext* context,
      const v1::BatchCreateOrganizationsRequest* request,
      v1::BatchCreateOrganizationsResponse* response) override;
  grpc::ServerUnaryReactor* UpdateOrganization(
      grpc::CallbackServerContext* context,
      const v1::UpdateOrganizationRequest* request,
      v1::Organization* response) override;
  grpc::ServerUnaryReactor* DeleteOrganization(
      grpc::CallbackServerContext* context,
      const v1::DeleteOrganizationRequest* request,
      google::protobuf::Empty* response) override;
  grpc::ServerUnaryReactor* GetItem(grpc::CallbackServerContext* context,
                                    const v1::GetItemRequest* request,
                                    v1::Item* response) override;
  grpc::ServerUnaryReactor* ListItems(grpc::CallbackServerContext* context,
                                      const v1::ListItemsRequest* request,
                                      v1::ListItemsResponse* response) override;
  grpc::ServerUnaryReactor* CreateItem(grpc::CallbackServerContext* context,
                                       const v1::CreateItemRequest* request,
                                       v1::Item* response) override;
  grpc::ServerUnaryReactor* BatchCreateItems(
      grpc::CallbackServerContext* context,
      const v1::BatchCreateItemsRequest* request,
      v1::BatchCreateItemsResponse* response) override;
  grpc::ServerUnaryReactor* UpdateItem(grpc::CallbackServerContext* context,
                                       const v1::UpdateItemRequest* request,
                                       v1::Item* response) override;
  grpc::ServerUnaryReactor* DeleteItem(
      grpc::CallbackServerContext* context,
      const v1::DeleteItemRequest* request,
      google::protobuf::Empty* response) override;

 private:
  Dispatch& dispatch_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_REGISTRY_HANDLER_H_
