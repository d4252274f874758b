// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/texts_of_bytes.h"

#include <string>

#include "absl/strings/strip.h"

namespace twinaid::fuzz {

client::FileTexts TextsOfBytes(absl::string_view bytes) {
  client::FileTexts texts;
  std::string* text = nullptr;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    absl::string_view line = bytes.substr(
        0, end == absl::string_view::npos ? bytes.size() : end + 1);
    bytes.remove_prefix(line.size());
    absl::string_view name = line;
    if (absl::ConsumePrefix(&name, "== ")) {
      absl::ConsumeSuffix(&name, "\n");
      text = &texts[std::string(name)];
    } else if (text != nullptr) {
      text->append(line.data(), line.size());
    }
  }
  return texts;
}

}  // namespace twinaid::fuzz
