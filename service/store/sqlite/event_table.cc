// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/event_table.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/columns.h"
#include "service/store/sqlite/where.h"

namespace twinaid::store {
namespace {

constexpr char kWhat[] = "the ledger";
constexpr char kColumns[] =
    "seq, time, principal, type, resource, places, details, request_id, "
    "prev_hash, hash";

template <typename V>
void Visit(V& v, model::Event& e) {
  v("seq", e.seq);
  v("time", e.time);
  v("principal", e.principal);
  v("type", e.type);
  v("resource", e.resource);
  v("places", Json(e.places));
  v("details", Json(e.details));
  v("request_id", e.request_id);
  v("prev_hash", e.prev_hash);
  v("hash", e.hash);
}

// An event is checked by its own hash; whether it fits the one before it is
// for who reads the whole ledger.
absl::StatusOr<model::Event> ReadRow(Connection& connection,
                                     const Statement& statement) {
  model::Event event;
  Reader reader(statement);
  Visit(reader, event);
  if (!reader.ok() ||
      (connection.checks_rows() && event.hash != model::HashOf(event))) {
    return connection.Damaged(
        model::RowDamaged("events", model::EventName(event.seq)));
  }
  return event;
}

// The ledger has no gap.
absl::Status Missing(std::int64_t seq) {
  return model::StoreDamaged(
      absl::StrCat("event ", seq, " is missing from the ledger"));
}

// The only row of a statement, if it has one.
absl::StatusOr<std::optional<model::Event>> One(Connection& connection,
                                                Statement& statement) {
  TWINAID_ASSIGN_OR_RETURN(const bool found, statement.Step());
  if (!found) return std::optional<model::Event>();
  TWINAID_ASSIGN_OR_RETURN(model::Event event, ReadRow(connection, statement));
  return std::optional<model::Event>(std::move(event));
}

}  // namespace

absl::StatusOr<std::optional<model::Event>> EventTable::Find(
    const std::int64_t& seq) const {
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection_.Prepare(
          absl::StrCat("SELECT ", kColumns, " FROM events WHERE seq = ?"),
          kWhat));
  statement.Bind(seq);
  TWINAID_ASSIGN_OR_RETURN(std::optional<model::Event> event,
                           One(connection_, statement));
  if (event || seq < 1 || !connection_.checks_rows()) return event;
  TWINAID_ASSIGN_OR_RETURN(const End end, LastEnd());
  if (end.seq < seq) return event;
  return connection_.Damaged(Missing(seq));
}

absl::StatusOr<EventTable::End> EventTable::LastEnd() const {
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection_.Prepare(
          "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1", kWhat));
  TWINAID_ASSIGN_OR_RETURN(const bool found, statement.Step());
  if (!found) return End();
  return End{statement.Int(0), statement.Text(1)};
}

absl::StatusOr<std::optional<model::Event>> EventTable::Last() const {
  TWINAID_ASSIGN_OR_RETURN(const End end, LastEnd());
  if (end.seq == 0) return std::optional<model::Event>();
  if (!last_ || last_->seq != end.seq || last_->hash != end.hash) {
    TWINAID_ASSIGN_OR_RETURN(last_, Find(end.seq));
  }
  return last_;
}

absl::StatusOr<std::vector<model::Event>> EventTable::List(
    const EventQuery& query, const std::optional<std::int64_t>& after,
    int limit) const {
  Where where;
  if (query.place) {
    where.Add("seq IN (SELECT seq FROM event_places WHERE place = ?)",
              {query.place->value()});
  }
  where.Is("resource", query.resource);
  where.Is("type", query.type);
  if (after) where.Add("seq > ?", *after);
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection_.Prepare(absl::StrCat("SELECT ", kColumns, " FROM events",
                                       where.sql(), " ORDER BY seq LIMIT ?"),
                          kWhat));
  where.Bind(statement);
  statement.Bind(limit == 0 ? std::int64_t{-1} : std::int64_t{limit});
  const bool all = !query.place && !query.resource && !query.type;
  std::int64_t next = after.value_or(0);
  std::vector<model::Event> events;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(const bool more, statement.Step());
    if (!more) return events;
    TWINAID_ASSIGN_OR_RETURN(model::Event event,
                             ReadRow(connection_, statement));
    if (all && event.seq != ++next && connection_.checks_rows()) {
      return connection_.Damaged(Missing(next));
    }
    events.push_back(std::move(event));
  }
}

absl::Status EventTable::Append(const model::Event& event) {
  TWINAID_ASSIGN_OR_RETURN(const End end, LastEnd());
  if (event.seq != end.seq + 1 || event.prev_hash != end.hash) {
    return model::ChainBroken(event.seq);
  }
  TWINAID_ASSIGN_OR_RETURN(
      Statement statement,
      connection_.Prepare(
          absl::StrCat("INSERT INTO events (", kColumns,
                       ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          kWhat));
  model::Event copy = event;
  Binder binder(statement);
  Visit(binder, copy);
  TWINAID_RETURN_IF_ERROR(statement.Run());
  for (const model::PlaceId& place : event.places) {
    TWINAID_ASSIGN_OR_RETURN(
        Statement of_place,
        connection_.Prepare(
            "INSERT INTO event_places (place, seq) VALUES (?, ?)", kWhat));
    of_place.Bind(place.value());
    of_place.Bind(event.seq);
    TWINAID_RETURN_IF_ERROR(of_place.Run());
  }
  last_ = event;
  return absl::OkStatus();
}

}  // namespace twinaid::store
