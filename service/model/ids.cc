// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/ids.h"

#include "absl/strings/ascii.h"
#include "service/model/errors.h"

namespace twinaid::model {
namespace {

// How much of a bad text is shown back.
constexpr int kShownBytes = 80;

bool IsSlugByte(char c) {
  return absl::ascii_islower(static_cast<unsigned char>(c)) ||
         absl::ascii_isdigit(static_cast<unsigned char>(c)) || c == '-';
}

}  // namespace

bool IsSlug(absl::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength) return false;
  if (text.front() == '-' || text.back() == '-') return false;
  for (const char c : text) {
    if (!IsSlugByte(c)) return false;
  }
  return true;
}

absl::Status CheckSlug(absl::string_view kind, absl::string_view text) {
  if (IsSlug(text)) return absl::OkStatus();
  ErrorSpec spec;
  spec.code = absl::StatusCode::kInvalidArgument;
  spec.reason = "INVALID_ID";
  spec.en =
      "\"{given}\" is no {kind} id: it takes 1 to 63 lower-case letters, "
      "digits and inner hyphens, as in \"cn-js-wuxi\"";
  spec.zh =
      "\"{given}\" 不是有效的标识（{kind}）：应为 1 至 63 "
      "个小写字母、数字或中间的"
      "连字符，例如 \"cn-js-wuxi\"";
  spec.metadata = {{"given", Shown(text, kShownBytes)},
                   {"kind", std::string(kind)}};
  spec.field = "id";
  return MakeError(spec);
}

}  // namespace twinaid::model
