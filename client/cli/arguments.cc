// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/arguments.h"

#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/files/number.h"
#include "service/model/currency.h"

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

namespace {

// "r-1" or "default/r-1" as "schemes/default/rounds/r-1".
std::string InScheme(absl::string_view collection, const std::string& typed) {
  if (typed.empty() || absl::StrContains(typed, '/')) {
    return InnerName("schemes", collection, typed);
  }
  return absl::StrCat("schemes/default/", collection, "/", typed);
}

}  // namespace

std::string PlaceName(const std::string& typed) {
  return TopLevelName("places", typed);
}
std::string LinkName(const std::string& typed) {
  return TopLevelName("sisterLinks", typed);
}
std::string OrganizationName(const std::string& typed) {
  return TopLevelName("organizations", typed);
}
std::string ItemName(const std::string& typed) {
  return TopLevelName("items", typed);
}
std::string SchemeName(const std::string& typed) {
  return TopLevelName("schemes", typed);
}
std::string MatchName(const std::string& typed) {
  return TopLevelName("matches", typed);
}
std::string LetterName(const std::string& typed) {
  return TopLevelName("letters", typed);
}
std::string NeedName(const std::string& typed) {
  return InnerName("places", "needs", typed);
}
std::string OfferName(const std::string& typed) {
  return InnerName("places", "offers", typed);
}
std::string RoundName(const std::string& typed) {
  return InScheme("rounds", typed);
}
std::string PairingName(const std::string& typed) {
  return InScheme("pairings", typed);
}

std::string PrincipalName(const std::string& typed) {
  return TopLevelName("principals", typed);
}
std::string TokenName(const std::string& typed) {
  return InnerName("principals", "tokens", typed);
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

std::vector<std::string> WordsOf(const google::protobuf::EnumDescriptor& type) {
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
  return GroupedDigits(absl::StrCat(number));
}

std::string GroupedDigits(std::string digits) {
  const std::size_t first = absl::StartsWith(digits, "-") ? 1 : 0;
  constexpr std::size_t kGroup = 3;
  for (std::size_t at = digits.size(); at > first + kGroup;) {
    at -= kGroup;
    digits.insert(at, ",");
  }
  return digits;
}

std::string TimeText(const google::protobuf::Timestamp& time) {
  if (time.seconds() == 0) return "";
  return absl::FormatTime("%Y-%m-%d %H:%M:%SZ",
                          absl::FromUnixSeconds(time.seconds()),
                          absl::UTCTimeZone());
}

std::optional<google::protobuf::Timestamp> ParseTime(absl::string_view typed) {
  absl::Time time;
  absl::CivilDay day;
  std::string problem;
  if (ParseDate(typed).has_value() && absl::ParseCivilTime(typed, &day)) {
    time = absl::FromCivil(day, absl::UTCTimeZone());
  } else if (!absl::ParseTime(absl::RFC3339_full, typed, &time, &problem)) {
    return std::nullopt;
  }
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  google::protobuf::Timestamp result;
  result.set_seconds(seconds);
  result.set_nanos(static_cast<std::int32_t>(
      absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
  return result;
}

std::string QuantityText(std::int64_t quantity, absl::string_view currency) {
  if (currency.empty()) return Grouped(quantity);
  const int exponent = model::CurrencyExponent(currency).value_or(0);
  std::int64_t minor_in_major = 1;
  for (int i = 0; i < exponent; ++i) minor_in_major *= 10;
  std::string text = Grouped(quantity / minor_in_major);
  if (exponent > 0) {
    absl::StrAppendFormat(&text, ".%0*d", exponent,
                          std::abs(quantity % minor_in_major));
  }
  return absl::StrCat(text, " ", currency);
}

std::optional<std::int64_t> ParseQuantity(absl::string_view typed,
                                          absl::string_view currency) {
  const int exponent =
      currency.empty() ? 0 : model::CurrencyExponent(currency).value_or(0);
  const std::optional<std::string> plain = ReadNumber(typed).plain;
  if (!plain) return std::nullopt;
  const std::vector<std::string> parts =
      absl::StrSplit(*plain, absl::MaxSplits('.', 1));
  std::string digits = parts[0];
  std::string fraction = parts.size() > 1 ? parts[1] : "";
  const bool is_decimal = parts.size() > 1;
  if (is_decimal && (fraction.empty() ||
                     fraction.size() > static_cast<std::size_t>(exponent))) {
    return std::nullopt;
  }
  fraction.resize(static_cast<std::size_t>(exponent), '0');
  absl::StrAppend(&digits, fraction);
  const std::size_t first = absl::StartsWith(digits, "-") ? 1 : 0;
  if (parts[0].size() == first ||
      digits.find_first_not_of("0123456789", first) != std::string::npos) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  if (!absl::SimpleAtoi(digits, &value)) return std::nullopt;
  return value;
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
  return absl::StrCat(
      field, " = \"",
      absl::StrReplaceAll(value, {{"\\", "\\\\"}, {"\"", "\\\""}}), "\"");
}

}  // namespace twinaid::client
