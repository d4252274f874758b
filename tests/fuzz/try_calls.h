// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The handlers on any bytes, with the rules of the service as the judge.
#ifndef TWINAID_TESTS_FUZZ_TRY_CALLS_H_
#define TWINAID_TESTS_FUZZ_TRY_CALLS_H_

#include <grpcpp/support/status.h>

#include <string>

#include "absl/strings/string_view.h"
#include "tests/fuzz/call_world.h"
#include "tests/fuzz/outcome.h"

namespace twinaid::fuzz {

// Carries out the calls that the bytes are (calls_of_bytes.h) in the world as
// it is at its beginning, of whatever service.
// In texts "$name", "$etag" and "$next" stand
// for those of the last answer that had one. After each call
//  - it is answered, or refused with exactly one ErrorInfo that has a reason,
//    and with a text in each language; never INTERNAL or UNKNOWN;
//  - a refusal, a reading call and validate_only have changed nothing at all;
//  - the rules of tests/service/core/invariants.h hold;
// and in the end the ledger is intact.
Outcome TryCalls(CallWorld& world, absl::string_view bytes);

// The same in one world that lives as long as the process.
Outcome TryCalls(absl::string_view bytes);
CallWorld& SharedCallWorld();

// What is wrong with two answers to one refused call, the second of them in
// Chinese; "" if nothing is.
std::string FaultOfRefusal(const grpc::Status& english,
                           const grpc::Status& chinese);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_TRY_CALLS_H_
