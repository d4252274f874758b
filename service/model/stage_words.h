// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What the stages of a round are called in Chinese texts; in English ones they
// have the word of files, WordOf.
#ifndef TWINAID_SERVICE_MODEL_STAGE_WORDS_H_
#define TWINAID_SERVICE_MODEL_STAGE_WORDS_H_

#include "absl/strings/string_view.h"
#include "service/model/round.h"

namespace twinaid::model {

// "对口". Empty for a number that is no kind.
absl::string_view ChineseWord(StageKind kind);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_STAGE_WORDS_H_
