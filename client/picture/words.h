// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A text in the two languages of a page.
#ifndef TWINAID_CLIENT_PICTURE_WORDS_H_
#define TWINAID_CLIENT_PICTURE_WORDS_H_

#include <string>

namespace twinaid::picture {

enum class Language { kEnglish, kChinese };

struct Words {
  std::string en;
  std::string zh;  // empty: there is none, and readers of Chinese see `en`

  const std::string& In(Language language) const {
    return language == Language::kChinese && !zh.empty() ? zh : en;
  }
  bool empty() const { return en.empty() && zh.empty(); }
  friend bool operator==(const Words&, const Words&) = default;
  friend auto operator<=>(const Words&, const Words&) = default;
};

}  // namespace twinaid::picture

#endif  // TWINAID_CLIENT_PICTURE_WORDS_H_
