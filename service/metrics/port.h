// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The port at which Prometheus reads the metrics.
#ifndef TWINAID_SERVICE_METRICS_PORT_H_
#define TWINAID_SERVICE_METRICS_PORT_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "service/metrics/metrics.h"

namespace prometheus {
class Exposer;
}

namespace twinaid::metrics {

// Answers GET /metrics over plain HTTP and nothing else, with two threads of
// its own. Whoever reaches it may read it: it belongs on loopback.
class Port {
 public:
  // `address` is HOST:PORT with a numeric host; port 0 takes a free one.
  // `metrics` is borrowed and must outlive it.
  //
  // UNAVAILABLE (CANNOT_LISTEN): the address is taken or cannot be opened.
  static absl::StatusOr<std::unique_ptr<Port>> Open(const std::string& address,
                                                    const Metrics& metrics);
  ~Port();
  Port(const Port&) = delete;
  Port& operator=(const Port&) = delete;

  // "127.0.0.1:9464", with the port that was taken.
  const std::string& address() const { return address_; }

 private:
  Port(std::unique_ptr<prometheus::Exposer> exposer, std::string address);
  const std::unique_ptr<prometheus::Exposer> exposer_;
  const std::string address_;
};

}  // namespace twinaid::metrics

#endif  // TWINAID_SERVICE_METRICS_PORT_H_
