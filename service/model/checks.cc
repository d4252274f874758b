// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/checks.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "service/model/currency.h"
#include "service/model/errors.h"
#include "service/model/text.h"

namespace twinaid::model {
namespace {

absl::Status CurrencyError(const std::string& reason, const std::string& en,
                           const std::string& zh) {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = reason;
  spec.en = en;
  spec.zh = zh;
  spec.field = "currency";
  return MakeError(spec);
}

}  // namespace

absl::Status CheckRequiredName(absl::string_view text,
                               absl::string_view field) {
  if (absl::StripAsciiWhitespace(text).empty()) return RequiredField(field);
  return CheckText(text, field, kMaxNameBytes);
}

absl::Status CheckRange(std::int64_t value, absl::string_view field,
                        std::int64_t low, std::int64_t high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return OutOfRange(field, value, low, high);
}

absl::Status CheckLanguage(absl::string_view language,
                           absl::string_view field) {
  if (language.empty()) return absl::OkStatus();
  constexpr std::size_t kMaxTagBytes = 35;
  constexpr std::size_t kMaxSubtag = 8;
  bool fits = language.size() <= kMaxTagBytes;
  bool first = true;
  for (const absl::string_view subtag : absl::StrSplit(language, '-')) {
    fits = fits && !subtag.empty() && subtag.size() <= kMaxSubtag;
    if (first) fits = fits && subtag.size() >= 2 && subtag.size() <= 3;
    for (const char c : subtag) {
      const auto byte = static_cast<unsigned char>(c);
      fits = fits &&
             (first ? absl::ascii_isalpha(byte) : absl::ascii_isalnum(byte));
    }
    first = false;
  }
  if (fits) return absl::OkStatus();
  return InvalidValue(field, language,
                      "a language tag (BCP 47) such as en or zh-Hans",
                      "语言标签（BCP 47），例如 en 或 zh-Hans");
}

absl::Status CheckCurrency(absl::string_view currency, bool is_money) {
  if (!is_money) {
    if (currency.empty()) return absl::OkStatus();
    return CurrencyError(
        "CURRENCY_NOT_ALLOWED",
        "currency is for items counted in money; leave it empty here",
        "只有以货币计量的物品才能填写 currency；此处请留空");
  }
  if (currency.empty()) {
    return CurrencyError("CURRENCY_REQUIRED",
                         "currency is required for an item counted in money: "
                         "an ISO 4217 code such as CNY or USD",
                         "以货币计量的物品必须填写 currency：ISO 4217 代码，"
                         "例如 CNY 或 USD");
  }
  if (CurrencyExponent(currency).has_value()) return absl::OkStatus();
  return InvalidValue("currency", currency,
                      "an ISO 4217 code in capitals such as CNY or USD",
                      "大写的 ISO 4217 货币代码，例如 CNY 或 USD");
}

}  // namespace twinaid::model
