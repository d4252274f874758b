// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What SQLite alone commits: one thread inserts one row of the given bytes for
// each of N callers, who ask again when the commit is done; at most 256 rows a
// transaction, synchronous=FULL, write-ahead log.
//
// Prints one line as bench_calls does.
#include <sqlite3.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <iostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/bench/timing.h"
#include "tests/bench/traffic/latencies.h"
#include "tests/bench/traffic/report_line.h"

namespace twinaid::bench {
namespace {

constexpr std::size_t kMaxGroup = 256;

// Ends the program when SQLite says no.
void Must(int code, sqlite3* db) {
  if (code == SQLITE_OK || code == SQLITE_DONE) return;
  std::cerr << "SQLite: " << sqlite3_errmsg(db) << "\n";
  std::exit(1);
}

void Run(sqlite3* db, const char* sql) {
  Must(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), db);
}

int Main(int argc, char** argv) {
  std::string path;
  int in_flight = 1;
  int bytes = 300;
  double seconds = 1;
  CLI::App app("inserts rows into a bare SQLite file, committed in groups");
  app.add_option("--database", path)->required();
  app.add_option("--in-flight", in_flight);
  app.add_option("--bytes", bytes);
  app.add_option("--seconds", seconds);
  CLI11_PARSE(app, argc, argv);
  sqlite3* db = nullptr;
  Must(sqlite3_open(path.c_str(), &db), db);
  Run(db,
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE IF NOT EXISTS t (id TEXT PRIMARY KEY, row BLOB NOT NULL)"
      " STRICT, WITHOUT ROWID");
  sqlite3_stmt* insert = nullptr;
  Must(sqlite3_prepare_v2(db, "INSERT INTO t VALUES (?, ?)", -1, &insert,
                          nullptr),
       db);
  const std::string row(static_cast<std::size_t>(bytes), 'x');
  const std::string prefix =
      absl::StrCat("places/p-1/needs/", absl::ToUnixNanos(absl::Now()), "-");
  const auto size = static_cast<Nanoseconds>(seconds * 1e9);
  const Stopwatch watch;
  // When each of the callers asked, the longest wait first.
  std::deque<Nanoseconds> asked(static_cast<std::size_t>(in_flight), 0);
  Latencies latencies;
  Nanoseconds now = 0;
  for (std::int64_t key = 0; now < size;) {
    const std::size_t group = std::min(asked.size(), kMaxGroup);
    Run(db, "BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < group; ++i) {
      const std::string id = absl::StrCat(prefix, key++);
      sqlite3_bind_text(insert, 1, id.data(), static_cast<int>(id.size()),
                        SQLITE_STATIC);
      sqlite3_bind_blob(insert, 2, row.data(), bytes, SQLITE_STATIC);
      Must(sqlite3_step(insert), db);
      Must(sqlite3_reset(insert), db);
    }
    Run(db, "COMMIT");
    now = watch.Elapsed();
    for (std::size_t i = 0; i < group; ++i) {
      latencies.Add(now - asked.front());
      asked.pop_front();
      asked.push_back(now);
    }
  }
  sqlite3_finalize(insert);
  sqlite3_close(db);
  std::cout << ReportLine("sqlite", in_flight, latencies, now) << "\n";
  return 0;
}

}  // namespace
}  // namespace twinaid::bench

int main(int argc, char** argv) { return twinaid::bench::Main(argc, argv); }
