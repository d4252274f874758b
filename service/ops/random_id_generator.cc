// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/random_id_generator.h"

#include <openssl/rand.h>

#include <array>
#include <cstdint>
#include <cstdlib>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace twinaid::ops {
namespace {

// Crockford's base 32 in lower case: no letter that reads like a digit.
constexpr char kAlphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

template <std::size_t kBytes>
std::array<std::uint8_t, kBytes> RandomBytes() {
  std::array<std::uint8_t, kBytes> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    std::abort();
  }
  return bytes;
}

}  // namespace

std::string RandomIdGenerator::NewId(absl::string_view prefix) {
  std::string id = absl::StrCat(prefix, "-");
  for (const std::uint8_t byte : RandomBytes<16>()) id += kAlphabet[byte % 32];
  return id;
}

std::string RandomIdGenerator::NewSalt() {
  const auto bytes = RandomBytes<16>();
  return absl::BytesToHexString(absl::string_view(
      reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

std::string RandomIdGenerator::NewSecret() {
  const auto bytes = RandomBytes<32>();
  std::string secret = absl::WebSafeBase64Escape(absl::string_view(
      reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  return secret;
}

}  // namespace twinaid::ops
