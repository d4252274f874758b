// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// libFuzzer over instances of the engine. Run it on tests/fuzz/corpus/instance.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/try_instance.h"

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string fault = twinaid::matcher::TryInstance(data, size);
  if (fault.empty()) return 0;
  std::fprintf(stderr, "%s\n", fault.c_str());
  std::abort();
}
