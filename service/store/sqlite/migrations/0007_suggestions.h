// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 7. What is open of a need and available of an offer is a column, as
// their state is. Indexes of the rows with something left hold all that a fit
// is judged by, so that suggestions need not read the rows: by item and place,
// and of an item the most urgent needs and the largest offers. What matches
// keep apart is found by need, by offer and by place.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0007_SUGGESTIONS_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0007_SUGGESTIONS_H_

namespace twinaid::store {

inline constexpr char kSuggestions[] = R"sql(
ALTER TABLE needs ADD COLUMN open INTEGER NOT NULL DEFAULT 0
  CHECK (open BETWEEN 0 AND total);
UPDATE needs SET open = total - committed - in_transit - received - proposed
  WHERE closed = 0;
CREATE INDEX needs_open_by_item ON needs (
  item, place, id, currency, open, urgency, needed_by, substitutes,
  listed_substitutes, min_quality, confirm_time)
  WHERE open > 0;
CREATE INDEX needs_open_by_urgency ON needs (
  item, currency, urgency, needed_by IS NULL, needed_by, place, id, open,
  substitutes, listed_substitutes, min_quality, confirm_time)
  WHERE open > 0;

ALTER TABLE offers ADD COLUMN available INTEGER NOT NULL DEFAULT 0
  CHECK (available BETWEEN 0 AND total);
UPDATE offers SET available = total - proposed - committed - dispatched
  WHERE closed = 0;
CREATE INDEX offers_available_by_item ON offers (
  item, place, id, currency, available, lead_days, available_from,
  available_until, expires, min_lot, directed_to, confirm_time)
  WHERE available > 0;
CREATE INDEX offers_available_by_size ON offers (
  item, currency, available DESC, place, id, lead_days, available_from,
  available_until, expires, min_lot, directed_to, confirm_time)
  WHERE available > 0;

CREATE INDEX matches_apart_by_recipient ON matches (recipient, need)
  WHERE keeps_apart > 1;
CREATE INDEX matches_apart_by_donor ON matches (donor, offer)
  WHERE keeps_apart > 1;
CREATE INDEX matches_refusing ON matches (offer_item)
  WHERE substitute_refused = 1;
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0007_SUGGESTIONS_H_
