// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/files/decimal.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/files/digits.h"

namespace twinaid::client {
namespace {

// The scaled value, and the digits that did not fit.
std::optional<std::pair<std::int64_t, std::string>> Split(
    absl::string_view text, int digits) {
  const bool minus = absl::ConsumePrefix(&text, "-");
  const std::size_t point = text.find('.');
  const absl::string_view whole = text.substr(0, point);
  std::string fraction;
  if (point != absl::string_view::npos) {
    fraction = std::string(text.substr(point + 1));
    if (!AllDigits(fraction)) return std::nullopt;
  }
  if (!AllDigits(whole)) return std::nullopt;
  const auto kept = static_cast<std::size_t>(digits);
  std::string rest;
  if (fraction.size() > kept) rest = fraction.substr(kept);
  fraction.resize(kept, '0');
  std::int64_t value = 0;
  if (!absl::SimpleAtoi(absl::StrCat(minus ? "-" : "", whole, fraction),
                        &value)) {
    return std::nullopt;
  }
  return std::pair(value, rest);
}

}  // namespace

std::optional<std::int64_t> ParseDecimal(absl::string_view text, int digits) {
  const auto split = Split(text, digits);
  if (!split.has_value()) return std::nullopt;
  if (split->second.find_first_not_of('0') != std::string::npos) {
    return std::nullopt;
  }
  return split->first;
}

std::optional<std::int64_t> ParseRounded(absl::string_view text, int digits) {
  const auto split = Split(text, digits);
  if (!split.has_value()) return std::nullopt;
  const bool up = !split->second.empty() && split->second.front() >= '5';
  // One step cannot leave 64 bits: nine further digits were asked for at most,
  // and a number this long is out of every range that is checked later.
  if (!up || split->first == INT64_MAX || split->first == INT64_MIN) {
    return split->first;
  }
  return text.front() == '-' ? split->first - 1 : split->first + 1;
}

std::string FormatDecimal(std::int64_t scaled, int digits) {
  const bool minus = scaled < 0;
  std::string text = absl::StrCat(scaled);
  if (minus) text.erase(0, 1);
  const auto kept = static_cast<std::size_t>(digits);
  if (text.size() <= kept) text.insert(0, kept + 1 - text.size(), '0');
  std::string fraction = text.substr(text.size() - kept);
  text.resize(text.size() - kept);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return absl::StrCat(minus ? "-" : "", text, fraction.empty() ? "" : ".",
                      fraction);
}

}  // namespace twinaid::client
