// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// SHA-256 as lower-case hex text and as bytes (OpenSSL does the work).
#ifndef TWINAID_SERVICE_MODEL_SHA256_H_
#define TWINAID_SERVICE_MODEL_SHA256_H_

#include <array>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::model {

std::array<std::uint8_t, 32> Sha256(absl::string_view bytes);
std::string Sha256Hex(absl::string_view bytes);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_SHA256_H_
