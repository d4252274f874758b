// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/cli/usage_text.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace twinaid::client {
namespace {

// The commands as far as they were understood: "twinaid need create".
const CLI::App& Innermost(const CLI::App& app, std::string& path) {
  absl::StrAppend(&path, path.empty() ? "" : " ", app.get_name());
  const std::vector<CLI::App*> inner = app.get_subcommands();
  return inner.empty() ? app : Innermost(*inner.front(), path);
}

// The first word that was understood as nothing; empty where there is none.
std::string UnknownWord(const CLI::App& app) {
  for (const std::string& word : app.remaining(true)) {
    if (!absl::StartsWith(word, "-")) return word;
  }
  return "";
}

const char* KindInChinese(const CLI::ParseError& error) {
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
      return "缺少必需项";
    case CLI::ExitCodes::ValidationError:
      return "取值不合要求";
    case CLI::ExitCodes::ConversionError:
      return "取值类型不对";
    case CLI::ExitCodes::ExtrasError:
      return "无法识别的参数";
    default:
      return "命令有误";
  }
}

}  // namespace

std::string UsageText(const CLI::App& app, const CLI::ParseError& error,
                      bool chinese) {
  std::string path;
  const CLI::App& inner = Innermost(app, path);
  const std::string unknown = UnknownWord(app);
  // Groups of options are nameless commands to CLI11. A command that may stand
  // alone wants no verb.
  const bool wants_verb = inner.get_require_subcommand_min() > 0 &&
                          !inner
                               .get_subcommands([](const CLI::App* command) {
                                 return !command->get_name().empty();
                               })
                               .empty();
  std::string text = "twinaid: ";
  if (wants_verb && !unknown.empty()) {
    absl::StrAppend(&text, chinese ? "没有此命令:" : "there is no command ",
                    path, " ", unknown);
  } else if (wants_verb) {
    absl::StrAppend(&text, path, chinese ? ":请指定命令" : " what?");
  } else if (chinese) {
    absl::StrAppend(&text, KindInChinese(error), ":", error.what());
  } else {
    absl::StrAppend(&text, error.what());
  }
  return absl::StrCat(text, "\n  ", path,
                      chinese ? " --help 显示用法\n" : " --help says more\n");
}

}  // namespace twinaid::client
