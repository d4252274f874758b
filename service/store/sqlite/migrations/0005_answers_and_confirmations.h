// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 5. Proposals have a day by which they are answered, ended matches say
// what they keep apart, needs and offers when their place last spoke of them.
// What was declined so far keeps need and offer apart, the two places where the
// reason was prefers_other (8).
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0005_ANSWERS_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0005_ANSWERS_H_

namespace twinaid::store {

inline constexpr char kAnswersAndConfirmations[] = R"sql(
ALTER TABLE needs ADD COLUMN confirm_time INTEGER NOT NULL DEFAULT 0;
UPDATE needs SET confirm_time = update_time;
ALTER TABLE offers ADD COLUMN confirm_time INTEGER NOT NULL DEFAULT 0;
UPDATE offers SET confirm_time = update_time;

ALTER TABLE schemes ADD COLUMN confirm_days INTEGER NOT NULL DEFAULT 14
  CHECK (confirm_days BETWEEN 1 AND 3650);
ALTER TABLE schemes ADD COLUMN answer_days INTEGER NOT NULL DEFAULT 7
  CHECK (answer_days BETWEEN 1 AND 3650);

ALTER TABLE matches ADD COLUMN answer_by INTEGER;
ALTER TABLE matches ADD COLUMN keeps_apart INTEGER NOT NULL DEFAULT 1
  CHECK (keeps_apart BETWEEN 1 AND 3);
UPDATE matches SET answer_by = create_time + 7 * 86400000000 WHERE state = 1;
UPDATE matches SET keeps_apart = CASE end_reason WHEN 8 THEN 3 ELSE 2 END
  WHERE state = 5;
CREATE INDEX matches_to_answer ON matches (answer_by) WHERE state = 1;
CREATE INDEX matches_apart ON matches (keeps_apart) WHERE keeps_apart > 1;

CREATE TABLE unmet_needs_with_rest (
  scheme TEXT NOT NULL,
  round TEXT NOT NULL,
  place TEXT NOT NULL,
  need TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity >= 1),
  reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 15),
  closed TEXT NOT NULL,
  closed_offers INTEGER NOT NULL CHECK (closed_offers >= 0),
  PRIMARY KEY (scheme, round, place, need),
  FOREIGN KEY (scheme, round) REFERENCES rounds (scheme, id),
  FOREIGN KEY (place, need) REFERENCES needs (place, id)
) STRICT, WITHOUT ROWID;
INSERT INTO unmet_needs_with_rest
  SELECT scheme, round, place, need, quantity, reason, closed, closed_offers
  FROM unmet_needs;
DROP TABLE unmet_needs;
ALTER TABLE unmet_needs_with_rest RENAME TO unmet_needs;
CREATE INDEX unmet_needs_by_need ON unmet_needs (place, need);
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0005_ANSWERS_H_
