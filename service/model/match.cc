// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/match.h"

namespace twinaid::model {

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
