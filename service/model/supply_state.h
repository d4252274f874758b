// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How a need or offer was closed, and the reasons people give.
#ifndef TWINAID_SERVICE_MODEL_SUPPLY_STATE_H_
#define TWINAID_SERVICE_MODEL_SUPPLY_STATE_H_

namespace twinaid::model {

enum class Closed { kNo = 0, kWithdrawn, kExpired };

// The closed list of design section 3; a free note may stand beside it.
enum class Reason {
  kNone = 0,
  kNoLongerNeeded,
  kNoLongerAvailable,
  kWrongItem,
  kQuality,
  kDocuments,
  kTooLate,
  kDuplicate,
  kPrefersOther,
  kUnreachable,
  kDamaged,
  kLostInTransit,
  kCustoms,
  kOther
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_SUPPLY_STATE_H_
