// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/metrics/port.h"

#include <prometheus/exposer.h>

#include <exception>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/metrics/families.h"
#include "service/model/listen_errors.h"

namespace twinaid::metrics {
namespace {

std::vector<std::string> Settings(const std::string& address) {
  return {"listening_ports", address, "num_threads", "2",
          // Who sends nothing for so many milliseconds is let go of.
          "request_timeout_ms", "5000", "max_request_size", "4096"};
}

}  // namespace

absl::StatusOr<std::unique_ptr<Port>> Port::Open(const std::string& address,
                                                 const Metrics& metrics) {
  // The library says by exception that it cannot listen.
  try {
    auto exposer =
        std::make_unique<prometheus::Exposer>(Settings(address), nullptr);
    exposer->RegisterCollectable(metrics.state_->registry);
    exposer->RegisterCollectable(metrics.state_->sampled);
    const std::string taken =
        absl::StrCat(address.substr(0, address.rfind(':')), ":",
                     exposer->GetListeningPorts().front());
    return std::unique_ptr<Port>(new Port(std::move(exposer), taken));
  } catch (const std::exception&) {
    return model::CannotListen(address, "--metrics");
  }
}

Port::Port(std::unique_ptr<prometheus::Exposer> exposer, std::string address)
    : exposer_(std::move(exposer)), address_(std::move(address)) {}

Port::~Port() = default;

}  // namespace twinaid::metrics
