// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the reasons of a change are called in Chinese texts; in English ones
// they have the word of events and commands.
#ifndef TWINAID_SERVICE_MODEL_REASON_WORDS_H_
#define TWINAID_SERVICE_MODEL_REASON_WORDS_H_

#include "absl/strings/string_view.h"

namespace twinaid::model {

// "不再需要" of "no_longer_needed": of what sides say and of what the server
// does by itself. Empty for a word that is none of them.
absl::string_view ChineseReason(absl::string_view word);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_REASON_WORDS_H_
