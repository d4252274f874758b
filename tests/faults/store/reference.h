// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a store must hold after each group of requests, told by the store in
// memory, which has no disk.
#ifndef TWINAID_TESTS_FAULTS_STORE_REFERENCE_H_
#define TWINAID_TESTS_FAULTS_STORE_REFERENCE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/unit_of_work.h"
#include "service/model/event.h"
#include "service/model/item.h"
#include "service/model/letter.h"
#include "service/model/organization.h"
#include "service/model/principal.h"
#include "service/model/round.h"
#include "service/model/sister_link.h"
#include "tests/faults/store/requests.h"
#include "tests/service/core/invariants.h"

namespace twinaid::faults {

// Everything that requests change.
struct Contents {
  core::Holdings holdings;
  std::vector<model::Item> items;
  std::vector<model::SisterLink> sister_links;
  std::vector<model::Organization> organizations;
  std::vector<model::UnmetNeed> unmet_needs;
  std::vector<model::RoundEdge> round_edges;
  std::vector<model::Letter> letters;
  std::vector<model::Principal> principals;
  std::vector<model::Token> tokens;
  std::vector<model::Event> events;
  friend bool operator==(const Contents&, const Contents&) = default;
};

// What `work` reads now.
absl::StatusOr<Contents> ContentsOf(core::UnitOfWork& work);

struct Reference {
  std::vector<Group> groups;
  // One more than groups: before the first, and after each.
  std::vector<Contents> contents;
  std::vector<std::uint64_t> last_ids;  // of the generator, as contents
  // Of each request of each group.
  std::vector<std::vector<absl::StatusOr<std::string>>> answers;
};

// The moment at which a group is asked.
absl::Time TimeOf(std::size_t group);

Reference MakeReference(std::vector<Group> groups);

}  // namespace twinaid::faults

#endif  // TWINAID_TESTS_FAULTS_STORE_REFERENCE_H_
