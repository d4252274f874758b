// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A round on the screen: result, proof, stale proposals, plan.
#ifndef TWINAID_CLIENT_CLI_ROUND_OUTPUT_H_
#define TWINAID_CLIENT_CLI_ROUND_OUTPUT_H_

#include <vector>

#include "client/cli/rows.h"
#include "client/cli/session.h"
#include "twinaid/v1/round.pb.h"

namespace twinaid::client {

// Prints the round in the format chosen. A table is followed by the proof,
// stage by stage, by what could not be written, and by the plan, where the
// round has them.
void PrintRound(Session& session, const v1::Round& round);

// Of proposals that could not be written.
std::vector<Column<v1::StaleProposal>> StaleColumns();

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_ROUND_OUTPUT_H_
