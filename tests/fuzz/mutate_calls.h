// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Calls changed into others that are still calls.
#ifndef TWINAID_TESTS_FUZZ_MUTATE_CALLS_H_
#define TWINAID_TESTS_FUZZ_MUTATE_CALLS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::fuzz {

// Some bytes, changed a little.
using ByteMutator = std::function<std::string(std::string bytes)>;

// The calls of `bytes` (calls_of_bytes.h) with something changed: a field set,
// cleared or changed, a call of `service` added, one taken out, two exchanged,
// time let pass; now and then the bytes themselves. Texts come from `names`,
// from words that the contract knows, and from `mutate`. The same arguments
// give the same calls.
std::string MutateCalls(absl::string_view service, absl::string_view bytes,
                        const std::vector<std::string>& names,
                        std::uint64_t seed, const ByteMutator& mutate);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_MUTATE_CALLS_H_
