// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/troff.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace twinaid::client {

std::string Plain(const std::string& text) {
  std::string escaped;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!escaped.empty()) escaped += "\n";
    if (!line.empty() && (line[0] == '.' || line[0] == '\'')) escaped += "\\&";
    escaped += absl::StrReplaceAll(
        line, {{"\\", "\\e"}, {"-", "\\-"}, {"~", "\\(ti"}, {"^", "\\(ha"}});
  }
  return escaped;
}

std::string Bold(const std::string& text) {
  return absl::StrCat("\\fB", Plain(text), "\\fR");
}

std::string Italic(const std::string& text) {
  return absl::StrCat("\\fI", Plain(text), "\\fR");
}

std::string Head(const std::string& name, int section, const std::string& about,
                 const std::string& version, const ManStyle& style) {
  return absl::StrCat(
      ".\\\" Made of the commands themselves; do not edit.\n",
      style.words.before, ".TH ", Plain(absl::AsciiStrToUpper(name)), " ",
      section, " \"\" \"twinaid ", version, "\" \"",
      section == 8 ? style.words.administration : style.words.manual, "\"\n",
      Heading(style.words.name), Plain(name), " \\- ", Plain(about), "\n");
}

void AddOption(const CommandOption& option, const ManStyle& style,
               std::string& page) {
  absl::StrAppend(&page, ".TP\n");
  const char* gap = "";
  for (const std::string& flag : option.flags) {
    absl::StrAppend(&page, gap, Bold(flag));
    gap = ", ";
  }
  if (option.flags.empty()) {
    absl::StrAppend(&page, Italic(style.Label(option.name)));
  }
  if (!option.flags.empty() && !option.value.empty()) {
    absl::StrAppend(&page, " ", Italic(style.Label(option.value)));
  }
  absl::StrAppend(&page, "\n", Plain(option.help));
  if (!option.words.empty()) {
    absl::StrAppend(&page, "\n", style.words.open);
    const char* comma = "";
    for (const std::string& word : option.words) {
      absl::StrAppend(&page, comma, Plain(word));
      comma = style.words.comma;
    }
    absl::StrAppend(&page, style.words.close);
  }
  absl::StrAppend(&page, option.required ? style.words.required : "", "\n");
}

}  // namespace twinaid::client
