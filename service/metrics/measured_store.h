// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A store that is watched while it works.
#ifndef TWINAID_SERVICE_METRICS_MEASURED_STORE_H_
#define TWINAID_SERVICE_METRICS_MEASURED_STORE_H_

#include <functional>

#include "service/metrics/metrics.h"
#include "service/model/clock.h"
#include "service/store/store.h"

namespace twinaid::metrics {

// Does what `store` does, and counts it. All that is given is borrowed.
// Thread-safe.
class MeasuredStore final : public store::Store {
 public:
  MeasuredStore(store::Store& store, const model::Clock& clock,
                Metrics& metrics)
      : store_(store), clock_(clock), metrics_(metrics) {}

  absl::Status Read(
      absl::FunctionRef<absl::Status(const store::ReadTransaction&)> body)
      override;
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&)> body,
      store::Ending ending) override;
  void WriteLater(std::function<absl::Status(store::WriteTransaction&)> body,
                  store::Ending ending,
                  std::function<void(const absl::Status&)> done) override;
  void SetCommitListener(std::function<void(std::int64_t)> listener) override;
  absl::Status Health() override { return store_.Health(); }

 private:
  store::Store& store_;
  const model::Clock& clock_;
  Metrics& metrics_;
};

}  // namespace twinaid::metrics

#endif  // TWINAID_SERVICE_METRICS_MEASURED_STORE_H_
