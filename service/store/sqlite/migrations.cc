// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/migrations.h"

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/migrations/0001_first_schema.h"
#include "service/store/sqlite/migrations/0002_rounds_explained.h"
#include "service/store/sqlite/migrations/0003_stages_timed.h"
#include "service/store/sqlite/migrations/0004_principals.h"
#include "service/store/sqlite/migrations/0005_answers_and_confirmations.h"
#include "service/store/sqlite/migrations/0006_sides_and_schedules.h"
#include "service/store/sqlite/migrations/0007_suggestions.h"
#include "service/store/sqlite/migrations/0008_notices.h"
#include "service/store/sqlite/migrations/0009_row_hashes.h"
#include "service/store/sqlite/migrations/0010_fewer_pages.h"
#include "service/store/sqlite/row_hash.h"

namespace twinaid::store {
namespace {

constexpr std::int64_t kFirstWithRowHashes = 9;

absl::Status Run(Connection& connection, const Migration& migration) {
  TWINAID_RETURN_IF_ERROR(
      connection.Execute(absl::StrCat("BEGIN IMMEDIATE;", migration.sql)));
  if (migration.schema >= kFirstWithRowHashes) {
    TWINAID_RETURN_IF_ERROR(FillRowHashes(connection));
  }
  return connection.Execute(
      absl::StrCat("PRAGMA user_version=", migration.schema, ";COMMIT;"));
}

}  // namespace

const std::vector<Migration>& AllMigrations() {
  static const auto& all =
      *new std::vector<Migration>{{1, kFirstSchema},
                                  {2, kRoundsExplained},
                                  {3, kStagesTimed},
                                  {4, kPrincipals},
                                  {5, kAnswersAndConfirmations},
                                  {6, kSidesAndSchedules},
                                  {7, kSuggestions},
                                  {8, kNotices},
                                  {9, kRowHashes},
                                  {10, kFewerPages}};
  return all;
}

absl::StatusOr<std::int64_t> SchemaOf(Connection& connection) {
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection.Prepare("PRAGMA user_version", "the schema"));
  TWINAID_RETURN_IF_ERROR(statement.Step().status());
  return statement.Int(0);
}

absl::Status Migrate(Connection& connection, std::int64_t last_schema) {
  const std::int64_t known = AllMigrations().back().schema;
  TWINAID_ASSIGN_OR_RETURN(const std::int64_t schema, SchemaOf(connection));
  if (schema > known) return model::StoreTooNew(schema, known);
  for (const Migration& migration : AllMigrations()) {
    if (migration.schema <= schema) continue;
    if (last_schema != 0 && migration.schema > last_schema) break;
    const absl::Status status = Run(connection, migration);
    if (!status.ok()) {
      // What a failed step began is undone; its own error is what counts.
      connection.Rollback();
      return status;
    }
  }
  return absl::OkStatus();
}

}  // namespace twinaid::store
