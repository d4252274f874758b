// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Pieces of HTML: escaped text, and text in both languages.
#ifndef TWINAID_CLIENT_PICTURE_HTML_H_
#define TWINAID_CLIENT_PICTURE_HTML_H_

#include <string>

#include "absl/strings/string_view.h"
#include "client/picture/words.h"

namespace twinaid::picture {

// The tag of a language in `lang`: "en", "zh-Hans".
absl::string_view LanguageTag(Language language);

// Text as content of an element or as a quoted attribute. Bytes that are no
// UTF-8, and control characters, become U+FFFD.
std::string Escape(absl::string_view text);

// Both texts, each marked with its language; the page shows one of them. A text
// without Chinese is shown to all, and one that is the same in both (digits)
// stands alone. Nothing for no words.
std::string Both(const Words& words);

// Both texts on one line, for tooltips, which cannot change with the language:
// "Wuxi 无锡". Escaped.
std::string Side(const Words& words);

// A number with its noun: "1 need", "2 needs". `zh` follows the number as it
// is.
Words Count(std::int64_t number, absl::string_view one, absl::string_view many,
            absl::string_view zh);

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_HTML_H_
