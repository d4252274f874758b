// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Labels of LabelsOf(), and the words of CLI11 itself.
#include "client/help/catalogue.h"

namespace twinaid::client {
namespace {

constexpr Translation kHelpLabels[] = {
    {"Usage", "用法"},       {"OPTIONS", "选项"},
    {"SUBCOMMAND", "命令"},  {"SUBCOMMANDS", "命令"},
    {"Positionals", "参数"}, {"Options", "选项"},
    {"Subcommands", "命令"}, {"REQUIRED", "（必需）"},
    {"Needs", "需要"},       {"Excludes", "不能与之同用"},
    {"how", "数量"},         {"ADDRESS", "地址"},
    {"DATE", "日期"},        {"FILE", "文件"},
    {"FORMAT", "形式"},      {"INT", "整数"},
    {"NAME", "名称"},        {"NONNEGATIVE", "不小于 0"},
    {"POSITIVE", "大于 0"},  {"TEXT", "文字"},
    {"after", "后者"},       {"before", "前者"},
    {"file", "文件"},        {"folder", "文件夹"},
    {"id", "标识"},          {"key", "设置项"},
    {"name", "名称"},        {"place", "地方"},
    {"place_a", "一方"},     {"place_b", "另一方"},
    {"principal", "主体"},   {"token", "令牌"},
    {"value", "值"},
};

}  // namespace

absl::Span<const Translation> HelpLabels() { return kHelpLabels; }

}  // namespace twinaid::client
