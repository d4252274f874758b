// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Answers about rounds as the contract has them.
#ifndef TWINAID_SERVICE_RPC_ANSWERS_H_
#define TWINAID_SERVICE_RPC_ANSWERS_H_

#include "service/core/answers.h"
#include "twinaid/v1/answer.pb.h"
#include "twinaid/v1/matching_service.pb.h"

namespace twinaid::rpc {

v1::ExplainPairingResponse ToProto(const core::PairingExplanation& why);
v1::ExplainNeedResponse ToProto(const core::NeedExplanation& why);
v1::CompareRoundsResponse ToProto(const core::RoundComparison& compared);

}  // namespace twinaid::rpc

#endif  // TWINAID_SERVICE_RPC_ANSWERS_H_
