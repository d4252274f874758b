// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Fills a database file for the load programs.
//
// Not durable until it ends: nothing is synced, and the write-ahead log is
// brought in when the file is closed.
#include <CLI/CLI.hpp>
#include <iostream>

#include "absl/time/clock.h"
#include "service/store/sqlite/sqlite_store.h"
#include "tests/bench/timing.h"
#include "tests/bench/traffic/traffic_store.h"

int main(int argc, char** argv) {
  using twinaid::bench::Traffic;
  Traffic traffic;
  std::uint64_t seed = 1;
  twinaid::store::SqliteOptions sqlite;
  CLI::App app("fills a database file for tests/bench/load");
  app.add_option("--database", sqlite.path)->required();
  app.add_option("--places", traffic.places);
  app.add_option("--links", traffic.links);
  app.add_option("--needs", traffic.needs);
  app.add_option("--offers", traffic.offers);
  app.add_flag("--proposals", traffic.proposals);
  app.add_option("--seed", seed);
  CLI11_PARSE(app, argc, argv);
  sqlite.readers = 1;
  sqlite.tuning.synchronous = twinaid::store::Synchronous::kOff;
  const twinaid::bench::Stopwatch watch;
  auto store = twinaid::store::OpenSqliteStore(sqlite);
  if (!store.ok()) {
    std::cerr << store.status() << "\n";
    return 1;
  }
  const absl::Status status =
      twinaid::bench::FillTraffic(**store, traffic, seed, absl::Now());
  if (!status.ok()) {
    std::cerr << status << "\n";
    return 1;
  }
  std::cerr << traffic.needs << " needs stored in "
            << static_cast<double>(watch.Elapsed()) / 1e9 << " s, seed " << seed
            << "\n";
  return 0;
}
