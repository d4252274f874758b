// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/picture/html.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/picture/numbers.h"
#include "service/model/text.h"

namespace twinaid::picture {

absl::string_view LanguageTag(Language language) {
  return language == Language::kChinese ? "zh-Hans" : "en";
}

std::string Escape(absl::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : model::ValidUtf8(text)) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        if (absl::ascii_iscntrl(static_cast<unsigned char>(c)) && c != '\n' &&
            c != '\t') {
          safe += "\uFFFD";
        } else {
          safe += c;
        }
    }
  }
  return safe;
}

std::string Both(const Words& words) {
  if (words.empty()) return "";
  // Digits are of no language.
  if (words.en == words.zh) return Escape(words.en);
  if (words.zh.empty()) {
    return absl::StrCat("<span lang=\"en\" class=\"b\">", Escape(words.en),
                        "</span>");
  }
  return absl::StrCat("<span lang=\"en\">", Escape(words.en),
                      "</span><span lang=\"zh-Hans\">", Escape(words.zh),
                      "</span>");
}

std::string Side(const Words& words) {
  if (words.zh.empty() || words.en == words.zh) return Escape(words.en);
  return absl::StrCat(Escape(words.en), " ", Escape(words.zh));
}

Words Count(std::int64_t number, absl::string_view one, absl::string_view many,
            absl::string_view zh) {
  const std::string digits = Grouped(number);
  return {absl::StrCat(digits, " ", number == 1 ? one : many),
          absl::StrCat(digits, " ", zh)};
}

}  // namespace twinaid::picture
