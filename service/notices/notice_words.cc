// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/notice_words.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "service/model/currency.h"
#include "service/model/reason_words.h"
#include "service/model/unit_words.h"

namespace twinaid::notices {
namespace {

constexpr int kGroup = 3;

// "30,000". Precondition: number >= 0.
std::string Grouped(std::int64_t number) {
  std::string text = absl::StrCat(number);
  for (int at = static_cast<int>(text.size()) - kGroup; at > 0; at -= kGroup) {
    text.insert(static_cast<std::size_t>(at), ",");
  }
  return text;
}

std::string MoneyText(std::int64_t minor, const std::string& currency) {
  const int exponent = model::CurrencyExponent(currency).value_or(0);
  std::int64_t minor_in_major = 1;
  for (int i = 0; i < exponent; ++i) minor_in_major *= 10;
  std::string text = Grouped(minor / minor_in_major);
  if (exponent > 0) {
    absl::StrAppendFormat(&text, ".%0*d", exponent, minor % minor_in_major);
  }
  return absl::StrCat(text, " ", currency);
}

std::string EitherName(Language language, const std::string& en,
                       const std::string& zh) {
  const bool chinese =
      language == Language::kChinese ? !zh.empty() : en.empty();
  return OneLine(chinese ? zh : en);
}

}  // namespace

Language LanguageOf(absl::string_view tag) {
  const std::string lower = absl::AsciiStrToLower(tag);
  return lower == "zh" || absl::StartsWith(lower, "zh-") ? Language::kChinese
                                                         : Language::kEnglish;
}

std::string OneLine(absl::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(),
      [](char c) { return absl::ascii_iscntrl(static_cast<unsigned char>(c)); },
      ' ');
  return line;
}

std::string NameIn(Language language, const model::Place& place) {
  return EitherName(language, place.name_en, place.name_zh);
}

std::string NameIn(Language language, const model::Item& item) {
  return EitherName(language, item.name_en, item.name_zh);
}

std::string AmountIn(Language language, std::int64_t base_units,
                     const core::MatchFacts& goods) {
  if (goods.item.is_money()) return MoneyText(base_units, goods.currency);
  const std::int64_t pack = goods.item.base_content;
  const std::string amount = Grouped(base_units);
  if (pack <= 1 || base_units == 0 || base_units % pack != 0) return amount;
  const std::string unit = OneLine(language == Language::kChinese
                                       ? model::ChineseUnit(goods.item.unit)
                                       : absl::string_view(goods.item.unit));
  const char* form = In(language, "$0 ($1 $2 of $3)", "$0（$1 $2，每$2 $3）");
  return absl::StrReplaceAll(form, {{"$0", amount},
                                    {"$1", Grouped(base_units / pack)},
                                    {"$2", unit},
                                    {"$3", Grouped(pack)}});
}

std::string SideIn(Language language, absl::string_view word) {
  if (word == "donor") return In(language, "the donor", "捐赠方");
  if (word == "recipient") return In(language, "the recipient", "受助方");
  return In(language, "both sides", "双方");
}

std::string ReasonIn(Language language, absl::string_view word) {
  if (language == Language::kEnglish) {
    return absl::StrReplaceAll(word, {{"_", " "}});
  }
  const absl::string_view chinese = model::ChineseReason(word);
  return std::string(chinese.empty() ? word : chinese);
}

}  // namespace twinaid::notices
