// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/help/formatter.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "service/model/text.h"

namespace twinaid::client {
namespace {

// "  name  what it is for", the second column where it always begins, on a line
// of its own where the name is too long.
std::string Line(const std::string& name, const std::string& about,
                 std::size_t width) {
  std::string line = absl::StrCat("  ", name);
  if (about.empty()) return absl::StrCat(line, "\n");
  const auto used = static_cast<std::size_t>(model::DisplayWidth(line));
  const std::string margin(width, ' ');
  absl::StrAppend(&line, used < width ? std::string(width - used, ' ')
                                      : absl::StrCat("\n", margin));
  return absl::StrCat(
      line, absl::StrReplaceAll(about, {{"\n", absl::StrCat("\n", margin)}}),
      "\n");
}

}  // namespace

ChineseFormatter::ChineseFormatter(WordsOfCodes words_of_codes)
    : words_of_codes_(std::move(words_of_codes)) {
  for (const char* own : {"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS",
                          "Positionals", "REQUIRED", "Needs", "Excludes"}) {
    label(own, ChineseLabel(own));
  }
}

std::string ChineseFormatter::make_description(const CLI::App* app) const {
  return absl::StrReplaceAll(
      CLI::Formatter::make_description(app),
      {{" \n[Exactly 1 of the following options is required]",
        "\n[必须且只能给出下列选项之一]"},
       {" \n[At most 1 of the following options are allowed]",
        "\n[下列选项最多给出一个]"},
       {" \n[At least 1 of the following options are required]",
        "\n[至少给出下列选项之一]"}});
}

std::string ChineseFormatter::make_usage(const CLI::App* app,
                                         std::string name) const {
  const std::string usage = CLI::Formatter::make_usage(app, std::move(name));
  const std::string own = get_label("Usage");
  return absl::StrCat(own, "：", usage.substr(own.size() + 2));
}

std::string ChineseFormatter::make_group(
    std::string group, bool is_positional,
    std::vector<const CLI::Option*> options) const {
  std::string text = absl::StrCat("\n", ChineseLabel(group), "：\n");
  for (const CLI::Option* option : options) {
    absl::StrAppend(&text, make_option(option, is_positional));
  }
  return text;
}

std::string ChineseFormatter::make_subcommands(const CLI::App* app,
                                               CLI::AppFormatMode mode) const {
  std::string text = CLI::Formatter::make_subcommands(app, mode);
  for (const CLI::App* command : app->get_subcommands({})) {
    const std::string group = command->get_group();
    if (group.empty()) continue;
    absl::StrReplaceAll({{absl::StrCat("\n", group, ":\n"),
                          absl::StrCat("\n", ChineseLabel(group), "：\n")}},
                        &text);
  }
  return text;
}

std::string ChineseFormatter::make_expanded(const CLI::App* sub) const {
  return absl::StrReplaceAll(
      CLI::Formatter::make_expanded(sub),
      {{sub->get_display_name(true),
        sub->get_name().empty()
            ? absl::StrCat("\n", ChineseLabel(sub->get_group()), "：")
            : sub->get_display_name(true)}});
}

std::string ChineseFormatter::make_subcommand(const CLI::App* sub) const {
  return Line(sub->get_display_name(true), sub->get_description(),
              get_column_width());
}

std::string ChineseFormatter::make_option(const CLI::Option* option,
                                          bool is_positional) const {
  return Line(
      make_option_name(option, is_positional) + make_option_opts(option),
      make_option_desc(option), get_column_width());
}

std::string ChineseFormatter::make_option_name(const CLI::Option* option,
                                               bool is_positional) const {
  const std::string name =
      CLI::Formatter::make_option_name(option, is_positional);
  return is_positional ? ChineseLabel(name) : name;
}

std::string ChineseFormatter::make_option_opts(
    const CLI::Option* option) const {
  const std::string type = option->get_type_name();
  std::string opts = absl::StrReplaceAll(
      CLI::Formatter::make_option_opts(option),
      {{absl::StrCat(" ", get_label("REQUIRED")), get_label("REQUIRED")}});
  if (const std::string given = option->get_default_str(); !given.empty()) {
    absl::StrReplaceAll(
        {{absl::StrCat("=", given), absl::StrCat("，默认 ", given)}}, &opts);
  }
  if (type.empty()) return opts;
  return absl::StrReplaceAll(
      opts, {{absl::StrCat(" ", type),
              absl::StrCat(" ", ChineseType(type, words_of_codes_))}});
}

}  // namespace twinaid::client
