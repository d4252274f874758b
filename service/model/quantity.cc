// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/quantity.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"

namespace twinaid::model {

absl::StatusOr<BaseUnits> ToBaseUnits(Units units, std::int64_t base_content,
                                      absl::string_view field) {
  if (units.value() >= 1 && base_content >= 1 &&
      units.value() <= kMaxBaseUnits / base_content) {
    return BaseUnits(units.value() * base_content);
  }
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "QUANTITY_OUT_OF_RANGE";
  spec.en =
      "{field}: {given} is not a quantity that is kept: it must be at least 1, "
      "and at most {limit} base units ({base_content} in one unit)";
  spec.zh =
      "{field}：数量 {given} 超出范围：至少为 1，且不超过 {limit} 个基本单位"
      "（每单位含 {base_content}）";
  spec.metadata = {{"field", std::string(field)},
                   {"given", absl::StrCat(units.value())},
                   {"base_content", absl::StrCat(base_content)},
                   {"limit", absl::StrCat(kMaxBaseUnits)}};
  spec.field = std::string(field);
  return MakeError(spec);
}

}  // namespace twinaid::model
