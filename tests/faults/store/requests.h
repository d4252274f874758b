// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is asked of a store while faults happen: use cases of an office at work,
// in groups that the writer commits together.
#ifndef TWINAID_TESTS_FAULTS_STORE_REQUESTS_H_
#define TWINAID_TESTS_FAULTS_STORE_REQUESTS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/core/unit_of_work.h"

namespace twinaid::faults {

// One call of a client. `body` depends on nothing but the store, so that it may
// be run again, and on another store.
struct Request {
  std::string id;
  bool validate_only = false;
  std::function<absl::StatusOr<std::string>(core::Mutation&)> body;
};

using Group = std::vector<Request>;

// Two sister cities and a third, with items that they need and offer.
Request MakeWorld();

// A few groups of a few requests, the same for the same seed: needs and offers
// are made, matched, accepted, sent, received, declined and withdrawn. Some are
// only tried, some are refused by the rules.
std::vector<Group> MakeGroups(std::uint64_t seed);

// Asks once, as a server would.
absl::StatusOr<std::string> Ask(core::UnitOfWork& work, const Request& request);

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_REQUESTS_H_
