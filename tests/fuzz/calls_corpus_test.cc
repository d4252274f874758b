// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is kept for the targets that make calls: the rules hold; and handlers on
// a store with planted faults are found out by it.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/fuzz/calls_of_bytes.h"
#include "tests/fuzz/kept.h"
#include "tests/fuzz/mutate_calls.h"
#include "tests/fuzz/try_calls.h"

namespace twinaid::fuzz {
namespace {

using ::testing::HasSubstr;

const char* const kServices[] = {"admin",     "assistance", "correspondence",
                                 "inventory", "ledger",     "matching",
                                 "registry",  "report"};

class FuzzCallsCorpusTest : public testing::TestWithParam<const char*> {};

TEST_P(FuzzCallsCorpusTest, EveryCallIsAnsweredOrRefusedByTheRules) {
  ASSERT_EQ(SharedCallWorld().fault(), "");
  const Outcome all = TryKept(
      GetParam(), [](absl::string_view bytes) { return TryCalls(bytes); });
  EXPECT_EQ(all.fault, "");
  EXPECT_GE(all.taken, 5);
  EXPECT_GE(all.refused, 1);
}

INSTANTIATE_TEST_SUITE_P(All, FuzzCallsCorpusTest, testing::ValuesIn(kServices),
                         [](const auto& test_case) {
                           return std::string(test_case.param);
                         });

// Hands on what it is asked, but for what it is told to do otherwise.
struct StoreFaults {
  bool keeps_refused = false;  // commits what was refused
  bool keeps_tried = false;    // commits what was only tried
  bool breaks_ledger = false;  // every second event is lost
  bool over_promises = false;  // an offer loses what it had
  bool fails_unnamed = false;  // an error without a reason
};

class FaultyStore final : public store::Store {
 public:
  FaultyStore(store::Store& base, MemoryStore* memory, StoreFaults faults)
      : base_(base), memory_(memory), faults_(faults) {}

  absl::Status Read(
      absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body)
      override {
    return base_.Read(body);
  }
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
      store::Ending ending) override {
    if (faults_.fails_unnamed) return absl::UnavailableError("no reason");
    absl::Status refusal;
    const absl::Status written = base_.Write(
        [&](store::WriteTransaction& tx) {
          refusal = body(tx);
          if (faults_.over_promises && refusal.ok()) OverPromise(tx);
          return faults_.keeps_refused ? absl::OkStatus() : refusal;
        },
        faults_.keeps_tried ? store::Ending::kCommit : ending);
    if (faults_.keeps_refused && !refusal.ok()) Touch();
    if (faults_.breaks_ledger && refusal.ok()) LoseAnEvent();
    return written.ok() ? refusal : written;
  }
  void SetCommitListener(
      std::function<void(std::int64_t last_seq)> listener) override {
    base_.SetCommitListener(std::move(listener));
  }
  absl::Status Health() override { return base_.Health(); }

 private:
  static void OverPromise(store::WriteTransaction& tx) {
    const auto offers = tx.offers().List({}, std::nullopt, 0);
    for (model::Offer offer : *offers) {
      offer.total = model::BaseUnits(0);
      EXPECT_TRUE(tx.offers().Update(offer).ok());
    }
  }
  // As if a row had been written again.
  void Touch() {
    MemoryTables tables = memory_->Snapshot();
    tables.Set<model::Place>(std::make_shared<const MemoryRows<model::Place>>(
        tables.of<model::Place>()));
    memory_->Replace(std::move(tables));
  }
  void LoseAnEvent() {
    MemoryTables tables = memory_->Snapshot();
    MemoryRows<model::Event> events = tables.of<model::Event>();
    if (events.size() < 3) return;
    events.erase(std::next(events.begin(), 1));
    tables.Set<model::Event>(
        std::make_shared<const MemoryRows<model::Event>>(std::move(events)));
    memory_->Replace(std::move(tables));
  }

  store::Store& base_;
  MemoryStore* memory_;
  const StoreFaults faults_;
};

std::string FoundWith(StoreFaults faults, const std::string& corpus) {
  CallWorld world([&](MemoryStore& store) {
    return std::make_unique<FaultyStore>(store, &store, faults);
  });
  return TryKept(
             corpus,
             [&](absl::string_view bytes) { return TryCalls(world, bytes); })
      .fault;
}

TEST(FuzzCallsJudgeTest, FindsARefusalThatChangedSomething) {
  StoreFaults faults;
  faults.keeps_refused = true;
  EXPECT_THAT(FoundWith(faults, "registry"),
              HasSubstr("refused, and yet something changed"));
}

TEST(FuzzCallsJudgeTest, FindsATrialThatChangedSomething) {
  StoreFaults faults;
  faults.keeps_tried = true;
  EXPECT_THAT(FoundWith(faults, "registry"),
              HasSubstr("trying changed something"));
}

TEST(FuzzCallsJudgeTest, FindsALedgerWithAHole) {
  StoreFaults faults;
  faults.breaks_ledger = true;
  EXPECT_THAT(FoundWith(faults, "inventory"),
              HasSubstr("the ledger is broken"));
}

TEST(FuzzCallsJudgeTest, FindsARuleThatDoesNotHold) {
  StoreFaults faults;
  faults.over_promises = true;
  EXPECT_THAT(FoundWith(faults, "assistance"),
              HasSubstr("never over-promised"));
}

TEST(FuzzCallsJudgeTest, FindsAnErrorWithoutAReason) {
  StoreFaults faults;
  faults.fails_unnamed = true;
  EXPECT_THAT(FoundWith(faults, "assistance"), HasSubstr("a fault of our own"));
}

TEST(FuzzCallsJudgeTest, FindsOutRefusalsThatBreakTheRules) {
  const grpc::Status bare(grpc::StatusCode::NOT_FOUND, "no");
  EXPECT_THAT(FaultOfRefusal(bare, bare), HasSubstr("not one reason"));
  const grpc::Status fault(grpc::StatusCode::UNKNOWN, "oh");
  EXPECT_THAT(FaultOfRefusal(fault, fault), HasSubstr("a fault of our own"));
}

TEST(FuzzMutateCallsTest, GivesCallsAgainAndTheSameForTheSameSeed) {
  const auto same = [](std::string bytes) { return bytes; };
  const std::vector<std::string>& names = SharedCallWorld().names();
  std::string bytes;
  std::size_t calls = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const std::string next =
        MutateCalls("InventoryService", bytes, names, seed, same);
    EXPECT_EQ(MutateCalls("InventoryService", bytes, names, seed, same), next);
    bytes = next;
    calls = std::max(calls, CallsOfBytes(bytes).size());
  }
  EXPECT_GE(calls, 4);
}

}  // namespace
}  // namespace twinaid::fuzz
