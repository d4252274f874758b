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

constexpr std::array<std::pair<absl::string_view, const char*>, 16> kColours = {
    {
        {"covered", kGreen},
        {"fulfilled", kGreen},
        {"accepted", kGreen},
        {"received", kGreen},
        {"active", kGreen},
        {"succeeded", kGreen},
        {"open", kYellow},
        {"partially_covered", kYellow},
        {"proposed", kYellow},
        {"running", kYellow},
        {"lost", kRed},
        {"failed", kRed},
        {"declined", kRed},
        {"cancelled", kRed},
        {"lapsed", kRed},
        {"expired", kRed},
    }};

}  // namespace

std::string PaintedState(absl::string_view word) {
  for (const auto& [state, colour] : kColours) {
    if (word == state) return absl::StrCat(colour, word, kPlain);
  }
  return std::string(word);
}

}  // namespace twinaid::client
