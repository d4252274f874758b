// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Gauges that are asked for when somebody reads.
#ifndef TWINAID_SERVICE_METRICS_SAMPLED_H_
#define TWINAID_SERVICE_METRICS_SAMPLED_H_

#include <prometheus/collectable.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace twinaid::metrics {

// Thread-safe.
class Sampled final : public prometheus::Collectable {
 public:
  void Add(const std::string& name, const std::string& help,
           std::function<double()> value) {
    absl::MutexLock lock(&mutex_);
    gauges_.push_back({name, help, std::move(value)});
  }

  std::vector<prometheus::MetricFamily> Collect() const override {
    absl::MutexLock lock(&mutex_);
    std::vector<prometheus::MetricFamily> families;
    for (const Gauge& gauge : gauges_) {
      prometheus::MetricFamily family;
      family.name = gauge.name;
      family.help = gauge.help;
      family.type = prometheus::MetricType::Gauge;
      family.metric.emplace_back();
      family.metric.back().gauge.value = gauge.value();
      families.push_back(std::move(family));
    }
    return families;
  }

 private:
  struct Gauge {
    std::string name;
    std::string help;
    std::function<double()> value;
  };
  mutable absl::Mutex mutex_;
  std::vector<Gauge> gauges_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace twinaid::metrics

#endif  // TWINAID_SERVICE_METRICS_SAMPLED_H_
