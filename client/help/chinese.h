// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Help in Chinese.
#ifndef TWINAID_CLIENT_HELP_CHINESE_H_
#define TWINAID_CLIENT_HELP_CHINESE_H_

#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <vector>

namespace twinaid::client {

// The Chinese words of values, for the list of those that an option takes; an
// empty list where the codes are shown alone.
using WordsOfCodes = std::function<std::vector<std::string>(
    const std::vector<std::string>& codes)>;

// Turns what every command below `root` says of itself into Chinese: its text,
// its options, its examples' heading, and the words of the parser. Names of
// commands and flags, and the values they take, stay. A text that has no
// Chinese stays English.
void SayInChinese(CLI::App& root, WordsOfCodes words_of_codes);

// The Chinese of a label: "TEXT", "name", "Options"; itself where it has none.
std::string ChineseLabel(const std::string& label);

// What a kind of value is called, from the name that CLI11 has for it:
// "INT:INT in [1 - 9]" as "整数，1 至 9".
std::string ChineseType(const std::string& type, const WordsOfCodes& words);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_HELP_CHINESE_H_
