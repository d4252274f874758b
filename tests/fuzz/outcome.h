// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What trying some bytes came to, and the rules that every refusal keeps.
#ifndef TWINAID_TESTS_FUZZ_OUTCOME_H_
#define TWINAID_TESTS_FUZZ_OUTCOME_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::fuzz {

struct Outcome {
  std::string fault;  // what is wrong with our code; empty: nothing
  int taken = 0;      // how much of the bytes was taken as valid
  int refused = 0;    // how much was refused, and rightly so
};

// `said` becomes the fault unless there is one; false, to be returned.
bool Fault(Outcome& outcome, absl::string_view said);

// What is wrong with an error of ours: its code is INTERNAL or UNKNOWN, it has
// no reason in UPPER_SNAKE, or the texts in the two languages are not there,
// are the same, or are not UTF-8. "" if nothing is.
std::string FaultOfError(const absl::Status& status);

// Counts a refusal with that reason; any other error is a fault.
void CountRefusal(const absl::Status& status, absl::string_view reason,
                  Outcome& outcome);

// True for text such as "NOT_A_PLAN".
bool IsReason(absl::string_view text);

// The first `n` parts of the bytes between the separators; parts that are not
// there are empty, the last one holds the rest.
std::vector<absl::string_view> Parts(absl::string_view bytes,
                                     absl::string_view separator,
                                     std::size_t n);

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_OUTCOME_H_
