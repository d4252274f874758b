// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The words of every enum: its code, as files, the ledger and commands write it
// ("sister_city", "no_longer_needed"), and what it is called in Chinese texts;
// one table an enum, both ways. English texts show the code.
#ifndef TWINAID_SERVICE_MODEL_ENUM_NAMES_H_
#define TWINAID_SERVICE_MODEL_ENUM_NAMES_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "service/model/errors.h"

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

// What a value is called in Chinese: "友好城市". Empty for a value that is none
// of the enum's. The words of one enum differ.
template <typename Enum>
absl::string_view ChineseWordOf(Enum value);

// The value of a code or of a Chinese word: for what people write, such as the
// cells of a file; nullopt for an unknown one.
template <typename Enum>
std::optional<Enum> FromWordOfEither(absl::string_view word);

// AllWords() in English; in Chinese "危急（critical）、高（high）".
template <typename Enum>
std::string AllWordsIn(Language language);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_ENUM_NAMES_H_
