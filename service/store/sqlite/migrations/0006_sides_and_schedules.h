// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 6. Organizations have contacts; matches a consignee, the category and
// currency of what they bring, and the match whose missing part they make good;
// schemes start rounds by themselves, open rungs by waiting time, serve third
// places and prefer to return help; letters are kept.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0006_SIDES_AND_SCHEDULES_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0006_SIDES_AND_SCHEDULES_H_

namespace twinaid::store {

inline constexpr char kSidesAndSchedules[] = R"sql(
ALTER TABLE organizations ADD COLUMN contacts TEXT NOT NULL DEFAULT '[]';

ALTER TABLE matches ADD COLUMN substitute_refused INTEGER NOT NULL DEFAULT 0
  CHECK (substitute_refused IN (0, 1));
ALTER TABLE matches ADD COLUMN category INTEGER NOT NULL DEFAULT 1
  CHECK (category BETWEEN 1 AND 5);
UPDATE matches SET category =
  (SELECT category FROM items WHERE items.id = matches.need_item);
ALTER TABLE matches ADD COLUMN currency TEXT NOT NULL DEFAULT '';
UPDATE matches SET currency = (SELECT currency FROM needs
  WHERE needs.place = matches.recipient AND needs.id = matches.need);
ALTER TABLE matches ADD COLUMN replaces TEXT REFERENCES matches (id);
CREATE INDEX matches_by_replaced ON matches (replaces);
ALTER TABLE matches ADD COLUMN consignee TEXT NOT NULL DEFAULT '{}';

ALTER TABLE pairings ADD COLUMN returns_help INTEGER NOT NULL DEFAULT 0
  CHECK (returns_help IN (0, 1));

ALTER TABLE schemes ADD COLUMN third_places TEXT NOT NULL DEFAULT '[]';
ALTER TABLE schemes ADD COLUMN round_every_hours INTEGER NOT NULL DEFAULT 0
  CHECK (round_every_hours BETWEEN 0 AND 8784);
ALTER TABLE schemes ADD COLUMN round_after_minutes INTEGER NOT NULL DEFAULT 0
  CHECK (round_after_minutes BETWEEN 0 AND 44640);
UPDATE schemes SET policy = json_set(policy, '$.rung_wait_days', json('[]'),
                                     '$.prefer_return', json('false'));
UPDATE rounds SET policy = json_set(policy, '$.rung_wait_days', json('[]'),
                                    '$.prefer_return', json('false'));

CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),
  from_place TEXT NOT NULL REFERENCES places (id),
  to_place TEXT NOT NULL REFERENCES places (id),
  organization TEXT REFERENCES organizations (id),
  signatory TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  about TEXT REFERENCES matches (id),
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX letters_by_from ON letters (from_place);
CREATE INDEX letters_by_to ON letters (to_place);
CREATE INDEX letters_by_organization ON letters (organization);
CREATE INDEX letters_by_match ON letters (about);

CREATE TABLE unmet_needs_with_waits (
  scheme TEXT NOT NULL,
  round TEXT NOT NULL,
  place TEXT NOT NULL,
  need TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 16),
  closed TEXT NOT NULL,
  closed_offers INTEGER NOT NULL CHECK (closed_offers >= 0),
  PRIMARY KEY (scheme, round, place, need),
  FOREIGN KEY (scheme, round) REFERENCES rounds (scheme, id),
  FOREIGN KEY (place, need) REFERENCES needs (place, id)
) STRICT, WITHOUT ROWID;
INSERT INTO unmet_needs_with_waits
  SELECT scheme, round, place, need, quantity, reason, closed, closed_offers
  FROM unmet_needs;
DROP TABLE unmet_needs;
ALTER TABLE unmet_needs_with_waits RENAME TO unmet_needs;
CREATE INDEX unmet_needs_by_need ON unmet_needs (place, need);
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0006_SIDES_AND_SCHEDULES_H_
