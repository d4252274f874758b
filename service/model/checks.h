// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Small checks that the Validate() of several resources share.
#ifndef TWINAID_SERVICE_MODEL_CHECKS_H_
#define TWINAID_SERVICE_MODEL_CHECKS_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "service/model/common_errors.h"
#include "service/model/enum_names.h"

namespace twinaid::model {

// INVALID_ARGUMENT: REQUIRED_FIELD for an empty text, and what CheckText says.
absl::Status CheckRequiredName(absl::string_view text, absl::string_view field);

// OUT_OF_RANGE_VALUE unless low <= value <= high.
absl::Status CheckRange(std::int64_t value, absl::string_view field,
                        std::int64_t low, std::int64_t high);

// INVALID_VALUE for a language that is not of the form of BCP 47 ("zh-Hans").
// Empty is fine.
absl::Status CheckLanguage(absl::string_view language, absl::string_view field);

// A currency where the item is counted in money, none where it is not:
// CURRENCY_REQUIRED, CURRENCY_NOT_ALLOWED, INVALID_VALUE.
absl::Status CheckCurrency(absl::string_view currency, bool is_money);

// REQUIRED_FIELD / INVALID_VALUE unless the value is one of its enum.
template <typename Enum>
absl::Status CheckEnum(Enum value, absl::string_view field) {
  if (static_cast<int>(value) == 0) return RequiredField(field);
  if (WordOf(value) != "unknown") return absl::OkStatus();
  return InvalidValue(field, std::to_string(static_cast<int>(value)),
                      "one of " + AllWords<Enum>(),
                      "以下之一：" + AllWordsIn<Enum>(Language::kChinese));
}

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_CHECKS_H_
