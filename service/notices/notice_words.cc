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

const std::map<absl::string_view, const char*>& ChineseReasons() {
  static const auto& words = *new std::map<absl::string_view, const char*>{
      {"no_longer_needed", "不再需要"},
      {"no_longer_available", "不再有货"},
      {"wrong_item", "物品不符"},
      {"quality", "质量"},
      {"documents", "文件"},
      {"too_late", "太迟"},
      {"duplicate", "重复"},
      {"prefers_other", "另有选择"},
      {"unreachable", "无法联系"},
      {"damaged", "损坏"},
      {"lost_in_transit", "途中遗失"},
      {"customs", "海关"},
      {"other", "其他"},
      {"need_withdrawn", "需求已撤回"},
      {"offer_withdrawn", "供给已撤回"},
      {"expired", "已过期"},
      {"pairing_ended", "结对已结束"},
      {"pairing_displaced", "由更合适的结对取代"},
      {"round_failed", "轮次失败"},
      {"quantity_lowered", "数量减少"},
      {"no_longer_fits", "不再相符"},
  };
  return words;
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
  const char* form = In(language, "$0 ($1 $2 of $3)", "$0($1 $2,每 $2 $3)");
  return absl::StrReplaceAll(form, {{"$0", amount},
                                    {"$1", Grouped(base_units / pack)},
                                    {"$2", OneLine(goods.item.unit)},
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
  const auto found = ChineseReasons().find(word);
  return found == ChineseReasons().end() ? std::string(word) : found->second;
}

}  // namespace twinaid::notices
