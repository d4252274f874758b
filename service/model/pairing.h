// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Donor place and recipient place joined by a round.
#ifndef TWINAID_SERVICE_MODEL_PAIRING_H_
#define TWINAID_SERVICE_MODEL_PAIRING_H_

#include <string>

#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/names.h"
#include "service/model/round.h"

namespace twinaid::model {

enum class PairingState { kProposed = 1, kActive, kEnded };

struct Pairing {
  using Key = PairingName;

  PairingName name;
  PlaceId donor;
  PlaceId recipient;
  PairingState state = PairingState::kProposed;
  int rung = 1;
  SisterLinkId link;  // the tie it stands on
  TierPoints value{};
  // The same text on both directions of a mutual pair; empty otherwise.
  std::string pair_id;
  // The recipient had helped the donor before, and the scheme prefers to return
  // help.
  bool returns_help = false;
  RoundName round;  // that made it
  Meta meta;

  const Key& key() const { return name; }
  friend bool operator==(const Pairing&, const Pairing&) = default;
};

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_PAIRING_H_
