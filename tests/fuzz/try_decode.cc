// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/try_decode.h"

#include "absl/strings/str_cat.h"
#include "service/model/text.h"
#include "tests/fuzz/try_csv.h"

namespace twinaid::fuzz {

using client::DecodedText;
using client::DecodeFault;
using client::Encoding;

Outcome TryDecode(absl::string_view bytes) {
  return TryDecode(bytes,
                   [](absl::string_view all) { return client::Decode(all); });
}

Outcome TryDecode(absl::string_view bytes, const Decoder& decode) {
  Outcome outcome;
  const auto decoded = decode(bytes);
  if (const auto* fault = std::get_if<DecodeFault>(&decoded)) {
    ++outcome.refused;
    if (!IsReason(fault->reason)) Fault(outcome, "no reason");
    if (fault->en.empty() || fault->zh.empty() || fault->en == fault->zh) {
      Fault(outcome, "not told in two languages");
    }
    const std::string spot = FaultOfSpot(fault->spot, bytes);
    if (!spot.empty()) Fault(outcome, absl::StrCat("told: ", spot));
    return outcome;
  }
  ++outcome.taken;
  const std::string& text = std::get<DecodedText>(decoded).text;
  if (model::ValidUtf8(text) != text) {
    Fault(outcome, "what comes out is not UTF-8");
    return outcome;
  }
  const auto again =
      client::Decode(absl::StrCat("\xEF\xBB\xBF", text), Encoding::kUtf8);
  const auto* same = std::get_if<DecodedText>(&again);
  if (same == nullptr || same->text != text) {
    Fault(outcome, "what comes out does not read back");
  }
  return outcome;
}

}  // namespace twinaid::fuzz
