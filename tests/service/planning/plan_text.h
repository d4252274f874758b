// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Plans as text: to compare whole ones, and to say in a line what is expected.
#ifndef TWINAID_TESTS_SERVICE_PLANNING_PLAN_TEXT_H_
#define TWINAID_TESTS_SERVICE_PLANNING_PLAN_TEXT_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/planning/plan.h"
#include "tests/service/planning/small_world.h"

namespace twinaid::planning {

// The plan of an input that is in order; its proof must hold.
Plan PlanOf(const PlanInput& input);
Plan PlanOf(const SmallWorld& world);

// "wuxi>austin", by donor, then recipient.
std::vector<std::string> PairsOf(const Plan& plan);
// "wuxi>austin 60", by need, then offer.
std::vector<std::string> FlowsOf(const Plan& plan);

// Everything that a plan says, byte by byte.
std::string TextOf(const Plan& plan);

}  // namespace twinaid::planning

#endif  // TWINAID_TESTS_SERVICE_PLANNING_PLAN_TEXT_H_
