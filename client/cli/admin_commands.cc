// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/cli/columns.h"
#include "client/cli/commands.h"
#include "client/cli/verbs.h"

namespace twinaid::client {
namespace {

struct Nothing {};

// A database of millions of rows is copied and checked before the answer.
constexpr int kBackupSeconds = 600;

std::vector<Column<v1::Backup>> BackupDetails() {
  return {
      {"file", "文件", false, [](const v1::Backup& b) { return b.file(); }},
      {"bytes", "字节数", true,
       [](const v1::Backup& b) { return absl::StrCat(b.bytes()); }},
      {"schema", "模式版本", true,
       [](const v1::Backup& b) { return absl::StrCat(b.schema()); }},
      {"last event", "最新事件", true,
       [](const v1::Backup& b) { return absl::StrCat(b.last_seq()); }},
      {"its hash", "事件哈希", false,
       [](const v1::Backup& b) { return b.last_hash(); }},
  };
}

int MakeBackup(Session& session, const Nothing&) {
  if (session.options.dry_run) {
    return session.Usage("a backup changes nothing: leave --dry-run out",
                         "备份不改变任何数据：请去掉 --dry-run");
  }
  session.options.timeout_seconds =
      std::max(session.options.timeout_seconds, kBackupSeconds);
  v1::Backup backup;
  const grpc::Status status = Send(session, &AdminStub::CreateBackup,
                                   v1::CreateBackupRequest(), &backup);
  if (!status.ok()) return session.Refused(status);
  PrintOne(session, backup, BackupDetails());
  session.Say(
      "it is in the server's backup folder, checked; keep a copy on another "
      "machine, and restore it with twinaidd restore",
      "备份已通过校验，位于服务器的备份目录；请在另一台机器上另存一份，"
      "恢复时使用 twinaidd restore");
  return kDone;
}

}  // namespace

void AddAdminCommands(CLI::App& root, Session& session) {
  CLI::App* noun =
      root.add_subcommand("admin", "what admins do with the server itself");
  noun->require_subcommand(1);
  CLI::App* backup = noun->add_subcommand(
      "backup",
      "copy the database into the server's backup folder, while it runs\n"
      "Example: twinaid admin backup");
  Does(*backup, session, std::make_shared<Nothing>(), &MakeBackup);
}

}  // namespace twinaid::client
