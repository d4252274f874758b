// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/core/ledger.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "service/core/notices.h"
#include "service/model/status_macros.h"
#include "service/store/query.h"

namespace twinaid::core {
namespace {

constexpr int kEventsPerRead = 1000;

std::string HashBeforeTheFirst() { return std::string(64, '0'); }

}  // namespace

absl::Status Record(Mutation& m, absl::string_view type,
                    absl::string_view resource,
                    std::vector<model::PlaceId> places,
                    std::map<std::string, std::string> details,
                    absl::string_view note) {
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                           m.tx.LastEvent());
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  if (!places.empty() && places.front().empty()) places.erase(places.begin());
  if (!note.empty()) {
    const std::string salt = m.ids.NewSalt();
    details["note_sha256"] = model::NoteDigest(salt, note);
    details["note_salt"] = salt;
  }
  model::Event event;
  event.seq = last ? last->seq + 1 : 1;
  event.time = m.now;
  event.principal = m.caller.principal;
  event.type = std::string(type);
  event.resource = std::string(resource);
  event.places = std::move(places);
  event.details = std::move(details);
  event.request_id = m.request_id;
  event.prev_hash = last ? last->hash : HashBeforeTheFirst();
  event.hash = model::HashOf(event);
  TWINAID_RETURN_IF_ERROR(m.tx.AppendEvent(event));
  if (absl::StartsWith(resource, "principals/")) m.changes_access = true;
  if (!m.notices.any()) return absl::OkStatus();
  return WriteNotices(m, event);
}

absl::StatusOr<LedgerHead> GetLedgerHead(const View& v) {
  TWINAID_ASSIGN_OR_RETURN(const std::optional<model::Event> last,
                           v.tx.LastEvent());
  return last ? LedgerHead{last->seq, last->hash} : LedgerHead();
}

absl::StatusOr<LedgerVerdict> VerifyLedger(
    const View& v, const std::optional<LedgerHead>& kept) {
  LedgerVerdict verdict;
  std::string head = HashBeforeTheFirst();
  std::optional<std::int64_t> after;
  while (true) {
    TWINAID_ASSIGN_OR_RETURN(
        const std::vector<model::Event> events,
        v.tx.events().List(store::EventQuery{}, after, kEventsPerRead));
    for (const model::Event& event : events) {
      ++verdict.events;
      const bool is_kept = kept && kept->seq == event.seq;
      if (is_kept) verdict.kept_found = kept->hash == event.hash;
      const bool fits = event.seq == verdict.events &&
                        event.prev_hash == head &&
                        event.hash == model::HashOf(event) &&
                        (!is_kept || verdict.kept_found);
      if (!fits && verdict.broken_seq == 0) verdict.broken_seq = event.seq;
      head = event.hash;
    }
    if (events.size() < kEventsPerRead) break;
    after = events.back().seq;
  }
  if (verdict.events > 0) verdict.head_hash = head;
  if (kept && kept->seq > verdict.events && verdict.broken_seq == 0) {
    verdict.broken_seq = verdict.events + 1;
  }
  return verdict;
}

}  // namespace twinaid::core
