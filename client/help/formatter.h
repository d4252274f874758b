// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How CLI11 lays out help in Chinese.
#ifndef TWINAID_CLIENT_HELP_FORMATTER_H_
#define TWINAID_CLIENT_HELP_FORMATTER_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "client/help/chinese.h"

namespace twinaid::client {

// Says the parser's own words in Chinese, in columns as wide as Chinese
// characters are. The texts of commands and options are Chinese already.
class ChineseFormatter : public CLI::Formatter {
 public:
  explicit ChineseFormatter(WordsOfCodes words_of_codes);

  std::string make_description(const CLI::App* app) const override;
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_group(
      std::string group, bool is_positional,
      std::vector<const CLI::Option*> options) const override;
  std::string make_subcommands(const CLI::App* app,
                               CLI::AppFormatMode mode) const override;
  std::string make_expanded(const CLI::App* sub) const override;
  std::string make_subcommand(const CLI::App* sub) const override;
  std::string make_option(const CLI::Option* option,
                          bool is_positional) const override;
  std::string make_option_name(const CLI::Option* option,
                               bool is_positional) const override;
  std::string make_option_opts(const CLI::Option* option) const override;

 private:
  WordsOfCodes words_of_codes_;
};

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_HELP_FORMATTER_H_
