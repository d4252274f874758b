// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/metrics/metrics.h"

#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"

namespace twinaid::metrics {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kGetPlace[] = "twinaid.v1.RegistryService/GetPlace";

class MetricsTest : public ::testing::Test {
 protected:
  Metrics metrics_{"1.2.3", absl::FromUnixSeconds(1581336000)};
};

TEST_F(MetricsTest, SaysWhatRunsAndSinceWhen) {
  EXPECT_THAT(metrics_.Text(),
              AllOf(HasSubstr("# TYPE twinaid_build_info gauge\n"
                              "twinaid_build_info{version=\"1.2.3\"} 1\n"),
                    HasSubstr("\nprocess_start_time_seconds 1581336000\n")));
}

TEST_F(MetricsTest, CountsCallsByMethodAndCode) {
  metrics_.CallEnded(kGetPlace, absl::StatusCode::kOk, absl::Milliseconds(3));
  metrics_.CallEnded(kGetPlace, absl::StatusCode::kOk, absl::Milliseconds(30));
  metrics_.CallEnded(kGetPlace, absl::StatusCode::kNotFound, absl::Seconds(20));
  const std::string text = metrics_.Text();
  EXPECT_THAT(text, HasSubstr("# TYPE twinaid_calls_total counter\n"));
  const std::string method = std::string("method=\"") + kGetPlace + "\"";
  for (const std::string& line :
       {"twinaid_calls_total{code=\"OK\"," + method + "} 2\n",
        "twinaid_calls_total{code=\"NOT_FOUND\"," + method + "} 1\n",
        "twinaid_call_seconds_bucket{" + method + ",le=\"0.0025\"} 0\n",
        "twinaid_call_seconds_bucket{" + method + ",le=\"0.005\"} 1\n",
        "twinaid_call_seconds_bucket{" + method + ",le=\"0.05\"} 2\n",
        "twinaid_call_seconds_bucket{" + method + ",le=\"10\"} 2\n",
        "twinaid_call_seconds_bucket{" + method + ",le=\"+Inf\"} 3\n",
        "twinaid_call_seconds_count{" + method + "} 3\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST_F(MetricsTest, FollowsCallsFromTheQueueToTheirEnd) {
  metrics_.CallWaits();
  metrics_.CallWaits();
  metrics_.CallWaitsNoMore();
  metrics_.CallRuns();
  metrics_.StreamBegan();
  EXPECT_THAT(metrics_.Text(), AllOf(HasSubstr("\ntwinaid_calls_waiting 1\n"),
                                     HasSubstr("\ntwinaid_calls_running 1\n"),
                                     HasSubstr("\ntwinaid_streams 1\n")));
  metrics_.CallRunsNoMore();
  metrics_.StreamEnded();
  EXPECT_THAT(metrics_.Text(), AllOf(HasSubstr("\ntwinaid_calls_running 0\n"),
                                     HasSubstr("\ntwinaid_streams 0\n")));
}

TEST_F(MetricsTest, TellsHowTheStoreDoes) {
  metrics_.Committed(40, absl::Milliseconds(7));
  metrics_.StoreFailed("STORE_FULL");
  metrics_.LedgerGrew(12345);
  EXPECT_THAT(
      metrics_.Text(),
      AllOf(HasSubstr("\ntwinaid_commit_requests_bucket{le=\"32\"} 0\n"),
            HasSubstr("\ntwinaid_commit_requests_bucket{le=\"64\"} 1\n"),
            HasSubstr("\ntwinaid_commit_requests_sum 40\n"),
            HasSubstr("\ntwinaid_commit_seconds_bucket{le=\"0.01\"} 1\n"),
            HasSubstr("twinaid_store_failures_total{reason=\"STORE_FULL\"} 1"),
            HasSubstr("\ntwinaid_ledger_last_seq 12345\n")));
}

TEST_F(MetricsTest, TellsRoundsStockNoticesAndHealth) {
  metrics_.RoundEnded(true, absl::Seconds(2));
  metrics_.RoundEnded(false, absl::Seconds(1));
  metrics_.SetStock({1, 2, 3, 4, 5});
  metrics_.NoticeFailed("webhook", false);
  metrics_.SetServing(true);
  EXPECT_THAT(
      metrics_.Text(),
      AllOf(HasSubstr("twinaid_rounds_total{state=\"SUCCEEDED\"} 1\n"),
            HasSubstr("twinaid_rounds_total{state=\"FAILED\"} 1\n"),
            HasSubstr("\ntwinaid_round_seconds_sum 3\n"),
            HasSubstr("twinaid_open_needs{urgency=\"critical\"} 1\n"),
            HasSubstr("twinaid_open_needs{urgency=\"low\"} 4\n"),
            HasSubstr("\ntwinaid_open_offers 5\n"),
            HasSubstr("twinaid_notice_failures_total{channel=\"webhook\","
                      "outcome=\"tried_again\"} 1\n"),
            HasSubstr("\ntwinaid_serving 1\n")));
  metrics_.SetStock({});
  metrics_.SetServing(false);
  EXPECT_THAT(metrics_.Text(),
              AllOf(HasSubstr("twinaid_open_needs{urgency=\"critical\"} 0\n"),
                    HasSubstr("\ntwinaid_serving 0\n"),
                    Not(HasSubstr("\ntwinaid_serving 1\n"))));
}

TEST_F(MetricsTest, AsksForSampledGaugesAtEachReading) {
  double free = 10;
  metrics_.Sample("twinaid_disk_free_bytes", "Room.", [&free] { return free; });
  EXPECT_THAT(metrics_.Text(), HasSubstr("\ntwinaid_disk_free_bytes 10\n"));
  free = 7;
  EXPECT_THAT(metrics_.Text(),
              HasSubstr("# HELP twinaid_disk_free_bytes Room.\n"
                        "# TYPE twinaid_disk_free_bytes gauge\n"
                        "twinaid_disk_free_bytes 7\n"));
}

TEST_F(MetricsTest, LosesNothingToOtherThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([this] {
      for (int call = 0; call < 1000; ++call) {
        metrics_.CallEnded(kGetPlace, absl::StatusCode::kOk,
                           absl::Milliseconds(1));
      }
    });
  }
  for (int reading = 0; reading < 20; ++reading) metrics_.Text();
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(metrics_.Text(), HasSubstr("GetPlace\"} 8000\n"));
}

}  // namespace
}  // namespace twinaid::metrics
