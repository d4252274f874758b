// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/match.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "service/model/checks.h"
#include "service/model/organization.h"
#include "service/model/status_macros.h"
#include "service/model/text.h"

namespace twinaid::model {

absl::Status Validate(const Consignee& consignee) {
  if (consignee == Consignee()) return absl::OkStatus();
  TWINAID_RETURN_IF_ERROR(CheckRequiredName(consignee.name, "consignee.name"));
  TWINAID_RETURN_IF_ERROR(
      CheckText(consignee.name, "consignee.name", kMaxNameBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckText(consignee.address, "consignee.address", kMaxNoteBytes));
  TWINAID_RETURN_IF_ERROR(
      CheckTelephone(consignee.telephone, "consignee.telephone"));
  TWINAID_RETURN_IF_ERROR(CheckEmail(consignee.email, "consignee.email"));
  return CheckText(consignee.note, "consignee.note", kMaxNoteBytes);
}

absl::Status Validate(const std::vector<Document>& documents,
                      absl::string_view field) {
  if (documents.size() > std::size_t{kMaxDocuments}) {
    return OutOfRange(std::string(field),
                      static_cast<std::int64_t>(documents.size()), 0,
                      kMaxDocuments);
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string at = absl::StrCat(field, "[", i, "].");
    TWINAID_RETURN_IF_ERROR(
        CheckRequiredName(documents[i].title, at + "title"));
    TWINAID_RETURN_IF_ERROR(
        CheckText(documents[i].title, at + "title", kMaxNameBytes));
    TWINAID_RETURN_IF_ERROR(
        CheckText(documents[i].uri, at + "uri", kMaxNoteBytes));
  }
  return absl::OkStatus();
}

BaseUnits Match::dispatched() const {
  BaseUnits sum;
  for (const Dispatch& dispatch : dispatches) sum += dispatch.quantity;
  return sum;
}

BaseUnits Match::received() const {
  BaseUnits sum;
  for (const Receipt& receipt : receipts) sum += receipt.received;
  return sum;
}

BaseUnits Match::missing() const {
  BaseUnits sum;
  for (const Receipt& receipt : receipts) {
    for (const Missing& part : receipt.missing) sum += part.quantity;
  }
  return sum;
}

}  // namespace twinaid::model
