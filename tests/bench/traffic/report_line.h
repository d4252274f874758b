// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// One line that a program of the load bench prints.
#ifndef TWINAID_TESTS_BENCH_TRAFFIC_REPORT_LINE_H_
#define TWINAID_TESTS_BENCH_TRAFFIC_REPORT_LINE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "tests/bench/timing.h"
#include "tests/bench/traffic/latencies.h"

namespace twinaid::bench {

// "calls KIND IN_FLIGHT COUNT NANOSECONDS P50 P99 MOST", with tabs between:
// `latencies` of calls that ended within `took`.
std::string ReportLine(absl::string_view kind, int in_flight,
                       const Latencies& latencies, Nanoseconds took);

}  // namespace twinaid::bench

#endif  // TWINAID_TESTS_BENCH_TRAFFIC_REPORT_LINE_H_
