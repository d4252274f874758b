// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// MatchingService: schemes, rounds, pairings.
#ifndef TWINAID_SERVICE_RPC_MATCHING_HANDLER_H_
#define TWINAID_SERVICE_RPC_MATCHING_HANDLER_H_

#include "service/core/round_runner.h"
#include "service/rpc/dispatch.h"
#include "twinaid/v1/matching_service.grpc.pb.h"

namespace twinaid::rpc {

// Thread-safe. What it is given is borrowed.
class MatchingHandler final : public v1::MatchingService::CallbackService {
 public:
  MatchingHandler(Dispatch& dispatch, core::RoundRunner& runner,
                  const model::Clock& clock)
      : dispatch_(dispatch), runner_(runner), clock_(clock) {}
  grpc::ServerUnaryReactor* GetScheme(grpc::CallbackServerContext* context,
                                      const v1::GetSchemeRequest* request,
                                      v1::Scheme* response) override;
  grpc::ServerUnaryReactor* ListSchemes(
      grpc::CallbackServerContext* context,
      const v1::ListSchemesRequest* request,
      v1::ListSchemesResponse* response) override;
  grpc::ServerUnaryReactor* CreateScheme(grpc::CallbackServerContext* context,
                                         const v1::CreateSchemeRequest* request,
                                         v1::Scheme* response) override;
  grpc::ServerUnaryReactor* UpdateScheme(grpc::CallbackServerContext* context,
                                         const v1::UpdateSchemeRequest* request,
                                         v1::Scheme* response) override;
  grpc::ServerUnaryReactor* CreateRound(grpc::CallbackServerContext* context,
                                        const v1::CreateRoundRequest* request,
                                        v1::Round* response) override;
  grpc::ServerUnaryReactor* GetRound(grpc::CallbackServerContext* context,
                                     const v1::GetRoundRequest* request,
                                     v1::Round* response) override;
  grpc::ServerUnaryReactor* ListRounds(
      grpc::CallbackServerContext* context,
      const v1::ListRoundsRequest* request,
      v1::ListRoundsResponse* response) override;
  grpc::ServerUnaryReactor* ListUnmetNeeds(
      grpc::CallbackServerContext* context,
      const v1::ListUnmetNeedsRequest* request,
      v1::ListUnmetNeedsResponse* response) override;
  grpc::ServerUnaryReactor* GetPairing(grpc::CallbackServerContext* context,
                                       const v1::GetPairingRequest* request,
                                       v1::Pairing* response) override;
  grpc::ServerUnaryReactor* ListPairings(
      grpc::CallbackServerContext* context,
      const v1::ListPairingsRequest* request,
      v1::ListPairingsResponse* response) override;
  grpc::ServerUnaryReactor* EndPairing(grpc::CallbackServerContext* context,
                                       const v1::EndPairingRequest* request,
                                       v1::Pairing* response) override;
  grpc::ServerUnaryReactor* ExplainPairing(
      grpc::CallbackServerContext* context,
      const v1::ExplainPairingRequest* request,
      v1::ExplainPairingResponse* response) override;
  grpc::ServerUnaryReactor* ExplainNeed(
      grpc::CallbackServerContext* context,
      const v1::ExplainNeedRequest* request,
      v1::ExplainNeedResponse* response) override;
  grpc::ServerUnaryReactor* SuggestOffers(
      grpc::CallbackServerContext* context,
      const v1::SuggestOffersRequest* request,
      v1::SuggestOffersResponse* response) override;
  grpc::ServerUnaryReactor* SuggestNeeds(
      grpc::CallbackServerContext* context,
      const v1::SuggestNeedsRequest* request,
      v1::SuggestNeedsResponse* response) override;
  grpc::ServerUnaryReactor* CompareRounds(
      grpc::CallbackServerContext* context,
      const v1::CompareRoundsRequest* request,
      v1::CompareRoundsResponse* response) override;

  // The two ways of CreateRound.
  absl::Status Preview(const Call& call, const v1::CreateRoundRequest& request,
                       v1::Round& response);
  absl::Status Start(const Call& call, const v1::CreateRoundRequest& request,
                     v1::Round& response);

 private:
  Dispatch& dispatch_;
  core::RoundRunner& runner_;
  const model::Clock& clock_;
};

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_MATCHING_HANDLER_H_
