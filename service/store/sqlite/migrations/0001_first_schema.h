// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 1. Times are microseconds since 1970, days text as 2026-01-31,
// quantities base units unless said. Enums have the numbers of the domain.
// Lists and small structures are JSON text; what they refer to stands in
// place_refs and item_refs, so that nothing in use can be deleted.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0001_FIRST_SCHEMA_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0001_FIRST_SCHEMA_H_

namespace twinaid::store {

inline constexpr char kFirstSchema[] = R"sql(
CREATE TABLE places (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  aliases TEXT NOT NULL,
  parent TEXT REFERENCES places (id),
  country_code TEXT NOT NULL,
  subdivision TEXT NOT NULL,
  position TEXT,
  population INTEGER CHECK (population >= 0),
  time_zone TEXT NOT NULL,
  external_ids TEXT NOT NULL,
  donor_capacity INTEGER CHECK (donor_capacity >= 0),
  recipient_capacity INTEGER CHECK (recipient_capacity >= 0),
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX places_by_parent ON places (parent);

CREATE TABLE sister_links (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  place_a TEXT NOT NULL REFERENCES places (id),
  place_b TEXT NOT NULL REFERENCES places (id) CHECK (place_b <> place_a),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  since_year INTEGER,
  state INTEGER NOT NULL CHECK (state IN (1, 2)),
  transit_days INTEGER NOT NULL CHECK (transit_days >= 0),
  note TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sister_links_once
  ON sister_links (min(place_a, place_b), max(place_a, place_b), kind);
CREATE INDEX sister_links_by_a ON sister_links (place_a);
CREATE INDEX sister_links_by_b ON sister_links (place_b);

CREATE TABLE organizations (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 10),
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  seat TEXT NOT NULL REFERENCES places (id),
  note TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX organizations_by_seat ON organizations (seat);

CREATE TABLE items (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  category INTEGER NOT NULL CHECK (category BETWEEN 1 AND 5),
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  unit TEXT NOT NULL,
  base_content INTEGER NOT NULL CHECK (base_content >= 1),
  unspsc TEXT NOT NULL,
  hs TEXT NOT NULL,
  hxl TEXT NOT NULL,
  note TEXT NOT NULL,
  substitutes TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE needs (
  place TEXT NOT NULL REFERENCES places (id),
  id TEXT NOT NULL CHECK (id <> ''),
  item TEXT NOT NULL REFERENCES items (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  total INTEGER NOT NULL CHECK (total >= 1),
  urgency INTEGER NOT NULL CHECK (urgency BETWEEN 1 AND 4),
  needed_by TEXT,
  substitutes INTEGER NOT NULL CHECK (substitutes BETWEEN 1 AND 3),
  listed_substitutes TEXT NOT NULL,
  min_quality INTEGER NOT NULL CHECK (min_quality BETWEEN 0 AND 100),
  currency TEXT NOT NULL,
  beneficiary TEXT REFERENCES organizations (id),
  note TEXT NOT NULL,
  note_language TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed BETWEEN 0 AND 2),
  proposed INTEGER NOT NULL CHECK (proposed >= 0),
  committed INTEGER NOT NULL CHECK (committed >= 0),
  in_transit INTEGER NOT NULL CHECK (in_transit >= 0),
  received INTEGER NOT NULL CHECK (received >= 0),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 6),
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (place, id),
  CHECK (proposed + committed + in_transit + received <= total)
) STRICT, WITHOUT ROWID;
CREATE INDEX needs_by_item ON needs (item);
CREATE INDEX needs_by_state ON needs (state);
CREATE INDEX needs_by_beneficiary ON needs (beneficiary);
CREATE INDEX needs_by_update ON needs (update_time);

CREATE TABLE offers (
  place TEXT NOT NULL REFERENCES places (id),
  id TEXT NOT NULL CHECK (id <> ''),
  item TEXT NOT NULL REFERENCES items (id),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  total INTEGER NOT NULL CHECK (total >= 1),
  available_from TEXT,
  available_until TEXT,
  expires TEXT,
  min_lot INTEGER CHECK (min_lot >= 1),
  lead_days INTEGER NOT NULL CHECK (lead_days >= 0),
  directed_to TEXT REFERENCES places (id),
  currency TEXT NOT NULL,
  donor TEXT REFERENCES organizations (id),
  certificates TEXT NOT NULL,
  note TEXT NOT NULL,
  note_language TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed BETWEEN 0 AND 2),
  proposed INTEGER NOT NULL CHECK (proposed >= 0),
  committed INTEGER NOT NULL CHECK (committed >= 0),
  dispatched INTEGER NOT NULL CHECK (dispatched >= 0),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (place, id),
  CHECK (proposed + committed + dispatched <= total)
) STRICT, WITHOUT ROWID;
CREATE INDEX offers_by_item ON offers (item);
CREATE INDEX offers_by_state ON offers (state);
CREATE INDEX offers_by_directed_to ON offers (directed_to);
CREATE INDEX offers_by_donor ON offers (donor);
CREATE INDEX offers_by_update ON offers (update_time);

CREATE TABLE schemes (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  title_en TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  participants TEXT NOT NULL,
  policy TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
  scheme TEXT NOT NULL REFERENCES schemes (id),
  id TEXT NOT NULL CHECK (id <> ''),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
  policy TEXT NOT NULL,
  seed INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  pairings INTEGER NOT NULL CHECK (pairings >= 0),
  matches INTEGER NOT NULL CHECK (matches >= 0),
  donors INTEGER NOT NULL CHECK (donors >= 0),
  coverage TEXT NOT NULL,
  certificate TEXT NOT NULL,
  stale TEXT NOT NULL,
  failure TEXT NOT NULL,
  finish_time INTEGER,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (scheme, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rounds_by_state ON rounds (state);

CREATE TABLE unmet_needs (
  scheme TEXT NOT NULL,
  round TEXT NOT NULL,
  place TEXT NOT NULL,
  need TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 14),
  PRIMARY KEY (scheme, round, place, need),
  FOREIGN KEY (scheme, round) REFERENCES rounds (scheme, id),
  FOREIGN KEY (place, need) REFERENCES needs (place, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_edges (
  scheme TEXT NOT NULL,
  round TEXT NOT NULL,
  donor TEXT NOT NULL REFERENCES places (id),
  recipient TEXT NOT NULL REFERENCES places (id),
  rung INTEGER NOT NULL,
  link TEXT NOT NULL,
  paired INTEGER NOT NULL CHECK (paired IN (0, 1)),
  value TEXT NOT NULL,
  donor_price TEXT NOT NULL,
  recipient_price TEXT NOT NULL,
  slack TEXT NOT NULL,
  PRIMARY KEY (scheme, round, donor, recipient),
  FOREIGN KEY (scheme, round) REFERENCES rounds (scheme, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_edges_by_recipient
  ON round_edges (scheme, round, recipient);

CREATE TABLE pairings (
  scheme TEXT NOT NULL REFERENCES schemes (id),
  id TEXT NOT NULL CHECK (id <> ''),
  donor TEXT NOT NULL REFERENCES places (id),
  recipient TEXT NOT NULL REFERENCES places (id),
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
  rung INTEGER NOT NULL,
  link TEXT REFERENCES sister_links (id),
  value TEXT NOT NULL,
  round_scheme TEXT NOT NULL,
  round TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  PRIMARY KEY (scheme, id),
  FOREIGN KEY (round_scheme, round) REFERENCES rounds (scheme, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairings_by_donor ON pairings (donor);
CREATE INDEX pairings_by_recipient ON pairings (recipient);
CREATE INDEX pairings_by_link ON pairings (link);

CREATE TABLE matches (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  recipient TEXT NOT NULL,
  need TEXT NOT NULL,
  donor TEXT NOT NULL CHECK (donor <> recipient),
  offer TEXT NOT NULL,
  need_item TEXT NOT NULL REFERENCES items (id),
  offer_item TEXT NOT NULL REFERENCES items (id),
  quality INTEGER NOT NULL CHECK (quality BETWEEN 0 AND 100),
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  origin INTEGER NOT NULL CHECK (origin BETWEEN 1 AND 3),
  pairing_scheme TEXT,
  pairing TEXT,
  round_scheme TEXT,
  round TEXT,
  rung INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 9),
  donor_decision TEXT NOT NULL,
  recipient_decision TEXT NOT NULL,
  dispatches TEXT NOT NULL,
  receipts TEXT NOT NULL,
  dispatch_final INTEGER NOT NULL CHECK (dispatch_final IN (0, 1)),
  end_reason INTEGER NOT NULL CHECK (end_reason BETWEEN 0 AND 13),
  end_note TEXT NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  FOREIGN KEY (recipient, need) REFERENCES needs (place, id),
  FOREIGN KEY (donor, offer) REFERENCES offers (place, id),
  FOREIGN KEY (pairing_scheme, pairing) REFERENCES pairings (scheme, id),
  FOREIGN KEY (round_scheme, round) REFERENCES rounds (scheme, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX matches_by_need ON matches (recipient, need);
CREATE INDEX matches_by_offer ON matches (donor, offer);
CREATE INDEX matches_by_pairing ON matches (pairing_scheme, pairing);
CREATE INDEX matches_by_round ON matches (round_scheme, round);
CREATE INDEX matches_by_state ON matches (state);
CREATE INDEX matches_by_update ON matches (update_time);

-- What JSON columns of `owner` (a resource name) refer to.
CREATE TABLE place_refs (
  owner TEXT NOT NULL,
  target TEXT NOT NULL REFERENCES places (id),
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_refs_by_target ON place_refs (target);
CREATE TABLE item_refs (
  owner TEXT NOT NULL,
  target TEXT NOT NULL REFERENCES items (id),
  PRIMARY KEY (owner, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_refs_by_target ON item_refs (target);

CREATE TABLE events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  time INTEGER NOT NULL,
  principal TEXT NOT NULL,
  type TEXT NOT NULL,
  resource TEXT NOT NULL,
  places TEXT NOT NULL,
  details TEXT NOT NULL,
  request_id TEXT NOT NULL,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX events_by_resource ON events (resource);
CREATE TABLE event_places (
  place TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES events (seq),
  PRIMARY KEY (place, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'events are never deleted'); END;

CREATE TABLE answers (
  principal TEXT NOT NULL,
  method TEXT NOT NULL,
  request_id TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer BLOB NOT NULL,
  create_time INTEGER NOT NULL,
  PRIMARY KEY (principal, method, request_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_time ON answers (create_time);
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0001_FIRST_SCHEMA_H_
