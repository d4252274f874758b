// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/every_mutation.h"

#include "tests/faults/store/script.h"

namespace twinaid::faults {

std::vector<Group> EveryMutation() {
  Script script;
  script.Add(MakeWorld());
  WriteRegistry(script);
  WriteInventory(script);
  WriteMatches(script);
  WriteRounds(script);
  WritePrincipals(script);
  return script.Take();
}

}  // namespace twinaid::faults
