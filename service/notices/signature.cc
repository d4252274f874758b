// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdint>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace twinaid::notices {

std::string HmacSha256Hex(absl::string_view secret, absl::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
       digest.data(), &size);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest.data()), size));
}

std::string Signature(absl::string_view secret, absl::Time time,
                      absl::string_view body) {
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  return absl::StrCat("t=", seconds, ",v1=",
                      HmacSha256Hex(secret, absl::StrCat(seconds, ".", body)));
}

}  // namespace twinaid::notices
