// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/organization.h"

#include "service/model/checks.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {

absl::Status Validate(const Organization& organization) {
  TWINAID_RETURN_IF_ERROR(CheckEnum(organization.kind, "kind"));
  if (organization.name_zh.empty()) {
    TWINAID_RETURN_IF_ERROR(CheckRequiredName(organization.name_en, "name_en"));
  }
  TWINAID_RETURN_IF_ERROR(
      CheckText(organization.name_en, "name_en", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckText(organization.name_zh, "name_zh", kMaxNameBytes));
  if (organization.seat.empty()) return RequiredField("seat");
  return CheckText(organization.note, "note", kMaxNoteBytes);
}

}  // namespace twinaid::model
