// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/metrics/metrics.h"

#include <prometheus/text_serializer.h>

#include <utility>
#include <vector>

#include "service/metrics/families.h"

namespace twinaid::metrics {
Metrics::Metrics(absl::string_view version, absl::Time started)
    : state_(std::make_unique<State>()) {
  state_->build.Add({{"version", std::string(version)}}).Set(1);
  // From the first reading on: a series that is born at 1 shows no increase.
  for (const char* reason :
       {"STORE_BUSY", "STORE_FULL", "STORE_UNAVAILABLE", "STORE_DAMAGED",
        "ROW_DAMAGED", "OUTCOME_UNKNOWN"}) {
    state_->store_failures.Add({{"reason", reason}});
  }
  for (const char* state : {"SUCCEEDED", "FAILED"}) {
    state_->rounds.Add({{"state", state}});
  }
  for (const char* channel : {"webhook", "email"}) {
    for (const char* outcome : {"tried_again", "given_up"}) {
      state_->notices.Add({{"channel", channel}, {"outcome", outcome}});
    }
  }
  state_->started.Set(absl::ToDoubleSeconds(started - absl::UnixEpoch()));
}

Metrics::~Metrics() = default;

void Metrics::CallWaits() { state_->calls_waiting.Increment(); }
void Metrics::CallWaitsNoMore() { state_->calls_waiting.Decrement(); }
void Metrics::CallRuns() { state_->calls_running.Increment(); }
void Metrics::CallRunsNoMore() { state_->calls_running.Decrement(); }
void Metrics::CallEnded(absl::string_view method, absl::StatusCode code,
                        absl::Duration took) {
  state_->calls
      .Add({{"method", std::string(method)},
            {"code", absl::StatusCodeToString(code)}})
      .Increment();
  state_->call_seconds.Add({{"method", std::string(method)}}, CallBuckets())
      .Observe(absl::ToDoubleSeconds(took));
}
void Metrics::StreamBegan() { state_->streams.Increment(); }
void Metrics::StreamEnded() { state_->streams.Decrement(); }

void Metrics::StoreRead(absl::Duration took) {
  state_->reads.Observe(absl::ToDoubleSeconds(took));
}
void Metrics::StoreWriteBegan() { state_->writes_waiting.Increment(); }
void Metrics::StoreWrote(absl::Duration took) {
  state_->writes_waiting.Decrement();
  state_->writes.Observe(absl::ToDoubleSeconds(took));
}
void Metrics::StoreFailed(absl::string_view reason) {
  state_->store_failures.Add({{"reason", std::string(reason)}}).Increment();
}
void Metrics::Committed(std::int64_t requests, absl::Duration took) {
  state_->commit_requests.Observe(static_cast<double>(requests));
  state_->commit_seconds.Observe(absl::ToDoubleSeconds(took));
}
void Metrics::LedgerGrew(std::int64_t last_seq) {
  state_->ledger.Set(static_cast<double>(last_seq));
}

void Metrics::RoundEnded(bool succeeded, absl::Duration took) {
  state_->rounds.Add({{"state", succeeded ? "SUCCEEDED" : "FAILED"}})
      .Increment();
  state_->round_seconds.Observe(absl::ToDoubleSeconds(took));
}
void Metrics::SetStock(const Stock& stock) {
  const auto set = [this](const char* urgency, std::int64_t needs) {
    state_->open_needs.Add({{"urgency", urgency}})
        .Set(static_cast<double>(needs));
  };
  set("critical", stock.critical_needs);
  set("high", stock.high_needs);
  set("medium", stock.medium_needs);
  set("low", stock.low_needs);
  state_->open_offers.Set(static_cast<double>(stock.offers));
}
void Metrics::NoticeFailed(absl::string_view channel, bool given_up) {
  state_->notices
      .Add({{"channel", std::string(channel)},
            {"outcome", given_up ? "given_up" : "tried_again"}})
      .Increment();
}
void Metrics::SetServing(bool serving) { state_->serving.Set(serving ? 1 : 0); }

void Metrics::Sample(const std::string& name, const std::string& help,
                     std::function<double()> value) {
  state_->sampled->Add(name, help, std::move(value));
}

std::string Metrics::Text() const {
  std::vector<prometheus::MetricFamily> all = state_->registry->Collect();
  for (prometheus::MetricFamily& family : state_->sampled->Collect()) {
    all.push_back(std::move(family));
  }
  return prometheus::TextSerializer().Serialize(all);
}

}  // namespace twinaid::metrics
