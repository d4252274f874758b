// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A comparison of two plans on the screen.
#ifndef TWINAID_CLIENT_CLI_PLAN_DIFF_OUTPUT_H_
#define TWINAID_CLIENT_CLI_PLAN_DIFF_OUTPUT_H_

#include "client/cli/session.h"
#include "client/plan/plan_diff.h"

namespace twinaid::client {

// Prints the comparison as tables, or as JSON where that was asked for.
void PrintPlanDiff(Session& session, const PlanDiff& diff);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_PLAN_DIFF_OUTPUT_H_
