// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/files/digits.h"

namespace twinaid::client {
namespace {

// NFKC with case folded; what nobody sees (soft hyphens, marks of byte order)
// is dropped. Empty for text that is not UTF-8.
std::string CompatibleCaseless(absl::string_view text) {
  utf8proc_uint8_t* raw = nullptr;
  const utf8proc_ssize_t length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &raw,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                     UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD |
                                     UTF8PROC_IGNORE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(
      raw, &std::free);
  if (length < 0) return "";
  return std::string(reinterpret_cast<const char*>(raw),
                     static_cast<std::size_t>(length));
}

bool IsDropped(utf8proc_int32_t character) {
  switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return true;
    default:
      return false;
  }
}

bool IsHan(utf8proc_int32_t character) {
  return (character >= 0x3400 && character <= 0x9FFF) ||
         (character >= 0xF900 && character <= 0xFAFF) ||
         (character >= 0x20000 && character <= 0x3FFFF);
}

void Append(utf8proc_int32_t character, std::string& text) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t length = utf8proc_encode_char(character, bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::size_t>(length));
}

}  // namespace

std::vector<char32_t> Characters(absl::string_view text) {
  std::vector<char32_t> characters;
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &character);
    if (length <= 0) return {};
    characters.push_back(static_cast<char32_t>(character));
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return characters;
}

std::vector<std::string> FoldedWords(absl::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  bool last_han = false;
  for (const char32_t c : Characters(CompatibleCaseless(text))) {
    const auto character = static_cast<utf8proc_int32_t>(c);
    if (IsDropped(character)) {
      open = false;
      continue;
    }
    const bool han = IsHan(character);
    if (!open || han != last_han) words.emplace_back();
    open = true;
    last_han = han;
    Append(character, words.back());
  }
  return words;
}

std::string Folded(absl::string_view text) {
  const std::vector<std::string> words = FoldedWords(text);
  const bool is_code = std::all_of(words.begin(), words.end(), AllDigits);
  std::string folded;
  for (const std::string& word : words) {
    // "1.0 ml" is not "10 ml".
    const bool apart = !is_code && !folded.empty() &&
                       absl::ascii_isdigit(folded.back()) &&
                       absl::ascii_isdigit(word.front());
    absl::StrAppend(&folded, apart ? "." : "", word);
  }
  return folded;
}

}  // namespace twinaid::client
