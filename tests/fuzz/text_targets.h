// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The targets that read texts and files, by name.
#ifndef TWINAID_TESTS_FUZZ_TEXT_TARGETS_H_
#define TWINAID_TESTS_FUZZ_TEXT_TARGETS_H_

#include <functional>
#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

using Target = std::function<Outcome(absl::string_view bytes)>;

// Each has a folder of that name in tests/fuzz/corpus.
const std::map<std::string, Target>& TextTargets();

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TEXT_TARGETS_H_
