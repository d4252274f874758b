// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/letter.h"

#include "service/model/checks.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {

absl::Status Validate(const Letter& letter) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(letter.kind, "kind"));
  if (letter.from.empty()) return RequiredField("from");
  if (letter.to.empty()) return RequiredField("to");
  if (letter.from == letter.to) {
    return InvalidValue("to", ToName(letter.to), "another place than from",
                        "与 from 不同的地方");
  }
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(letter.text, "text"));
  TWINAID_RETURN_IF_ERROR(CheckText(letter.text, "text", kMaxLetterBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckText(letter.signatory, "signatory", kMaxNameBytes));
  if (letter.language.empty()) return RequiredField("language");
  return CheckLanguage(letter.language, "language");
}

}  // namespace twinaid::model
