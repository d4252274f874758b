// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a picture page shows: a round or a plan as plain data, ready to be
// drawn. Nothing here knows of the API, of files or of the clock.
#ifndef TWINAID_CLIENT_PICTURE_PAGE_H_
#define TWINAID_CLIENT_PICTURE_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/time/civil_time.h"
#include "client/picture/words.h"

namespace twinaid::picture {

// WGS 84, degrees.
struct Position {
  double lat = 0;
  double lon = 0;
};

struct Place {
  Words name;
  std::optional<Position> position;  // none: it is in the tables only
};

// How far help has come. Of a pairing: the furthest of its matches.
enum class Step { kProposed, kAccepted, kDispatched, kReceived, kEnded };

struct Goods {
  Words item;
  std::string currency;       // ISO 4217, for money
  absl::int128 quantity = 0;  // base units; minor units for money
};

// Help of one place for another: a pairing, or what the pool sends without one.
// Places are positions in Page::places here and below.
struct Help {
  std::size_t donor = 0;
  std::size_t recipient = 0;
  Words tie;  // "sister city"
  Step step = Step::kProposed;
  std::int64_t matches = 0;
  std::vector<Goods> goods;  // the most telling first
};

// What a place needs of an item. needed covers all that follows it.
struct Coverage {
  std::size_t place = 0;
  Words item;
  std::string currency;
  std::int64_t needs = 0;
  std::int64_t needs_met = 0;  // all received; in a plan: all proposed
  std::int64_t needed = 0;
  std::int64_t proposed = 0;
  std::int64_t committed = 0;
  std::int64_t in_transit = 0;
  std::int64_t received = 0;
};

// A critical need of which something is outstanding.
struct OpenNeed {
  std::size_t place = 0;
  Words item;
  std::string currency;
  std::int64_t outstanding = 0;
  std::optional<absl::CivilDay> needed_by;
  Words why;  // empty: not known
};

// A match took a step on a day.
struct Move {
  Step step = Step::kProposed;
  absl::CivilDay day;
};

// What arrived of an item in a month.
struct Arrival {
  absl::CivilMonth month;
  Words item;
  std::string currency;
  std::int64_t matches = 0;
  std::int64_t received = 0;
};

// What went each way between two places.
struct Exchange {
  struct Line {
    Words item;
    std::string currency;
    absl::int128 given = 0;     // from place to partner
    absl::int128 received = 0;  // from partner to place
  };
  std::size_t place = 0;
  std::size_t partner = 0;
  Words tie;  // empty: no link joins them
  std::int64_t gifts_given = 0;
  std::int64_t gifts_received = 0;
  std::vector<Line> lines;
};

enum class Kind {
  kReport,  // of a server: everything
  kPlan     // of a folder: without flows and balance
};

struct Page {
  Kind kind = Kind::kReport;
  absl::CivilDay as_of;  // the day of the report
  Words about;           // which scheme and round, or which folder
  Words source;          // what the figures were taken from
  std::vector<Place> places;
  std::vector<Help> pairings;  // in the order of the table
  std::vector<Help> pool;      // likewise
  std::vector<Coverage> coverage;
  std::vector<OpenNeed> critical;     // the most pressing first
  std::int64_t other_open_needs = 0;  // of lower urgency
  std::vector<Move> moves;
  std::vector<Arrival> arrivals;  // the newest month first
  std::vector<Exchange> exchanges;
};

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_PAGE_H_
