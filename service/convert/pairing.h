// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pairings and the pairs they were chosen from.
#ifndef TWINAID_SERVICE_CONVERT_PAIRING_H_
#define TWINAID_SERVICE_CONVERT_PAIRING_H_

#include "service/model/pairing.h"
#include "service/model/round.h"
#include "twinaid/v1/pairing.pb.h"

namespace twinaid::convert {

v1::Pairing ToProto(const model::Pairing& pairing);
v1::CandidatePair ToProto(const model::RoundEdge& edge);

}  // namespace twinaid::convert

#endif  // TWINAID_SERVICE_CONVERT_PAIRING_H_
