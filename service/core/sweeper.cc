// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/sweeper.h"

#include <utility>

#include "service/core/assistance.h"
#include "service/core/inventory.h"
#include "service/core/rows.h"

namespace twinaid::core {
namespace {

template <typename Ask>
absl::StatusOr<bool> IsAnyDue(UnitOfWork& work, Ask ask) {
  absl::StatusOr<bool> due = false;
  TWINAID_RETURN_IF_ERROR(
      work.Read(System(), [&](const View& v) -> absl::Status {
        due = ask(v);
        return due.status();
      }));
  return due;
}

template <typename Do>
absl::StatusOr<int> Write(UnitOfWork& work, Do carry_out) {
  int ended = 0;
  TWINAID_RETURN_IF_ERROR(work.Run(System(), [&](Mutation& m) -> absl::Status {
    TWINAID_ASSIGN_OR_RETURN(ended, carry_out(m));
    return absl::OkStatus();
  }));
  return ended;
}

absl::StatusOr<bool> IsLapseDue(const View& v) {
  store::MatchQuery due;
  due.answer_by = v.now;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Match> matches,
                           v.tx.matches().List(due, std::nullopt, 1));
  return !matches.empty();
}

}  // namespace

absl::StatusOr<int> SweepLapses(UnitOfWork& work) {
  int ended = 0;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool due, IsAnyDue(work, IsLapseDue));
    if (!due) break;
    TWINAID_ASSIGN_OR_RETURN(const int lapsed, Write(work, [](Mutation& m) {
                               return LapseDue(m, kLapsesPerChunk);
                             }));
    ended += lapsed;
  }
  return ended;
}

absl::StatusOr<int> SweepDue(UnitOfWork& work) {
  TWINAID_ASSIGN_OR_RETURN(const int lapsed, SweepLapses(work));
  TWINAID_ASSIGN_OR_RETURN(const int expired, SweepExpiries(work));
  return lapsed + expired;
}

}  // namespace twinaid::core
