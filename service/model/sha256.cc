// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/sha256.h"

#include <openssl/evp.h>

#include <cstdlib>

#include "absl/strings/escaping.h"

namespace twinaid::model {

std::array<std::uint8_t, 32> Sha256(absl::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  // OpenSSL looks an algorithm up by its name: once is enough.
  static const EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  // Without it no secret can be told from another, nor a row from a rotten one.
  if (kSha256 == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, kSha256,
                 nullptr) != 1) {
    std::abort();
  }
  return digest;
}

std::string Sha256Hex(absl::string_view bytes) {
  const std::array<std::uint8_t, 32> digest = Sha256(bytes);
  return absl::BytesToHexString(absl::string_view(
      reinterpret_cast<const char*>(digest.data()), digest.size()));
}

}  // namespace twinaid::model
