// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/refusal_text.h"

#include <map>

namespace twinaid::client {
namespace {

struct Text {
  const char* en;
  const char* zh;
};

}  // namespace

std::string RefusalText(const std::string& reason, bool chinese) {
  static const auto& texts = *new std::map<std::string, Text>{
      {"SAME_PLACE", {"of the same place", "属于同一地方"}},
      {"ITEM_NOT_ACCEPTED", {"another item", "物品不符"}},
      {"QUALITY_TOO_LOW", {"quality below what is asked", "质量低于要求"}},
      {"CURRENCY_DIFFERS", {"another currency", "币种不同"}},
      {"DIRECTED_ELSEWHERE", {"meant for another place", "已定向给其他地方"}},
      {"NOT_AVAILABLE_IN_TIME",
       {"cannot leave while the offer stands", "无法在供给期限内发出"}},
      {"ARRIVES_TOO_LATE", {"too late", "晚于期限"}},
      {"GOODS_EXPIRED", {"expired on arrival", "到达时已过期"}},
      {"DECLINED_BEFORE", {"declined before", "此前已被谢绝"}},
      {"NO_ACTIVE_TIE", {"no tie of the scheme", "没有方案可用的关系"}},
      {"NOT_CONFIRMED", {"waits to be confirmed", "待确认"}},
      {"BELOW_MINIMUM_LOT", {"below the minimum lot", "低于最小批量"}},
      {"CLOSED", {"it is closed", "已关闭"}},
      {"NOTHING_LEFT", {"nothing of it is open", "没有剩余数量"}},
      {"OUTSIDE_SCHEME",
       {"its place takes no part in the scheme", "所属地方未参与该方案"}},
      {"NOT_ENOUGH_AVAILABLE",
       {"not enough of the offer is left", "供给剩余不足"}},
      {"NOT_ENOUGH_OPEN", {"not so much is needed any more", "需求剩余不足"}},
      {"NEED_CLOSED", {"the need is closed", "需求已结束"}},
      {"OFFER_CLOSED", {"the offer is closed", "供给已结束"}},
  };
  const auto text = texts.find(reason);
  if (text == texts.end()) return reason;
  return chinese ? text->second.zh : text->second.en;
}

}  // namespace twinaid::client
