// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/faults/store/reference.h"

#include <utility>

#include "absl/time/civil_time.h"
#include "service/model/status_macros.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_id_generator.h"
#include "tests/support/memory_store.h"

namespace twinaid::faults {

absl::StatusOr<Contents> ContentsOf(core::UnitOfWork& work) {
  Contents all;
  TWINAID_RETURN_IF_ERROR(
      work.Read(core::System(), [&](const core::View& v) -> absl::Status {
        // What HoldingsOf() reads is there: an error of the disk would be met
        // here first.
        TWINAID_ASSIGN_OR_RETURN(
            all.events,
            v.tx.events().List(store::EventQuery{}, std::nullopt, 0));
        TWINAID_ASSIGN_OR_RETURN(
            all.items,
            v.tx.items().List(store::QueryOf<model::Item>{}, std::nullopt, 0));
        TWINAID_ASSIGN_OR_RETURN(
            all.sister_links,
            v.tx.sister_links().List(store::QueryOf<model::SisterLink>{},
                                     std::nullopt, 0));
        all.holdings = core::HoldingsOf(v);
        return absl::OkStatus();
      }));
  return all;
}

absl::Time TimeOf(std::size_t group) {
  return absl::FromCivil(absl::CivilHour(2020, 2, 10, 12),
                         absl::UTCTimeZone()) +
         static_cast<std::int64_t>(group) * absl::Minutes(1);
}

Reference MakeReference(std::vector<Group> groups) {
  Reference reference;
  reference.groups = std::move(groups);
  FakeClock clock;
  FakeIdGenerator ids;
  MemoryStore store;
  core::UnitOfWork work(store, clock, ids);
  reference.contents.push_back(*ContentsOf(work));
  reference.last_ids.push_back(ids.last());
  for (std::size_t g = 0; g < reference.groups.size(); ++g) {
    clock.Set(TimeOf(g));
    reference.answers.emplace_back();
    for (const Request& request : reference.groups[g]) {
      reference.answers.back().push_back(Ask(work, request));
    }
    reference.contents.push_back(*ContentsOf(work));
    reference.last_ids.push_back(ids.last());
  }
  return reference;
}

}  // namespace twinaid::faults
