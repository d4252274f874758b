// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/unit_words.h"

namespace twinaid::model {

const std::vector<std::pair<absl::string_view, absl::string_view>>&
UnitWords() {
  static const auto& words =
      *new std::vector<std::pair<absl::string_view, absl::string_view>>{
          {"bottle", "瓶"},     {"box", "盒"},      {"carton", "箱"},
          {"currency", "货币"}, {"document", "份"}, {"hour", "小时"},
          {"letter", "封"},     {"message", "条"},  {"month", "月"},
          {"pack", "包"},       {"pair", "双"},     {"person-day", "人日"},
          {"piece", "件"},      {"project", "项"},  {"session", "场"},
          {"set", "套"}};
  return words;
}

absl::string_view ChineseUnit(absl::string_view unit) {
  for (const auto& [word, chinese] : UnitWords()) {
    if (word == unit) return chinese;
  }
  return unit;
}

}  // namespace twinaid::model
