// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A letter of support or of thanks from one place to another.
#ifndef TWINAID_SERVICE_MODEL_LETTER_H_
#define TWINAID_SERVICE_MODEL_LETTER_H_

#include <string>

#include "absl/status/status.h"
#include "service/model/ids.h"
#include "service/model/meta.h"
#include "service/model/names.h"

namespace twinaid::model {

enum class LetterKind { kSupport = 1, kThanks };

// Never altered once it is sent.
struct Letter {
  using Key = LetterId;

  LetterId id;
  LetterKind kind = LetterKind::kSupport;
  PlaceId from;
  PlaceId to;
  OrganizationId organization;  // that writes it; may be empty
  std::string signatory;        // who signs; may be empty
  std::string text;             // 1 to kMaxLetterBytes bytes
  std::string language;         // BCP 47 ("zh-Hans"), required
  MatchId match;                // it is about; may be empty
  Meta meta;

  const Key& key() const { return id; }
  friend bool operator==(const Letter&, const Letter&) = default;
};

inline constexpr int kMaxLetterBytes = 65536;

// INVALID_ARGUMENT with the field path.
absl::Status Validate(const Letter& letter);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_LETTER_H_
