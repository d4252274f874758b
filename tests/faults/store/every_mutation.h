// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of mutation once, in an order in which each succeeds.
#ifndef TWINAID_TESTS_FAULTS_STORE_EVERY_MUTATION_H_
#define TWINAID_TESTS_FAULTS_STORE_EVERY_MUTATION_H_

#include <vector>

#include "tests/faults/store/requests.h"

namespace twinaid::faults {

// The world first, then a group for each mutation; ids say which it is
// ("CreateNeed", "CreateNeed-2").
std::vector<Group> EveryMutation();

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_EVERY_MUTATION_H_
