// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/text_width.h"

#include <utf8proc.h>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

// Takes the first character off `text`, which is not empty.
absl::string_view TakeOne(absl::string_view& text) {
  utf8proc_int32_t character = 0;
  const utf8proc_ssize_t length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &character);
  const std::size_t bytes = length > 0 ? static_cast<std::size_t>(length) : 1;
  const absl::string_view one = text.substr(0, bytes);
  text.remove_prefix(bytes);
  return one;
}

// As many bytes of `text` as take at most `width` columns.
std::size_t Fitting(absl::string_view text, int width) {
  absl::string_view rest = text;
  std::size_t bytes = 0;
  for (int used = 0; !rest.empty();) {
    const absl::string_view one = TakeOne(rest);
    used += model::DisplayWidth(one);
    if (used > width) break;
    bytes += one.size();
  }
  return bytes;
}

// Whether a line may end before `at`: not inside a word of Latin letters, but
// behind the "/" of a name.
// Precondition: a character begins there, and none before 0.
bool MayBreak(absl::string_view text, std::size_t at) {
  const auto in_word = [](char c) {
    return absl::ascii_isascii(static_cast<unsigned char>(c)) && c != ' ' &&
           c != '/';
  };
  return !in_word(text[at - 1]) || (!in_word(text[at]) && text[at] != '/');
}

}  // namespace

std::string CutToWidth(absl::string_view text, int width) {
  if (model::DisplayWidth(text) <= width) return std::string(text);
  constexpr int kEllipsis = 1;
  return absl::StrCat(text.substr(0, Fitting(text, width - kEllipsis)), "…");
}

std::vector<std::string> WrapToWidth(absl::string_view text, int width) {
  std::vector<std::string> lines;
  while (model::DisplayWidth(text) > width) {
    const std::size_t most = Fitting(text, width);
    std::size_t end = most;
    while (end > 0 && !MayBreak(text, end)) --end;
    if (end == 0) end = most;
    lines.emplace_back(absl::StripTrailingAsciiWhitespace(text.substr(0, end)));
    text = absl::StripLeadingAsciiWhitespace(text.substr(end));
  }
  if (!text.empty() || lines.empty()) lines.emplace_back(text);
  return lines;
}

}  // namespace twinaid::client
