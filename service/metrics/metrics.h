// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What is counted while the server runs, as Prometheus reads it.
#ifndef TWINAID_SERVICE_METRICS_METRICS_H_
#define TWINAID_SERVICE_METRICS_METRICS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace twinaid::metrics {

// What is open to matching, by urgency, and what is on offer.
struct Stock {
  std::int64_t critical_needs = 0;
  std::int64_t high_needs = 0;
  std::int64_t medium_needs = 0;
  std::int64_t low_needs = 0;
  std::int64_t offers = 0;
};

// Thread-safe. Never fails, never blocks for long: a lock and an addition.
// Labels take values of closed lists only, so that what is kept stays small.
class Metrics {
 public:
  // `started` is when the process began.
  Metrics(absl::string_view version, absl::Time started);
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // A call waits for a worker; then it is carried out, or it never is.
  void CallWaits();
  void CallWaitsNoMore();
  void CallRuns();
  // `method` is "twinaid.v1.RegistryService/GetPlace".
  void CallEnded(absl::string_view method, absl::StatusCode code,
                 absl::Duration took);
  void CallRunsNoMore();
  void StreamBegan();
  void StreamEnded();

  // From the question to the answer, the wait for the writer included.
  void StoreRead(absl::Duration took);
  void StoreWriteBegan();
  void StoreWrote(absl::Duration took);
  // The reason of an error of the store's own ("STORE_FULL").
  void StoreFailed(absl::string_view reason);
  // `requests` were made durable together.
  void Committed(std::int64_t requests, absl::Duration took);
  void LedgerGrew(std::int64_t last_seq);

  void RoundEnded(bool succeeded, absl::Duration took);
  void SetStock(const Stock& stock);
  // A notice could not be told; `given_up`: nor will it be.
  void NoticeFailed(absl::string_view channel, bool given_up);
  // Whether the health says SERVING.
  void SetServing(bool serving);

  // A gauge that is asked for whenever somebody reads; must be good until this
  // goes.
  void Sample(const std::string& name, const std::string& help,
              std::function<double()> value);

  // All of it in the text format of Prometheus, 0.0.4.
  std::string Text() const;

 private:
  friend class Port;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace twinaid::metrics

#endif  // TWINAID_SERVICE_METRICS_METRICS_H_
