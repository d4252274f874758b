// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/residual.h"

#include <cstddef>

namespace twinaid::bench {

void TakeOut(const std::vector<matcher::Flow>& flows,
             matcher::Instance& instance) {
  for (matcher::Need& need : instance.needs) {
    need.whole_units = matcher::WholeUnits(need);
  }
  for (const matcher::Flow& flow : flows) {
    instance.needs[static_cast<std::size_t>(flow.need)].base_units -=
        flow.base_units;
    instance.offers[static_cast<std::size_t>(flow.offer)].base_units -=
        flow.base_units;
  }
}

void PutBack(const std::vector<matcher::Flow>& flows,
             matcher::Instance& instance) {
  for (matcher::Need& need : instance.needs) need.whole_units = 0;
  for (const matcher::Flow& flow : flows) {
    instance.needs[static_cast<std::size_t>(flow.need)].base_units +=
        flow.base_units;
    instance.offers[static_cast<std::size_t>(flow.offer)].base_units +=
        flow.base_units;
  }
}

}  // namespace twinaid::bench
