// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_instance.h"

#include "tests/fuzz/instance_of_bytes.h"
#include "tests/fuzz/try_pairs.h"
#include "tests/fuzz/try_pool.h"

namespace twinaid::matcher {

std::string TryInstance(const std::uint8_t* data, std::size_t size) {
  const Instance instance = InstanceOfBytes(data, size);
  const std::string fault = TryPairs(instance);
  return fault.empty() ? TryPool(instance) : fault;
}

}  // namespace twinaid::matcher
