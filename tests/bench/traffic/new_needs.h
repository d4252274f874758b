// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The needs that a run creates, known by their number.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_NEW_NEEDS_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_NEW_NEEDS_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "tests/bench/traffic/call.h"
#include "tests/bench/traffic/target.h"

namespace twinaid::bench {

// Need `number` of line `line`: its name and what is asked for, the same each
// time.
std::string NewNeedName(const Target& target, int line, std::int32_t number);
v1::CreateNeedRequest NewNeed(const Target& target, int line,
                              std::int32_t number);

// The number in the name of a need of this line; -1: it is none.
std::int32_t NumberOf(const Target& target, int line, absl::string_view name);

// Its answer is what was asked for.
std::unique_ptr<Call> CreateCall(const Target& target, int line,
                                 std::int32_t number);
// What is stored is what was asked for.
std::unique_ptr<Call> GetNewCall(const Target& target, int line,
                                 std::int32_t number);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_NEW_NEEDS_H_
