// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/outcome.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/model/errors.h"
#include "service/model/text.h"

namespace twinaid::fuzz {

bool Fault(Outcome& outcome, absl::string_view said) {
  if (outcome.fault.empty()) outcome.fault = std::string(said);
  return false;
}

bool IsReason(absl::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return absl::ascii_isupper(byte) || absl::ascii_isdigit(byte) || c == '_';
  });
}

std::string FaultOfError(const absl::Status& status) {
  const std::string reason = model::ReasonOf(status);
  const std::string en = model::TextOf(status, model::Language::kEnglish);
  const std::string zh = model::TextOf(status, model::Language::kChinese);
  std::string fault;
  if (status.code() == absl::StatusCode::kInternal ||
      status.code() == absl::StatusCode::kUnknown) {
    fault = "a fault of our own";
  } else if (!IsReason(reason)) {
    fault = "no reason";
  } else if (en.empty() || zh.empty() || en == zh) {
    fault = "not two texts";
  } else if (model::ValidUtf8(en) != en || model::ValidUtf8(zh) != zh) {
    fault = "a text that is not UTF-8";
  }
  return fault.empty() ? "" : absl::StrCat(fault, ": ", status.ToString());
}

void CountRefusal(const absl::Status& status, absl::string_view reason,
                  Outcome& outcome) {
  ++outcome.refused;
  if (const std::string fault = FaultOfError(status); !fault.empty()) {
    Fault(outcome, fault);
  } else if (model::ReasonOf(status) != reason) {
    Fault(outcome, absl::StrCat("refused as ", model::ReasonOf(status),
                                " instead of ", reason));
  }
}

std::vector<absl::string_view> Parts(absl::string_view bytes,
                                     absl::string_view separator,
                                     std::size_t n) {
  std::vector<absl::string_view> parts = absl::StrSplit(
      bytes, absl::MaxSplits(separator, static_cast<int>(n) - 1));
  parts.resize(n);
  return parts;
}

}  // namespace twinaid::fuzz
