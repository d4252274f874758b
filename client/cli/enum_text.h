// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// What a value of an enum of the contract is called for people: its code in
// English texts, a word of theirs in Chinese ones.
#ifndef TWINAID_CLIENT_CLI_ENUM_TEXT_H_
#define TWINAID_CLIENT_CLI_ENUM_TEXT_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/generated_enum_reflection.h>

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace twinaid::client {

// "partially_covered", or in Chinese "部分落实". Empty for the unspecified
// value; the code, or the number where there is none, for a value of a newer
// server.
std::string TextOf(const google::protobuf::EnumDescriptor& type, int value,
                   bool chinese);
template <typename Enum>
std::string EnumText(Enum value, bool chinese) {
  return TextOf(*google::protobuf::GetEnumDescriptor<Enum>(),
                static_cast<int>(value), chinese);
}

// The codes of an enum by their Chinese words, all of them.
std::map<std::string, std::string> CodesByChineseWord(
    const google::protobuf::EnumDescriptor& type);

// The Chinese words of codes that are all those of one enum, in their order;
// empty where no enum has just these.
std::vector<std::string> ChineseOfCodes(const std::vector<std::string>& codes);

// What stands between the parts of a list: ", " or "、".
const char* Comma(bool chinese);

// What a unit of an item is called: "piece", in Chinese "件"; itself where it
// is none of the usual ones.
std::string UnitText(const std::string& unit, bool chinese);

// "yes" or "no", for people.
std::string YesText(bool yes, bool chinese);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_ENUM_TEXT_H_
