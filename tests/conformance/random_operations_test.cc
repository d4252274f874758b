// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Random transactions on the store and on a plain model in memory: the same
// answers, and afterwards the same rows, closed and opened again in between.
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <typeinfo>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "service/model/status_macros.h"
#include "tests/conformance/random_rows.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/memory_store.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using Step = std::function<absl::Status(WriteTransaction&)>;

// One step for rows of R.
template <typename R>
Step RandomStep(RandomRows& random) {
  switch (random.Below(5)) {
    case 0:
    case 1:
      return [row = random.Make<R>()](WriteTransaction& tx) {
        return TableFor<R>(tx).Insert(row);
      };
    case 2:
    case 3:
      return [row = random.Make<R>()](WriteTransaction& tx) {
        return TableFor<R>(tx).Update(row);
      };
    default:
      return [key = random.MakeKey<R>()](WriteTransaction& tx) {
        return TableFor<R>(tx).Delete(key);
      };
  }
}

Step RandomStep(RandomRows& random) {
  constexpr int kKinds = 14;
  Step step;
  int kind = random.Below(kKinds);
  ForEachRowType([&]<typename R>() {
    if (kind-- == 0) step = RandomStep<R>(random);
  });
  if (step) return step;
  if (random.Below(2) == 0) {
    return [](WriteTransaction& tx) -> absl::Status {
      TWINAID_ASSIGN_OR_RETURN(const auto last, tx.LastEvent());
      return tx.AppendEvent(NextEvent(last.value_or(model::Event{})));
    };
  }
  const StoredAnswer answer{
      "p",    "m",      std::to_string(random.Below(9)),
      "hash", "answer", absl::FromUnixMicros(random.Below(9))};
  return [answer](WriteTransaction& tx) { return tx.SaveAnswer(answer); };
}

// What a transaction answered, its steps included.
struct Outcome {
  absl::StatusCode code = absl::StatusCode::kOk;
  std::vector<absl::StatusCode> steps;
  friend bool operator==(const Outcome&, const Outcome&) = default;
  friend void PrintTo(const Outcome& outcome, std::ostream* out) {
    *out << outcome.code << " after";
    for (const absl::StatusCode step : outcome.steps) *out << " " << step;
  }
};

// Carries out the steps; the first that fails undoes all.
Outcome CarryOut(Store& store, const std::vector<Step>& steps, Ending ending) {
  Outcome outcome;
  const auto body = [&](WriteTransaction& tx) -> absl::Status {
    for (const Step& step : steps) {
      const absl::Status status = step(tx);
      outcome.steps.push_back(status.code());
      TWINAID_RETURN_IF_ERROR(status);
    }
    return absl::OkStatus();
  };
  outcome.code = store.Write(body, ending).code();
  return outcome;
}

// That the two hold the same rows.
void ExpectSame(Store& a, Store& b) {
  const auto compare = [&]<typename R>() {
    const auto rows_of = [](Store& store) {
      std::vector<R> rows;
      EXPECT_THAT(store.Read([&](const ReadTransaction& tx) -> absl::Status {
        TWINAID_ASSIGN_OR_RETURN(rows,
                                 TableFor<R>(tx).List({}, std::nullopt, 0));
        return absl::OkStatus();
      }),
                  IsOk());
      return rows;
    };
    EXPECT_EQ(rows_of(a), rows_of(b)) << typeid(R).name();
  };
  ForEachRowType(compare);
  compare.operator()<model::Event>();
}

TEST_P(StoreConformance, AnswersRandomOperationsAsAPlainModelDoes) {
  constexpr std::uint64_t kSeed = 4711;
  constexpr int kTransactions = 1500;
  constexpr int kBetweenChecks = 250;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  RandomRows random(kSeed);
  MemoryStore plain;
  int kept = 0;
  for (int i = 1; i <= kTransactions; ++i) {
    std::vector<Step> steps(1 + random.Below(3));
    for (Step& step : steps) step = RandomStep(random);
    const Ending ending =
        random.Below(8) == 0 ? Ending::kRollBack : Ending::kCommit;
    const Outcome expected = CarryOut(plain, steps, ending);
    ASSERT_EQ(CarryOut(store(), steps, ending), expected)
        << "transaction " << i;
    if (expected.code == absl::StatusCode::kOk) ++kept;
    if (i % kBetweenChecks != 0) continue;
    Reopen();
    ExpectSame(store(), plain);
    if (HasFailure()) return;
  }
  EXPECT_GT(kept, kTransactions / 20) << "too little happened";
}

}  // namespace
}  // namespace twinaid::store
