// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The words of every enum as files and the ledger write them ("sister_city",
// "no_longer_needed"); one table an enum, both ways.
#ifndef TWINAID_SERVICE_MODEL_ENUM_NAMES_H_
#define TWINAID_SERVICE_MODEL_ENUM_NAMES_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace twinaid::model {

// The word of a value. Defined for PlaceKind, LinkKind, LinkState,
// OrganizationKind, Category, Urgency, SubstitutePolicy, NeedState, OfferState,
// Closed, Reason, Shape, Tiers, Pool, Keep, RoundState, StageKind, UnmetReason,
// PairingState, MatchOrigin, MatchState, Apart, LetterKind, Side, Answer, Role,
// NoticeChannel, NoticeState.
template <typename Enum>
absl::string_view WordOf(Enum value);

// The value of a word; nullopt for an unknown one.
template <typename Enum>
std::optional<Enum> FromWord(absl::string_view word);

// All words of an enum, in order, joined by ", ": for "must be one of ...".
template <typename Enum>
std::string AllWords();

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ENUM_NAMES_H_
