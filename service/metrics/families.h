// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The families of metrics, with what they say of themselves. Names and units
// follow Prometheus's own rules: seconds, and _total for what only grows.
#ifndef TWINAID_SERVICE_METRICS_FAMILIES_H_
#define TWINAID_SERVICE_METRICS_FAMILIES_H_

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <memory>
#include <string>

#include "service/metrics/metrics.h"
#include "service/metrics/sampled.h"

namespace twinaid::metrics {

using Buckets = prometheus::Histogram::BucketBoundaries;

// In seconds, from what a cache answers to what a caller gives up on.
inline Buckets CallBuckets() {
  return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
          0.1,    0.25,  0.5,    1,     2.5,  5,     10};
}
inline Buckets RoundBuckets() {
  return {0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900};
}
// The last is what is committed together at most.
inline Buckets GroupBuckets() { return {1, 2, 4, 8, 16, 32, 64, 128, 256}; }

struct Metrics::State {
  using Counters = prometheus::Family<prometheus::Counter>;
  using Gauges = prometheus::Family<prometheus::Gauge>;
  using Histograms = prometheus::Family<prometheus::Histogram>;

  template <typename Builder>
  auto& Named(Builder builder, const char* name, const char* help) {
    return builder.Name(name).Help(help).Register(*registry);
  }
  Counters& Counted(const char* name, const char* help) {
    return Named(prometheus::BuildCounter(), name, help);
  }
  Gauges& Gauged(const char* name, const char* help) {
    return Named(prometheus::BuildGauge(), name, help);
  }
  Histograms& Timed(const char* name, const char* help) {
    return Named(prometheus::BuildHistogram(), name, help);
  }

  std::shared_ptr<prometheus::Registry> registry =
      std::make_shared<prometheus::Registry>();
  std::shared_ptr<Sampled> sampled = std::make_shared<Sampled>();

  Gauges& build = Gauged("twinaid_build_info", "1, with the version.");
  prometheus::Gauge& started =
      Gauged("process_start_time_seconds", "When the process began.").Add({});
  prometheus::Gauge& serving =
      Gauged("twinaid_serving", "1 while the health says SERVING.").Add({});

  Counters& calls =
      Counted("twinaid_calls_total", "Calls that ended, streams included.");
  Histograms& call_seconds =
      Timed("twinaid_call_seconds", "From a call's arrival to its end.");
  prometheus::Gauge& calls_waiting =
      Gauged("twinaid_calls_waiting", "Calls that wait for a worker.").Add({});
  prometheus::Gauge& calls_running =
      Gauged("twinaid_calls_running", "Calls that a worker carries out.")
          .Add({});
  prometheus::Gauge& streams =
      Gauged("twinaid_streams", "Streams of events that are open.").Add({});

  prometheus::Histogram& reads =
      Timed("twinaid_store_read_seconds", "Snapshots read, from end to end.")
          .Add({}, CallBuckets());
  prometheus::Histogram& writes =
      Timed("twinaid_store_write_seconds",
            "Writes, the wait for the writer and for the disk included.")
          .Add({}, CallBuckets());
  prometheus::Gauge& writes_waiting =
      Gauged("twinaid_store_writes_waiting",
             "Writes that wait for the writer or the disk.")
          .Add({});
  Counters& store_failures =
      Counted("twinaid_store_failures_total", "Errors of the store's own.");
  prometheus::Histogram& commit_seconds =
      Timed("twinaid_commit_seconds", "COMMITs, the sync included.")
          .Add({}, CallBuckets());
  prometheus::Histogram& commit_requests =
      Timed("twinaid_commit_requests", "Requests made durable by one COMMIT.")
          .Add({}, GroupBuckets());
  prometheus::Gauge& ledger =
      Gauged("twinaid_ledger_last_seq", "The newest event of the ledger.")
          .Add({});

  Counters& rounds = Counted("twinaid_rounds_total", "Rounds that ended.");
  prometheus::Histogram& round_seconds =
      Timed("twinaid_round_seconds", "Rounds, from their start to their end.")
          .Add({}, RoundBuckets());
  Gauges& open_needs =
      Gauged("twinaid_open_needs", "Needs with something open to matching.");
  prometheus::Gauge& open_offers =
      Gauged("twinaid_open_offers", "Offers with something available.").Add({});
  Counters& notices = Counted("twinaid_notice_failures_total",
                              "Notices that could not be told.");
};

}  // namespace twinaid::metrics

#endif  // TWINAID_SERVICE_METRICS_FAMILIES_H_
