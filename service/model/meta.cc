// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/meta.h"

#include "absl/strings/str_cat.h"
#include "service/model/sha256.h"

namespace twinaid::model {

std::string EtagOf(absl::string_view resource_name, const Meta& meta) {
  constexpr int kHexDigits = 16;
  const std::string digest = Sha256Hex(
      absl::StrCat(resource_name, "\n", absl::ToUnixMicros(meta.create_time),
                   "\n", meta.revision));
  return absl::StrCat("\"", digest.substr(0, kHexDigits), "\"");
}

}  // namespace twinaid::model
