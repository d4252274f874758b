// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/traffic/report_line.h"

#include "absl/strings/str_join.h"

namespace twinaid::bench {

std::string ReportLine(absl::string_view kind, int in_flight,
                       const Latencies& latencies, Nanoseconds took) {
  return absl::StrJoin(
      std::make_tuple("calls", kind, in_flight, latencies.size(), took,
                      latencies.Percentile(50), latencies.Percentile(99),
                      latencies.Percentile(100)),
      "\t");
}

}  // namespace twinaid::bench
