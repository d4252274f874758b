// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a result says, in words: why a need stayed unmet, what a pair is worth.
#ifndef TWINAID_CLIENT_CLI_REASON_TEXT_H_
#define TWINAID_CLIENT_CLI_REASON_TEXT_H_

#include <cstddef>
#include <string>

#include "twinaid/v1/common.pb.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::client {

// One clause for people; empty for an unknown reason.
std::string ReasonText(v1::UnmetNeed::Reason reason, bool chinese);

// The urgencies, the most urgent first.
std::string UrgencyText(std::size_t tier, bool chinese);

// Points as shares of all that the recipient needs at an urgency, which is
// worth 2^44 points: "critical 100.0%, low 25.0%"; in Chinese "危急 100.0%、低
// 25.0%". "0" where there are none.
std::string PointsText(const v1::TierPoints& points, bool chinese);

// "critical 12.5%"; where a lower tier gains: "critical 12.5%, and gain low
// 3.0%".
std::string LossText(const v1::TierPoints& cost, bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REASON_TEXT_H_
