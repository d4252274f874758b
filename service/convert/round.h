// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Rounds and what they leave unmet.
#ifndef TWINAID_SERVICE_CONVERT_ROUND_H_
#define TWINAID_SERVICE_CONVERT_ROUND_H_

#include "service/model/errors.h"
#include "service/model/round.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::convert {

// Why a round failed is told in `language`.
v1::Round ToProto(const model::Round& round, model::Language language);
v1::Coverage ToProto(const model::Coverage& coverage);
v1::Fairness ToProto(const model::Fairness& fairness);
v1::ExtraCapacity ToProto(const model::ExtraCapacity& extra);
v1::StageCertificate ToProto(const model::StageCertificate& stage);
v1::UnmetNeed ToProto(const model::UnmetNeed& unmet);
v1::StaleProposal ToProto(const model::StaleProposal& stale);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_ROUND_H_
