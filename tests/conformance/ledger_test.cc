// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Events, kept answers, and who is told of commits.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "gmock/gmock.h"
#include "tests/conformance/sample_rows.h"
#include "tests/conformance/store_conformance.h"
#include "tests/support/status_matchers.h"

namespace twinaid::store {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Optional;

absl::Status Append(Store& store, const model::Event& event) {
  return store.Write(
      [&](WriteTransaction& tx) { return tx.AppendEvent(event); });
}

TEST_P(StoreConformance, KeepsTheChainOfEvents) {
  const model::Event first = NextEvent({});
  model::Event second = NextEvent(first);
  second.places = {};
  second.details = {};
  second.request_id = "";
  second.hash = model::HashOf(second);
  ASSERT_THAT(Append(store(), first), IsOk());
  ASSERT_THAT(Append(store(), second), IsOk());
  Reopen();
  EXPECT_THAT(List<model::Event>(), IsOkAndHolds(ElementsAre(first, second)));
  EXPECT_THAT(Find<model::Event>(2), IsOkAndHolds(Optional(second)));
  EXPECT_THAT(Find<model::Event>(3), IsOkAndHolds(Eq(std::nullopt)));
  EXPECT_THAT(store().Read([&](const ReadTransaction& tx) {
    EXPECT_THAT(tx.LastEvent(), IsOkAndHolds(Optional(second)));
    return absl::OkStatus();
  }),
              IsOk());
}

TEST_P(StoreConformance, AppendsSeveralEventsInOneTransaction) {
  const model::Event first = NextEvent({});
  const model::Event second = NextEvent(first);
  EXPECT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(tx.AppendEvent(first));
    EXPECT_THAT(tx.LastEvent(), IsOkAndHolds(Optional(first)));
    return tx.AppendEvent(second);
  }),
              IsOk());
  EXPECT_THAT(List<model::Event>(), IsOkAndHolds(ElementsAre(first, second)));
}

TEST_P(StoreConformance, RefusesAnEventThatDoesNotFollowTheLast) {
  constexpr auto kRefused = absl::StatusCode::kFailedPrecondition;
  const model::Event first = NextEvent({});
  model::Event skipped = NextEvent(first);
  skipped.prev_hash = std::string(64, '0');
  EXPECT_THAT(Append(store(), skipped), StatusIs(kRefused)) << "begins at 2";
  ASSERT_THAT(Append(store(), first), IsOk());
  EXPECT_THAT(Append(store(), first), StatusIs(kRefused)) << "seq again";
  EXPECT_THAT(Append(store(), NextEvent(NextEvent(first))), StatusIs(kRefused))
      << "a gap";
  EXPECT_THAT(Append(store(), skipped), StatusIs(kRefused)) << "another chain";
  EXPECT_THAT(Append(store(), NextEvent(first)), IsOk());
}

