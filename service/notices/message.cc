// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/notices/message.h"

#include "absl/strings/str_cat.h"
#include "service/model/sha256.h"

namespace twinaid::notices {

std::string DeliveryId(const model::Event& event, absl::string_view recipient) {
  // The hash differs between two ledgers, the number of an event does not.
  return model::Sha256Hex(absl::StrCat(event.hash, " ", recipient))
      .substr(0, 32);
}

}  // namespace twinaid::notices
