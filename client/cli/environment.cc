// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/environment.h"

#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "absl/strings/escaping.h"
#include "absl/strings/string_view.h"
#include "absl/time/clock.h"

namespace twinaid::client {
namespace {

// 128 random bits in hex.
std::string RandomText() {
  std::array<unsigned char, 16> bytes{};
  RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
  return absl::BytesToHexString(absl::string_view(
      reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace

Environment SystemEnvironment() {
  Environment environment;
  environment.variable = [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
  environment.unique = RandomText;
  environment.sleep = [](absl::Duration wait) { absl::SleepFor(wait); };
  environment.today = absl::ToCivilDay(absl::Now(), absl::LocalTimeZone());
  environment.elapsed = [] {
    return absl::FromChrono(
        std::chrono::steady_clock::now().time_since_epoch());
  };
  return environment;
}

}  // namespace twinaid::client
