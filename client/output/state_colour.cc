// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/output/state_colour.h"

#include <array>
#include <utility>

#include "absl/strings/str_cat.h"

namespace twinaid::client {
namespace {

constexpr char kGreen[] = "\x1b[32m";
constexpr char kYellow[] = "\x1b[33m";
constexpr char kRed[] = "\x1b[31m";
constexpr char kPlain[] = "\x1b[0m";

constexpr std::array<std::pair<absl::string_view, const char*>, 33> kColours = {
    {
        {"covered", kGreen},   {"fulfilled", kGreen},
        {"accepted", kGreen},  {"received", kGreen},
        {"active", kGreen},    {"succeeded", kGreen},
        {"open", kYellow},     {"partially_covered", kYellow},
        {"proposed", kYellow}, {"running", kYellow},
        {"lost", kRed},        {"failed", kRed},
        {"declined", kRed},    {"cancelled", kRed},
        {"lapsed", kRed},      {"expired", kRed},
        {"已落实", kGreen},    {"已收齐", kGreen},
        {"已接受", kGreen},    {"已收到", kGreen},
        {"有效", kGreen},      {"已完成", kGreen},
        {"未落实", kYellow},   {"未承诺", kYellow},
        {"部分落实", kYellow}, {"已提议", kYellow},
        {"进行中", kYellow},   {"已遗失", kRed},
        {"失败", kRed},        {"已谢绝", kRed},
        {"已取消", kRed},      {"已失效", kRed},
        {"已过期", kRed},
    }};

}  // namespace

std::string PaintedState(absl::string_view word) {
  for (const auto& [state, colour] : kColours) {
    if (word == state) return absl::StrCat(colour, word, kPlain);
  }
  return std::string(word);
}

}  // namespace twinaid::client
