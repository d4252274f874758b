// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The words of an e-mail: places, amounts, sides, reasons.
#ifndef TWINAID_SERVICE_NOTICES_NOTICE_WORDS_H_
#define TWINAID_SERVICE_NOTICES_NOTICE_WORDS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "service/core/notice_facts.h"
#include "service/model/errors.h"
#include "service/model/item.h"
#include "service/model/place.h"

namespace twinaid::notices {

using model::Language;

// What to write in for a contact's language (BCP 47): simplified Chinese for
// "zh" and all that begins with "zh-", English for everything else.
Language LanguageOf(absl::string_view tag);

// One of two texts.
inline const char* In(Language language, const char* en, const char* zh) {
  return language == Language::kChinese ? zh : en;
}

// The text on one line: what breaks a line or cannot be printed is a blank.
std::string OneLine(absl::string_view text);

// The name in the language, or in the other one where there is none.
std::string NameIn(Language language, const model::Place& place);
std::string NameIn(Language language, const model::Item& item);

// "30,000" of goods, "1,234.50 CNY" of money; of goods that come in packs of
// more than one and fill them, the packs too: "500 (10 box of 50)".
std::string AmountIn(Language language, std::int64_t base_units,
                     const core::MatchFacts& goods);

// "the donor", "捐赠方" for a word of model::Side.
std::string SideIn(Language language, absl::string_view word);

// "no longer needed" for a word of model::Reason or of why a proposal was taken
// back; a word that is not known comes back as it is.
std::string ReasonIn(Language language, absl::string_view word);

}  // namespace twinaid::notices

#endif  // TWINAID_SERVICE_NOTICES_NOTICE_WORDS_H_
