// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/metrics/measured_store.h"

#include <string>

#include "gmock/gmock.h"
#include "service/model/common_errors.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/status_matchers.h"

namespace twinaid::metrics {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class MeasuredStoreTest : public ::testing::Test {
 protected:
  MemoryStore inner_;
  FakeClock clock_;
  Metrics metrics_{"1", clock_.Now()};
  MeasuredStore store_{inner_, clock_, metrics_};
};

TEST_F(MeasuredStoreTest, TimesReadsAndWrites) {
  EXPECT_THAT(store_.Read([&](const store::ReadTransaction&) {
    clock_.Advance(absl::Milliseconds(40));
    return absl::OkStatus();
  }),
              IsOk());
  EXPECT_THAT(store_.Write(
                  [&](store::WriteTransaction&) {
                    clock_.Advance(absl::Milliseconds(400));
                    EXPECT_THAT(
                        metrics_.Text(),
                        HasSubstr("\ntwinaid_store_writes_waiting 1\n"));
                    return absl::OkStatus();
                  },
                  store::Ending::kCommit),
              IsOk());
  EXPECT_THAT(
      metrics_.Text(),
      AllOf(HasSubstr("twinaid_store_read_seconds_bucket{le=\"0.025\"} 0\n"),
            HasSubstr("twinaid_store_read_seconds_bucket{le=\"0.05\"} 1\n"),
            HasSubstr("twinaid_store_write_seconds_bucket{le=\"0.25\"} 0\n"),
            HasSubstr("twinaid_store_write_seconds_bucket{le=\"0.5\"} 1\n"),
            HasSubstr("\ntwinaid_store_writes_waiting 0\n")));
}

TEST_F(MeasuredStoreTest, CountsWhatIsTheStoresOwnFault) {
  const auto write = [this](const absl::Status& status) {
    return store_.Write([&](store::WriteTransaction&) { return status; },
                        store::Ending::kCommit);
  };
  EXPECT_THAT(write(model::StoreFull()), Not(IsOk()));
  EXPECT_THAT(write(model::StoreFull()), Not(IsOk()));
  EXPECT_THAT(write(model::OutcomeUnknown()), Not(IsOk()));
  EXPECT_THAT(write(model::NotFound("need", "n")), Not(IsOk()));
  const std::string text = metrics_.Text();
  EXPECT_THAT(
      text,
      AllOf(HasSubstr("store_failures_total{reason=\"STORE_FULL\"} 2\n"),
            HasSubstr("store_failures_total{reason=\"OUTCOME_UNKNOWN\"} 1\n"),
            Not(HasSubstr("NEED_NOT_FOUND"))));
}

TEST_F(MeasuredStoreTest, SeesTheLedgerGrow) {
  std::int64_t heard = 0;
  store_.SetCommitListener([&](std::int64_t seq) { heard = seq; });
  EXPECT_THAT(store_.Write(
                  [](store::WriteTransaction& tx) {
                    model::Event event;
                    event.seq = 1;
                    event.prev_hash = std::string(64, '0');
                    event.hash = std::string(64, 'a');
                    return tx.AppendEvent(event);
                  },
                  store::Ending::kCommit),
              IsOk());
  store_.SetCommitListener(nullptr);
  EXPECT_EQ(heard, 1);
  EXPECT_THAT(metrics_.Text(), HasSubstr("\ntwinaid_ledger_last_seq 1\n"));
}

}  // namespace
}  // namespace twinaid::metrics
