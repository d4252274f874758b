// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Any bytes as a small instance of the engine.
#ifndef TWINAID_TESTS_FUZZ_INSTANCE_OF_BYTES_H_
#define TWINAID_TESTS_FUZZ_INSTANCE_OF_BYTES_H_

#include <cstddef>
#include <cstdint>

#include "matcher/instance.h"

namespace twinaid::matcher {

// Every byte string is an instance, most of them valid; some break a limit or
// name a row that is not there, as Validate must notice. At most 15 places,
// 7 items, 31 needs, 31 offers and 63 ties, so that a run takes microseconds.
Instance InstanceOfBytes(const std::uint8_t* data, std::size_t size);

}  // namespace twinaid::matcher

#endif  // TWINAID_TESTS_FUZZ_INSTANCE_OF_BYTES_H_
