// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/lookup_check.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"

namespace twinaid::store {
namespace {

// What each column names, with the name of its row.
constexpr char kNamedItems[] =
    "SELECT 'items/' || items.id AS owner, json_extract(s.value, '$.item') AS "
    "target FROM items, json_each(items.substitutes) AS s UNION "
    "SELECT 'places/' || needs.place || '/needs/' || needs.id, s.value FROM "
    "needs, json_each(needs.listed_substitutes) AS s";
constexpr char kNamedPlaces[] =
    "SELECT 'schemes/' || schemes.id AS owner, p.value AS target FROM schemes, "
    "json_each(schemes.participants) AS p UNION "
    "SELECT 'schemes/' || schemes.id, p.value FROM schemes, "
    "json_each(schemes.third_places) AS p UNION "
    "SELECT 'principals/' || principals.id, p.value FROM principals, "
    "json_each(principals.places) AS p";

absl::Status Wrong(Connection& connection, const char* table,
                   const std::string& owner) {
  return connection.Damaged(model::StoreDamaged(
      absl::StrCat("table ", table, " is not what ", owner, " says")));
}

// The first row of a statement names who differs.
absl::Status NoneDiffers(Connection& connection, const std::string& sql,
                         const char* table) {
  TWINAID_ASSIGN_OR_RETURN(Statement statement, connection.Prepare(sql, table));
  TWINAID_ASSIGN_OR_RETURN(const bool any, statement.Step());
  return any ? Wrong(connection, table, statement.Text(0)) : absl::OkStatus();
}

absl::Status Same(Connection& connection, const char* table,
                  const char* named) {
  const std::string kept = absl::StrCat("SELECT owner, target FROM ", table);
  TWINAID_RETURN_IF_ERROR(NoneDiffers(
      connection,
      absl::StrCat("SELECT * FROM (", named, ") EXCEPT ", kept, " LIMIT 1"),
      table));
  return NoneDiffers(
      connection,
      absl::StrCat(kept, " EXCEPT SELECT * FROM (", named, ") LIMIT 1"), table);
}

}  // namespace

absl::Status CheckPlacesOf(Connection& connection, const model::Event& event) {
  for (const model::PlaceId& place : event.places) {
    TWINAID_ASSIGN_OR_RETURN(
        Statement statement,
        connection.Prepare(
            "SELECT 1 FROM event_places WHERE place = ? AND seq = ?",
            "event_places"));
    statement.Bind(place.value());
    statement.Bind(event.seq);
    TWINAID_ASSIGN_OR_RETURN(const bool found, statement.Step());
    if (!found) {
      return Wrong(connection, "event_places", model::EventName(event.seq));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckEventPlaces(Connection& connection) {
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection.Prepare(
          "SELECT (SELECT count(*) FROM event_places), "
          "(SELECT total(json_array_length(places)) FROM events)",
          "event_places"));
  TWINAID_RETURN_IF_ERROR(statement.Step().status());
  if (statement.Int(0) == statement.Int(1)) return absl::OkStatus();
  return Wrong(connection, "event_places", "the ledger");
}

absl::Status CheckRefs(Connection& connection) {
  TWINAID_RETURN_IF_ERROR(Same(connection, "item_refs", kNamedItems));
  return Same(connection, "place_refs", kNamedPlaces);
}

}  // namespace twinaid::store
