// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Whether a store kept its word: nothing lost, nothing doubled.
#ifndef TWINAID_TESTS_FAULTS_STORE_CHECKER_H_
#define TWINAID_TESTS_FAULTS_STORE_CHECKER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/faults/store/office_server.h"
#include "tests/faults/store/reference.h"

namespace twinaid::faults {

// Code and message: details come in no certain order.
std::string InWords(const absl::Status& status);

// How far the reference's groups came before the fault.
struct Progress {
  std::size_t kept_at_least = 0;  // groups that must be there
  std::size_t asked = 0;          // groups that may be there
  // What was stored before that many groups is not asked again, to save time.
  std::size_t again_from = 0;
};

// What an answered group says of progress: `group` is its number from 0. A
// request that was to be kept and got its answer makes the group one that must
// be there; one that got another answer than the reference is a fault, told in
// words, unless it is one of those that a failing store gives.
std::string Account(const Reference& reference, std::size_t group,
                    const std::vector<absl::StatusOr<std::string>>& answers,
                    Progress& progress);

// Looks at a store that was opened anew after a fault, then asks again what may
// not have been stored. What is wrong, in words; empty if all is well:
//
// - the file is whole (integrity_check, foreign_key_check);
// - what is stored is what the reference has after some number of groups, none
//   that must be there is missing: each request is there whole or not at all,
//   and so are the events and the answers;
// - the hash chain of the ledger holds;
// - every request that was stored, asked again, gets the same answer and
// changes
//   nothing; those of the group after are carried out once.
std::string Check(OfficeServer& server, const std::string& path,
                  const store::SqliteTuning& tuning, const Reference& reference,
                  const Progress& progress);

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_CHECKER_H_
