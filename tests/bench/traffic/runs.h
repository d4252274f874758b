// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The kinds of load, each with its check.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_RUNS_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_RUNS_H_

#include <string>

#include "tests/bench/traffic/closed_loop.h"
#include "tests/bench/traffic/target.h"

namespace twinaid::bench {

// Needs are created with ids and request ids of the caller, at places in no
// order. Then each is asked for again and has one event, in order.
LoopResult RunCreates(const Target& target);

// Needs are read by name, in no order.
LoopResult RunGets(const Target& target);

// Pages of 50 needs: of one place, first and second page in turns.
LoopResult RunLists(const Target& target);

// Pages of 50 needs of an item and a state, over all places.
LoopResult RunFilteredLists(const Target& target);

// Both sides of proposed matches accept, each match once. Then each has one
// event, and a sample is ACCEPTED; accepting those again changes nothing.
LoopResult RunAccepts(const Target& target);

// in_flight watchers of all events, while needs are created, at most 16 of them
// not yet seen by all. What is counted is events that arrived; the latency is
// from asking for the need until its event arrived. Every watcher sees every
// event, once and in order.
LoopResult RunWatches(const Target& target);

// A round of schemes/default, from CreateRound until it is no longer RUNNING;
// one call. Then the stop file is made, for who creates meanwhile, and the
// chain of the ledger is verified, which is not counted.
LoopResult RunRound(const Target& target);

// Waits for the ready file, then for the answer to a get and to a create. Says
// "first WHAT T" on standard output for both, in nanoseconds of the steady
// clock.
LoopResult RunFirstAnswers(const Target& target, const std::string& ready_file);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_RUNS_H_
