// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/event_words.h"

#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace twinaid::client {
namespace {

using Words = std::map<absl::string_view, absl::string_view>;

const Words& Subjects() {
  static const auto& words = *new Words{
      {"item", "物品"},    {"letter", "信件"},       {"login", "登录"},
      {"match", "配对单"}, {"need", "需求"},         {"offer", "供给"},
      {"pairing", "结对"}, {"place", "地方"},        {"principal", "主体"},
      {"round", "轮次"},   {"scheme", "方案"},       {"sister_link", "关系"},
      {"token", "令牌"},   {"organization", "机构"},
  };
  return words;
}

const Words& Verbs() {
  static const auto& words = *new Words{
      {"accepted", "已接受"},
      {"activated", "已生效"},
      {"adjusted", "已调整"},
      {"cancelled", "已取消"},
      {"confirmed", "已确认"},
      {"consigned", "已填写收货人"},
      {"created", "已新建"},
      {"declined", "已谢绝"},
      {"deleted", "已删除"},
      {"dispatched", "已发出"},
      {"ended", "已结束"},
      {"expired", "已过期"},
      {"failed", "失败"},
      {"lapsed", "已失效"},
      {"proposed", "已提议"},
      {"received", "已收到"},
      {"reconsidered", "已解除限制"},
      {"recorded", "已补记"},
      {"revoked", "已撤销"},
      {"rotated", "已更换"},
      {"sent", "已寄出"},
      {"started", "已开始"},
      {"succeeded", "已完成"},
      {"updated", "已修改"},
      {"withdrawn", "已撤回"},
  };
  return words;
}

}  // namespace

std::string EventTypeText(const std::string& type, bool chinese) {
  const std::size_t dot = type.find('.');
  if (!chinese || dot == std::string::npos) return type;
  const auto subject = Subjects().find(type.substr(0, dot));
  const auto verb = Verbs().find(type.substr(dot + 1));
  if (subject == Subjects().end() || verb == Verbs().end()) return type;
  return absl::StrCat(subject->second, verb->second);
}

}  // namespace twinaid::client
