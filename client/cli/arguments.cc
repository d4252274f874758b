// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/arguments.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"

namespace twinaid::client {

std::string TopLevelName(absl::string_view collection,
                         absl::string_view typed) {
  if (typed.empty() || absl::StrContains(typed, '/')) return std::string(typed);
  return absl::StrCat(collection, "/", typed);
}

std::string InnerName(absl::string_view parents, absl::string_view collection,
                      absl::string_view typed) {
  const std::vector<absl::string_view> parts = absl::StrSplit(typed, '/');
  if (parts.size() != 2) return std::string(typed);
  return absl::StrCat(parents, "/", parts[0], "/", collection, "/", parts[1]);
}

std::string IdOf(absl::string_view name) {
  const std::size_t slash = name.rfind('/');
  return std::string(slash == absl::string_view::npos ? name
                                                      : name.substr(slash + 1));
}

std::string ShortName(absl::string_view name) {
  const std::vector<absl::string_view> parts = absl::StrSplit(name, '/');
  constexpr std::size_t kInnerParts = 4;
  if (parts.size() == kInnerParts) return absl::StrCat(parts[1], "/", parts[3]);
  return IdOf(name);
}

std::string WordOf(const google::protobuf::EnumDescriptor& type, int value) {
  if (value == 0) return "";
  const auto* found = type.FindValueByNumber(value);
  if (found == nullptr) return absl::StrCat(value);
  return absl::AsciiStrToLower(found->name());
}

std::vector<std::string> WordsOf(
    const google::protobuf::EnumDescriptor& type) {
  std::vector<std::string> words;
  for (int i = 0; i < type.value_count(); ++i) {
    const std::string word = WordOf(type, type.value(i)->number());
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

int ValueOf(const google::protobuf::EnumDescriptor& type,
            absl::string_view word) {
  const auto* found = type.FindValueByName(absl::AsciiStrToUpper(word));
  return found == nullptr ? 0 : found->number();
}

std::optional<google::type::Date> ParseDate(absl::string_view typed) {
  absl::CivilDay day;
  constexpr std::size_t kDateBytes = 10;
  if (typed.size() != kDateBytes || !absl::ParseCivilTime(typed, &day)) {
    return std::nullopt;
  }
  google::type::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

std::string DateText(const google::type::Date& date) {
  if (date.year() == 0) return "";
  return absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(),
                         date.day());
}

std::string Grouped(std::int64_t number) {
  std::string digits = absl::StrCat(number);
  const std::size_t first = number < 0 ? 1 : 0;
  constexpr std::size_t kGroup = 3;
  for (std::size_t at = digits.size(); at > first + kGroup;) {
    at -= kGroup;
    digits.insert(at, ",");
  }
  return digits;
}

std::string JoinFilter(const std::vector<std::string>& conditions) {
  std::vector<absl::string_view> set;
  for (const std::string& condition : conditions) {
    if (!condition.empty()) set.push_back(condition);
  }
  return absl::StrJoin(set, " AND ");
}

std::string Equals(absl::string_view field, absl::string_view value) {
  if (value.empty()) return "";
  return absl::StrCat(field, " = \"",
                      absl::StrReplaceAll(value, {{"\\", "\\\\"},
                                                  {"\"", "\\\""}}),
                      "\"");
}

}  // namespace twinaid::client
