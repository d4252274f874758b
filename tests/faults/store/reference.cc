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

namespace {

template <typename R>
absl::Status ReadAll(const store::ReadTable<R>& table, std::vector<R>& rows) {
  TWINAID_ASSIGN_OR_RETURN(rows,
                           table.List(store::QueryOf<R>{}, std::nullopt, 0));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Contents> ContentsOf(core::UnitOfWork& work) {
  Contents all;
  TWINAID_RETURN_IF_ERROR(
      work.Read(core::System(), [&](const core::View& v) -> absl::Status {
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.events(), all.events));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.items(), all.items));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.sister_links(), all.sister_links));
        TWINAID_RETURN_IF_ERROR(
            ReadAll(v.tx.organizations(), all.organizations));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.unmet_needs(), all.unmet_needs));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.round_edges(), all.round_edges));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.letters(), all.letters));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.principals(), all.principals));
        TWINAID_RETURN_IF_ERROR(ReadAll(v.tx.tokens(), all.tokens));
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
