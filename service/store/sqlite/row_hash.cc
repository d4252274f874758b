// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/row_hash.h"

#include <sqlite3.h>

#include <cstdint>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/model/sha256.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/sqlite_errors.h"
#include "service/store/sqlite/table_shapes.h"

namespace twinaid::store {
namespace {

constexpr char kFunction[] = "hash_of_row";
constexpr int kHashBytes = 16;
constexpr std::size_t kUsualRowBytes = 1024;

void AppendNumber(std::string& text, std::int64_t number) {
  text.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

// Its type, and its length where that is not given by the type.
void AppendValue(std::string& text, sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  text += static_cast<char>('0' + type);
  if (type == SQLITE_NULL) return;
  if (type == SQLITE_INTEGER) {
    return AppendNumber(text, sqlite3_value_int64(value));
  }
  // Text is asked for as such first, so that its bytes are UTF-8.
  const void* bytes = type == SQLITE_BLOB ? sqlite3_value_blob(value)
                                          : sqlite3_value_text(value);
  const int size = sqlite3_value_bytes(value);
  AppendNumber(text, size);
  if (bytes == nullptr) return;
  text.append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

void HashOfRow(sqlite3_context* context, int count, sqlite3_value** values) {
  std::string text;
  text.reserve(kUsualRowBytes);
  for (int i = 0; i < count; ++i) AppendValue(text, values[i]);
  const auto digest = model::Sha256(text);
  sqlite3_result_blob(context, digest.data(), kHashBytes, SQLITE_TRANSIENT);
}

}  // namespace

absl::Status AddRowHashFunction(sqlite3* db) {
  constexpr int kAnyNumber = -1;
  return FromSqlite(sqlite3_create_function_v2(
                        db, kFunction, kAnyNumber,
                        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                        nullptr, HashOfRow, nullptr, nullptr, nullptr),
                    kFunction);
}

std::string RowHashTerm(absl::string_view table,
                        const std::map<std::string, std::string>& terms) {
  std::string sql = absl::StrCat(kFunction, "('", table, "'");
  for (const auto& [column, term] : terms) absl::StrAppend(&sql, ", ", term);
  return sql + ")";
}

absl::Status FillRowHashes(Connection& connection) {
  TWINAID_ASSIGN_OR_RETURN(const std::vector<TableShape> tables,
                           TablesOf(connection));
  for (const TableShape& table : tables) {
    if (!table.has_row_hash) continue;
    TWINAID_RETURN_IF_ERROR(connection.Execute(
        absl::StrCat("UPDATE ", table.name, " SET ", kHashColumn, " = ",
                     table.HashTerm(), " WHERE ", kHashColumn, " = x''")));
  }
  return absl::OkStatus();
}

}  // namespace twinaid::store
