// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/restore/restore_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "service/model/errors.h"
#include "service/restore/restore.h"
#include "service/restore/restore_parser.h"

namespace twinaid::restore {
namespace {

constexpr int kRefused = 1;
constexpr int kUsageError = 2;

std::string TimeText(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

std::string InEnglish(const Restored& restored) {
  const store::Backup& backup = restored.backup;
  std::string text = absl::StrCat("restored ", backup.path, " (", backup.bytes,
                                  " bytes, schema ", backup.schema, "）\n");
  if (restored.last_time) {
    absl::StrAppend(&text, "newest event: ", backup.last_seq, " of ",
                    TimeText(*restored.last_time),
                    "\nledger head: ", backup.last_hash, "\n");
  } else {
    absl::StrAppend(&text, "its ledger is empty\n");
  }
  for (const Moved& moved : restored.moved) {
    absl::StrAppend(&text, "moved ", moved.from, " to ", moved.to, "\n");
  }
  return text;
}

std::string InChinese(const Restored& restored) {
  const store::Backup& backup = restored.backup;
  std::string text = absl::StrCat("已恢复 ", backup.path, "（", backup.bytes,
                                  " 字节，结构版本 ", backup.schema, "）\n");
  if (restored.last_time) {
    absl::StrAppend(&text, "最新事件：", backup.last_seq, "，时间 ",
                    TimeText(*restored.last_time), "\n账本末端：",
                    backup.last_hash, "\n");
  } else {
    absl::StrAppend(&text, "账本为空\n");
  }
  for (const Moved& moved : restored.moved) {
    absl::StrAppend(&text, "已将 ", moved.from, " 移至 ", moved.to, "\n");
  }
  return text;
}

}  // namespace

bool IsRestoreCommand(int argc, const char* const* argv) {
  return argc > 1 && absl::string_view(argv[1]) == "restore";
}

bool IsChinese(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* value : {lc_all, lc_messages, lang}) {
    if (value == nullptr || *value == '\0') continue;
    return absl::StartsWith(value, "zh");
  }
  return false;
}

std::unique_ptr<CLI::App> MakeParser(RestoreOptions& options) {
  auto parser = std::make_unique<CLI::App>(
      "Brings a database back from a backup. The server must be stopped.",
      "twinaidd restore");
  CLI::App& app = *parser;
  app.add_option("backup", options.backup, "File that a backup made")
      ->required();
  app.add_option("--database", options.database, "Where the database is to be")
      ->required();
  app.add_flag("--replace", options.replace,
               "Move a database that is there aside, under a name with the "
               "time; nothing is deleted");
  return parser;
}

int RunRestoreCommand(int argc, const char* const* argv, absl::Time now,
                      bool chinese, std::ostream& out, std::ostream& err) {
  RestoreOptions options;
  const std::unique_ptr<CLI::App> parser = MakeParser(options);
  CLI::App& app = *parser;
  try {
    // Without "restore" itself.
    app.parse(argc - 1, argv + 1);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, out, err) == 0 ? 0 : kUsageError;
  }
  const auto restored = Restore(options, now);
  if (!restored.ok()) {
    err << "twinaidd: "
        << model::TextOf(restored.status(), chinese ? model::Language::kChinese
                                                    : model::Language::kEnglish)
        << "\n";
    return kRefused;
  }
  out << (chinese ? InChinese(*restored) : InEnglish(*restored));
  return 0;
}

}  // namespace twinaid::restore
