// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// libFuzzer over calls of the service that TWINAID_FUZZ_TARGET names in the
// environment ("registry"). Its calls are changed into other calls; what is
// tried may call any service.

#include <google/protobuf/stubs/logging.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tests/fuzz/calls_of_bytes.h"
#include "tests/fuzz/mutate_calls.h"
#include "tests/fuzz/try_calls.h"

namespace {

const std::string& Service() {
  static const std::string& service = *[] {
    const char* asked = std::getenv("TWINAID_FUZZ_TARGET");
    auto* name = new std::string(asked == nullptr ? "" : asked);
    if (!name->empty()) {
      name->front() =
          absl::ascii_toupper(static_cast<unsigned char>(name->front()));
    }
    absl::StrAppend(name, "Service");
    if (twinaid::fuzz::MethodsOf(*name).empty()) {
      std::fprintf(stderr, "TWINAID_FUZZ_TARGET names no service\n");
      std::exit(2);
    }
    return name;
  }();
  return service;
}

}  // namespace

// These names are libFuzzer's.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size,
                                        std::size_t most);

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  // What it would say is the text of a message that cannot be read.
  google::protobuf::SetLogHandler(nullptr);
  Service();
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data,
                                               std::size_t size,
                                               std::size_t most,
                                               unsigned seed) {
  auto* chars = reinterpret_cast<char*>(data);  // NOLINT: bytes
  const std::string changed = twinaid::fuzz::MutateCalls(
      Service(), {chars, size}, twinaid::fuzz::SharedCallWorld().names(), seed,
      [](std::string text) {
        constexpr std::size_t kMore = 64;
        const std::size_t n = text.size();
        text.resize(n + kMore);
        auto* bytes = reinterpret_cast<std::uint8_t*>(text.data());  // NOLINT
        text.resize(LLVMFuzzerMutate(bytes, n, n + kMore));
        return text;
      });
  const std::size_t n = std::min(changed.size(), most);
  std::memcpy(data, changed.data(), n);
  return n;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto* chars = reinterpret_cast<const char*>(data);  // NOLINT: bytes
  const twinaid::fuzz::Outcome outcome =
      twinaid::fuzz::TryCalls(absl::string_view(chars, size));
  if (outcome.fault.empty()) return 0;
  std::fprintf(stderr, "FAULT: %s\n", outcome.fault.c_str());
  std::abort();
}
