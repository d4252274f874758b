// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// libFuzzer over the target of TextTargets() that TWINAID_FUZZ_TARGET names in
// the environment; "planted" is one with a fault in it. One program for all of
// them: what takes long is to link it.

#include <google/protobuf/stubs/logging.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/text_targets.h"
#include "tests/fuzz/try_planted.h"

namespace {

const twinaid::fuzz::Target& Chosen() {
  static const twinaid::fuzz::Target& chosen = *[] {
    const char* asked = std::getenv("TWINAID_FUZZ_TARGET");
    const std::string name = asked == nullptr ? "" : asked;
    if (name == "planted") {
      return new twinaid::fuzz::Target(twinaid::fuzz::TryPlanted);
    }
    const auto found = twinaid::fuzz::TextTargets().find(name);
    if (found == twinaid::fuzz::TextTargets().end()) {
      std::fprintf(stderr, "TWINAID_FUZZ_TARGET names no target\n");
      std::exit(2);
    }
    return new twinaid::fuzz::Target(found->second);
  }();
  return chosen;
}

}  // namespace

// Both names are libFuzzer's.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  // What it would say is the text of a message that cannot be read.
  google::protobuf::SetLogHandler(nullptr);
  Chosen();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto* chars = reinterpret_cast<const char*>(data);  // NOLINT: bytes
  const twinaid::fuzz::Outcome outcome = Chosen()({chars, size});
  if (outcome.fault.empty()) return 0;
  std::fprintf(stderr, "FAULT: %s\n", outcome.fault.c_str());
  std::abort();
}
