// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/reason_words.h"

#include <map>
#include <optional>

#include "service/model/enum_names.h"
#include "service/model/supply_state.h"

namespace twinaid::model {

absl::string_view ChineseReason(absl::string_view word) {
  static const auto& words =
      *new std::map<absl::string_view, absl::string_view>{
          {"need_withdrawn", "需求已撤回"},
          {"offer_withdrawn", "供给已撤回"},
          {"expired", "已过期"},
          {"pairing_ended", "结对已结束"},
          {"pairing_displaced", "由更合适的结对取代"},
          {"round_failed", "轮次失败"},
          {"quantity_lowered", "数量减少"},
          {"no_longer_fits", "不再相符"},
      };
  if (const std::optional<Reason> reason = FromWord<Reason>(word)) {
    return ChineseWordOf(*reason);
  }
  const auto found = words.find(word);
  return found == words.end() ? absl::string_view() : found->second;
}

}  // namespace twinaid::model
