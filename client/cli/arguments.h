// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What people type, turned into what the API takes.
#ifndef TWINAID_CLIENT_CLI_ARGUMENTS_H_
#define TWINAID_CLIENT_CLI_ARGUMENTS_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/generated_enum_reflection.h>
#include <google/protobuf/timestamp.pb.h>
#include <google/type/date.pb.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// "cn-js-wuxi" or "places/cn-js-wuxi" as "places/cn-js-wuxi". Whether it exists
// is the server's to say.
std::string TopLevelName(absl::string_view collection, absl::string_view typed);

// "cn-js-wuxi/masks" or the full name as
// "places/cn-js-wuxi/needs/masks".
std::string InnerName(absl::string_view parents, absl::string_view collection,
                      absl::string_view typed);

// Names as people type them: the id, or the full name. A need, an offer, a
// round and a pairing are typed "PARENT/ID"; a round or pairing without a
// parent is of the scheme "default".
std::string PlaceName(const std::string& typed);
std::string LinkName(const std::string& typed);
std::string OrganizationName(const std::string& typed);
std::string ItemName(const std::string& typed);
std::string SchemeName(const std::string& typed);
std::string MatchName(const std::string& typed);
std::string LetterName(const std::string& typed);
std::string NeedName(const std::string& typed);
std::string OfferName(const std::string& typed);
std::string RoundName(const std::string& typed);
std::string PairingName(const std::string& typed);
std::string PrincipalName(const std::string& typed);
// "wuxi-fao/tk-1" or the full name.
std::string TokenName(const std::string& typed);

// The id at the end of a name; the text itself where there is no slash.
std::string IdOf(absl::string_view name);

// "places/cn-js-wuxi/needs/masks" as "cn-js-wuxi/masks".
std::string ShortName(absl::string_view name);

// The word of an enum value as people type it: SISTER_CITY as "sister_city".
// Empty for the unspecified value.
std::string WordOf(const google::protobuf::EnumDescriptor& type, int value);
template <typename Enum>
std::string EnumWord(Enum value) {
  return WordOf(*google::protobuf::GetEnumDescriptor<Enum>(),
                static_cast<int>(value));
}

// Every word of an enum, to check what was typed against.
std::vector<std::string> WordsOf(const google::protobuf::EnumDescriptor& type);
template <typename Enum>
std::vector<std::string> EnumWords() {
  return WordsOf(*google::protobuf::GetEnumDescriptor<Enum>());
}

// The value of a word; precondition: one of EnumWords(), or empty for the
// unspecified value.
int ValueOf(const google::protobuf::EnumDescriptor& type,
            absl::string_view word);
template <typename Enum>
Enum EnumValue(absl::string_view word) {
  return static_cast<Enum>(
      ValueOf(*google::protobuf::GetEnumDescriptor<Enum>(), word));
}

// "2026-04-30"; nullopt where it is no date of that form.
std::optional<google::type::Date> ParseDate(absl::string_view typed);
// Empty for an empty date.
std::string DateText(const google::type::Date& date);

// "2026-02-10 08:15:00Z"; empty for an unset time.
std::string TimeText(const google::protobuf::Timestamp& time);
// "2026-04-30" (its beginning in UTC) or RFC 3339; nullopt for anything else.
std::optional<google::protobuf::Timestamp> ParseTime(absl::string_view typed);

// "12,345".
std::string Grouped(std::int64_t number);
// The same for a whole number of any length, with or without "-".
std::string GroupedDigits(std::string digits);

// A quantity for people. Money counts minor units: 1234550 in CNY is
// "12,345.50 CNY".
std::string QuantityText(std::int64_t quantity, absl::string_view currency);
// The other way: a whole number, or for money a decimal number of major units,
// as ReadNumber() takes them ("21,200", "3万"). nullopt: it is neither, could
// be two things, or is beyond 64 bits.
std::optional<std::int64_t> ParseQuantity(absl::string_view typed,
                                          absl::string_view currency);

// The conditions that are not empty, joined by AND; for a list's filter.
std::string JoinFilter(const std::vector<std::string>& conditions);
// `field = "value"`, or empty for an empty value.
std::string Equals(absl::string_view field, absl::string_view value);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_ARGUMENTS_H_