TEST_P(StoreConformance, BeginsTheChainWithZeros) {
  model::Event first = NextEvent({});
  first.prev_hash = std::string(64, '1');
  EXPECT_THAT(Append(store(), first),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

StoredAnswer Answer() {
  return {"principals/local",
          "/twinaid.v1.S/M",
          "id-1",
          std::string(64, 'c'),
          std::string("\0\xff\x80 bytes\0", 10),
          absl::FromUnixMicros(1'581'336'000'000'001)};
}

TEST_P(StoreConformance, GivesAKeptAnswerBackByAllThreeKeys) {
  const StoredAnswer answer = Answer();
  ASSERT_THAT(store().Write(
                  [&](WriteTransaction& tx) { return tx.SaveAnswer(answer); }),
              IsOk());
  Reopen();
  EXPECT_THAT(store().Read([&](const ReadTransaction& tx) {
    EXPECT_THAT(
        tx.FindAnswer(answer.principal, answer.method, answer.request_id),
        IsOkAndHolds(Optional(answer)));
    EXPECT_THAT(tx.FindAnswer("x", answer.method, answer.request_id),
                IsOkAndHolds(Eq(std::nullopt)));
    EXPECT_THAT(tx.FindAnswer(answer.principal, "x", answer.request_id),
                IsOkAndHolds(Eq(std::nullopt)));
    EXPECT_THAT(tx.FindAnswer(answer.principal, answer.method, "x"),
                IsOkAndHolds(Eq(std::nullopt)));
    return absl::OkStatus();
  }),
              IsOk());
}

TEST_P(StoreConformance, KeepsTheFirstAnswerOfARequest) {
  const StoredAnswer answer = Answer();
  StoredAnswer other = answer;
  other.answer = "";
  ASSERT_THAT(store().Write(
                  [&](WriteTransaction& tx) { return tx.SaveAnswer(answer); }),
              IsOk());
  EXPECT_THAT(
      store().Write([&](WriteTransaction& tx) { return tx.SaveAnswer(other); }),
      StatusIs(absl::StatusCode::kAlreadyExists));
  other.principal = "principals/other";
  EXPECT_THAT(
      store().Write([&](WriteTransaction& tx) { return tx.SaveAnswer(other); }),
      IsOk());
}

TEST_P(StoreConformance, DeletesAnswersOlderThanAMoment) {
  const absl::Time base = absl::FromUnixMicros(1'581'336'000'000'000);
  ASSERT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
    for (int i = 0; i < 4; ++i) {
      StoredAnswer answer = Answer();
      answer.request_id = std::to_string(i);
      answer.create_time = base + absl::Microseconds(i);
      TWINAID_RETURN_IF_ERROR(tx.SaveAnswer(answer));
    }
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
    const absl::Time before = base + absl::Microseconds(2);
    EXPECT_THAT(tx.DeleteAnswers(before), IsOkAndHolds(2));
    EXPECT_THAT(tx.DeleteAnswers(before), IsOkAndHolds(0));
    const StoredAnswer kept = Answer();
    EXPECT_THAT(tx.FindAnswer(kept.principal, kept.method, "1"),
                IsOkAndHolds(Eq(std::nullopt)));
    EXPECT_THAT(tx.FindAnswer(kept.principal, kept.method, "2"),
                IsOkAndHolds(testing::Ne(std::nullopt)));
    return absl::OkStatus();
  }),
              IsOk());
}

// What a listener heard.
class Heard {
 public:
  std::function<void(std::int64_t)> Listener() {
    return [this](std::int64_t seq) {
      absl::MutexLock lock(&mutex_);
      seqs_.push_back(seq);
    };
  }
  std::vector<std::int64_t> seqs() const {
    absl::MutexLock lock(&mutex_);
    return seqs_;
  }
  // Waits until something at or above `seq` was heard.
  bool WaitFor(std::int64_t seq) const {
    const auto heard = [this, seq]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
      return !seqs_.empty() && seqs_.back() >= seq;
    };
    absl::MutexLock lock(&mutex_);
    return mutex_.AwaitWithTimeout(absl::Condition(&heard), absl::Seconds(60));
  }

 private:
  mutable absl::Mutex mutex_;
  std::vector<std::int64_t> seqs_ ABSL_GUARDED_BY(mutex_);
};

TEST_P(StoreConformance, TellsTheListenerTheLastEventOfEachCommit) {
  Heard heard;
  store().SetCommitListener(heard.Listener());
  const model::Event first = NextEvent({});
  const model::Event second = NextEvent(first);
  const model::Event third = NextEvent(second);
  ASSERT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(tx.AppendEvent(first));
    return tx.AppendEvent(second);
  }),
              IsOk());
  ASSERT_TRUE(heard.WaitFor(2));
  ASSERT_THAT(Append(store(), third), IsOk());
  ASSERT_TRUE(heard.WaitFor(3));
  EXPECT_THAT(heard.seqs(), ElementsAre(2, 3));
  store().SetCommitListener(nullptr);
}

TEST_P(StoreConformance, TellsTheListenerNothingWithoutNewEvents) {
  Heard heard;
  store().SetCommitListener(heard.Listener());
  const model::Event first = NextEvent({});
  ASSERT_THAT(Insert(BareRow<model::Place>()), IsOk());
  ASSERT_THAT(
      store().Write([&](WriteTransaction& tx) { return tx.AppendEvent(first); },
                    Ending::kRollBack),
      IsOk());
  ASSERT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
    TWINAID_RETURN_IF_ERROR(tx.AppendEvent(first));
    return absl::AbortedError("no");
  }),
              StatusIs(absl::StatusCode::kAborted));
  store().SetCommitListener(nullptr);
  EXPECT_THAT(heard.seqs(), IsEmpty());
  ASSERT_THAT(Append(store(), first), IsOk());
  EXPECT_THAT(heard.seqs(), IsEmpty()) << "it was taken away";
}

TEST_P(StoreConformance, ChainsTheEventsOfManyWriters) {
  constexpr int kWriters = 8;
  constexpr int kWrites = 10;
  Heard heard;
  store().SetCommitListener(heard.Listener());
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w) {
    writers.emplace_back([&] {
      for (int i = 0; i < kWrites; ++i) {
        EXPECT_THAT(store().Write([&](WriteTransaction& tx) -> absl::Status {
          TWINAID_ASSIGN_OR_RETURN(const auto last, tx.LastEvent());
          return tx.AppendEvent(NextEvent(last.value_or(model::Event{})));
        }),
                    IsOk());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_TRUE(heard.WaitFor(kWriters * kWrites));
  store().SetCommitListener(nullptr);
  const std::vector<std::int64_t> seqs = heard.seqs();
  EXPECT_TRUE(std::is_sorted(seqs.begin(), seqs.end()));
  const auto events = List<model::Event>();
  ASSERT_THAT(events, IsOk());
  ASSERT_EQ(events->size(), static_cast<std::size_t>(kWriters * kWrites));
  model::Event last;
  for (const model::Event& event : *events) {
    EXPECT_EQ(event, NextEvent(last));
    last = event;
  }
}

}  // namespace
}  // namespace twinaid::store
