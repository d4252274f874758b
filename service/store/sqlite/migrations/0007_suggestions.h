// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 7. What is open of a need and available of an offer is a column, never
// stored, so that suggestions find the rows with something left by index: those
// of some places, the most urgent needs and the largest offers of an item. What
// matches keep apart is found by need, by offer and by place.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0007_SUGGESTIONS_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0007_SUGGESTIONS_H_

namespace twinaid::store {

inline constexpr char kSuggestions[] = R"sql(
ALTER TABLE needs ADD COLUMN open INTEGER NOT NULL GENERATED ALWAYS AS (
  CASE closed
    WHEN 0 THEN total - committed - in_transit - received - proposed
    ELSE 0
  END) VIRTUAL;
CREATE INDEX needs_open_at ON needs (place, item) WHERE open > 0;
CREATE INDEX needs_open_by_urgency
  ON needs (item, currency, urgency, needed_by IS NULL, needed_by, place, id)
  WHERE open > 0;

ALTER TABLE offers ADD COLUMN available INTEGER NOT NULL GENERATED ALWAYS AS (
  CASE closed
    WHEN 0 THEN total - proposed - committed - dispatched
    ELSE 0
  END) VIRTUAL;
CREATE INDEX offers_available_at ON offers (place, item) WHERE available > 0;
CREATE INDEX offers_available_by_size
  ON offers (item, currency, available DESC, place, id)
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
