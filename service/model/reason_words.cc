// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/reason_words.h"

#include <map>

namespace twinaid::model {

absl::string_view ChineseReason(absl::string_view word) {
  static const auto& words =
      *new std::map<absl::string_view, absl::string_view>{
          {"no_longer_needed", "不再需要"},
          {"no_longer_available", "不再有货"},
          {"wrong_item", "物品不符"},
          {"quality", "质量"},
          {"documents", "文件"},
          {"too_late", "太迟"},
          {"duplicate", "重复"},
          {"prefers_other", "另有选择"},
          {"unreachable", "无法联系"},
          {"damaged", "损坏"},
          {"lost_in_transit", "途中遗失"},
          {"customs", "海关"},
          {"other", "其他"},
          {"need_withdrawn", "需求已撤回"},
          {"offer_withdrawn", "供给已撤回"},
          {"expired", "已过期"},
          {"pairing_ended", "结对已结束"},
          {"pairing_displaced", "由更合适的结对取代"},
          {"round_failed", "轮次失败"},
          {"quantity_lowered", "数量减少"},
          {"no_longer_fits", "不再相符"},
      };
  const auto found = words.find(word);
  return found == words.end() ? absl::string_view() : found->second;
}

}  // namespace twinaid::model
