// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/stage_words.h"

namespace twinaid::model {

absl::string_view ChineseWord(StageKind kind) {
  switch (kind) {
    case StageKind::kStanding:
      return "原有结对";
    case StageKind::kCounterpart:
      return "对口";
    case StageKind::kMutual:
      return "互助";
    case StageKind::kPool:
      return "剩余物资";
  }
  return "";
}

}  // namespace twinaid::model
