// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Schema 2. Policies say whether mutual pairs may be one-way; rounds keep how
// even they are and what more capacity would bring; candidates are kept stage
// by stage, unmet needs with their closed set, mutual pairings with the id they
// share.
#ifndef TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0002_ROUNDS_EXPLAINED_H_
#define TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0002_ROUNDS_EXPLAINED_H_

namespace twinaid::store {

inline constexpr char kRoundsExplained[] = R"sql(
UPDATE schemes SET policy = json_set(policy, '$.allow_one_way', json('false'));
UPDATE rounds SET policy = json_set(policy, '$.allow_one_way', json('false'));

-- Stages of schema 1 stood (kind 1, rung 0) or paired (kind 2), in one pass.
UPDATE rounds SET certificate = (
  SELECT json_group_array(json_set(
    value,
    '$.kind', CASE json_extract(value, '$.rung') WHEN 0 THEN 1 ELSE 2 END,
    '$.pass', 1))
  FROM json_each(rounds.certificate));

ALTER TABLE rounds ADD COLUMN fairness TEXT NOT NULL DEFAULT
  '{"critical_needs":0,"critical_without":0,"matches_per_donor_permille":0,"most_matches_of_a_donor":0,"units":[]}';
ALTER TABLE rounds ADD COLUMN extra_capacity TEXT NOT NULL DEFAULT
  '{"extra":0,"more":[],"most_coverable":0,"recipients":0,"uncovered":[]}';

ALTER TABLE unmet_needs ADD COLUMN closed TEXT NOT NULL DEFAULT '[]';
ALTER TABLE unmet_needs ADD COLUMN closed_offers INTEGER NOT NULL DEFAULT 0
  CHECK (closed_offers >= 0);
CREATE INDEX unmet_needs_by_need ON unmet_needs (place, need);

CREATE TABLE round_edges_by_stage (
  scheme TEXT NOT NULL,
  round TEXT NOT NULL,
  stage INTEGER NOT NULL CHECK (stage >= 0),
  donor TEXT NOT NULL REFERENCES places (id),
  recipient TEXT NOT NULL REFERENCES places (id),
  rung INTEGER NOT NULL,
  link TEXT NOT NULL,
  paired INTEGER NOT NULL CHECK (paired IN (0, 1)),
  value TEXT NOT NULL,
  donor_price TEXT NOT NULL,
  recipient_price TEXT NOT NULL,
  slack TEXT NOT NULL,
  PRIMARY KEY (scheme, round, stage, donor, recipient),
  FOREIGN KEY (scheme, round) REFERENCES rounds (scheme, id)
) STRICT, WITHOUT ROWID;
-- An edge of a standing pairing falls to the stage of its rung, in which no
-- other edge has its donor or its recipient.
INSERT INTO round_edges_by_stage
  SELECT scheme, round,
    coalesce(
      (SELECT stages.key
       FROM rounds, json_each(rounds.certificate) AS stages
       WHERE rounds.scheme = edges.scheme AND rounds.id = edges.round
         AND json_extract(stages.value, '$.rung') = edges.rung),
      0),
    donor, recipient, rung, link, paired, value, donor_price,
    recipient_price, slack
  FROM round_edges AS edges;
DROP TABLE round_edges;
ALTER TABLE round_edges_by_stage RENAME TO round_edges;
CREATE INDEX round_edges_by_donor ON round_edges (donor, scheme, round);
CREATE INDEX round_edges_by_recipient
  ON round_edges (recipient, scheme, round);

ALTER TABLE pairings ADD COLUMN pair_id TEXT NOT NULL DEFAULT '';
)sql";

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_MIGRATIONS_0002_ROUNDS_EXPLAINED_H_
