// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The small world that calls of a fuzzer act in, the same at every beginning.
#ifndef TWINAID_TESTS_FUZZ_CALL_WORLD_H_
#define TWINAID_TESTS_FUZZ_CALL_WORLD_H_

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "service/core/unit_of_work.h"
#include "service/store/store.h"
#include "tests/fuzz/in_process_server.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_id_generator.h"
#include "tests/support/memory_store.h"

namespace twinaid::fuzz {

// Between the handlers and the store of a world; tests plant faults in it.
using StoreWrapper =
    std::function<std::unique_ptr<store::Store>(MemoryStore& store)>;

// Places in two countries with their parents, sister links, items with
// substitutes, money, needs, offers, a second scheme, matches in every state
// and rounds that were run; made by calls. Not thread-safe.
class CallWorld {
 public:
  // Wrapped only once it is made.
  explicit CallWorld(const StoreWrapper& wrap = nullptr);

  // What went wrong while it was made; empty.
  const std::string& fault() const { return fault_; }

  // Everything as it was at the beginning, the clock and the ids too.
  void Reset();

  InProcessServer& server() { return *server_; }
  MemoryStore& store() { return store_; }
  FakeClock& clock() { return clock_; }
  core::UnitOfWork& work() { return work_; }
  // Of every row at the beginning.
  const std::vector<std::string>& names() const { return names_; }
  // The token of a caller, ID.SECRET: "admin", "office" (of Wuxi),
  // "coordinator" (of Texas and what lies inside it), "auditor". That of admin
  // for any other word.
  const std::string& TokenOf(const std::string& caller) const;

  // Waits until no round is RUNNING. False: one is after half a minute.
  bool WaitForRounds();

 private:
  void Make();
  void MakeCallers();

  FakeClock clock_;
  FakeIdGenerator ids_;
  MemoryStore store_;
  std::unique_ptr<store::Store> wrapped_;
  core::UnitOfWork work_;
  std::unique_ptr<InProcessServer> server_;
  MemoryTables beginning_;
  absl::Time start_;
  std::uint64_t last_id_ = 0;
  std::vector<std::string> names_;
  std::map<std::string, std::string> tokens_;  // by caller
  std::string fault_;
};

}  // namespace twinaid::fuzz

#endif  // TWINAID_TESTS_FUZZ_CALL_WORLD_H_
