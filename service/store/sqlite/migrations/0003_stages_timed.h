// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 3. Stages of a round keep how long they were solved and checked; of
// those before, nobody knows.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0003_STAGES_TIMED_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0003_STAGES_TIMED_H_

namespace twinaid::store {

inline constexpr char kStagesTimed[] = R"sql(
UPDATE rounds SET certificate = (
  SELECT json_group_array(json_set(
    value, '$.solve_nanos', 0, '$.check_nanos', 0))
  FROM json_each(rounds.certificate));
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0003_STAGES_TIMED_H_
