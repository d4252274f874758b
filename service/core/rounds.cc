// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/ledger.h"
#include "service/core/rounds.h"
#include "service/core/rows.h"
#include "service/model/round_errors.h"

namespace twinaid::core {

absl::StatusOr<model::Round> GetRound(const View& v,
                                      const model::RoundName& name) {
  return Require(v.tx.rounds(), name);
}

absl::StatusOr<model::Round> StartRound(Mutation& m, const NewRound& given) {
  TWINAID_ASSIGN_OR_RETURN(const model::Scheme scheme,
                           Require(m.tx.schemes(), given.name.parent));
  store::RoundQuery running;
  running.scheme = scheme.id;
  running.state = model::RoundState::kRunning;
  TWINAID_ASSIGN_OR_RETURN(const std::vector<model::Round> others,
                           m.tx.rounds().List(running, std::nullopt, 1));
  if (!others.empty()) return model::RoundRunning(others[0].name);
  model::Round round;
  round.name = given.name;
  if (round.name.child.empty()) {
    round.name.child = model::RoundId::Trusted(m.ids.NewId("r"));
  }
  TWINAID_RETURN_IF_ERROR(RequireFree(m.tx.rounds(), round.name));
  round.policy = scheme.policy;
  round.seed = given.seed;
  round.as_of = given.as_of;
  round.meta = NewMeta(m.now);
  TWINAID_RETURN_IF_ERROR(m.tx.rounds().Insert(round));
  TWINAID_RETURN_IF_ERROR(Record(m, "round.started", round.name.ToString(), {},
                                 {{"as_of", absl::FormatCivilTime(round.as_of)},
                                  {"seed", absl::StrCat(round.seed)}}));
  return round;
}

absl::StatusOr<planning::Plan> PreviewRound(const View& v,
                                            const NewRound& round,
                                            const model::Stopwatch& stopwatch) {
  TWINAID_ASSIGN_OR_RETURN(const model::Scheme scheme,
                           Require(v.tx.schemes(), round.name.parent));
  TWINAID_ASSIGN_OR_RETURN(planning::PlanInput input,
                           SnapshotForRound(v, scheme, round));
  input.stopwatch = stopwatch;
  return planning::MakePlan(input);
}

}  // namespace twinaid::core
