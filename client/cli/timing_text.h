// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a proof cost, in words: how long stages were solved and checked.
#ifndef TWINAID_CLIENT_CLI_TIMING_TEXT_H_
#define TWINAID_CLIENT_CLI_TIMING_TEXT_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <string>

#include "absl/time/time.h"
#include "client/cli/session.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::client {

using Certificate = google::protobuf::RepeatedPtrField<v1::StageCertificate>;

// Of one stage or of several together.
struct Timing {
  absl::Duration solve;
  absl::Duration check;
};

Timing TimingOf(const v1::StageCertificate& stage);
Timing TimingOf(const Certificate& stages);

// False: nobody looked at a stopwatch.
bool IsMeasured(const Timing& timing);

// "1.234 ms"; from a second on "1.234 s"; empty where nothing was measured.
std::string CheckText(const Timing& timing);
// The check as a share of the solve, "45.9%"; empty without a solve.
std::string ShareText(const Timing& timing);

// "proof checked in 1.234 ms, 45.9% of the solve"; empty where nothing was
// measured.
std::string CheckedText(const Certificate& stages, bool chinese);

// A line a stage, and the total, to stderr; --quiet does not apply.
void PrintTiming(Session& session, const Certificate& stages);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_TIMING_TEXT_H_
