// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/model/backup_errors.h"

#include <string>

#include "service/model/errors.h"

namespace twinaid::model {
namespace {

constexpr int kShownBytes = 200;

ErrorSpec Of(absl::StatusCode code, absl::string_view reason,
             absl::string_view path) {
  ErrorSpec spec;
  spec.code = code;
  spec.reason = std::string(reason);
  spec.metadata = {{"path", Shown(path, kShownBytes)}};
  return spec;
}

}  // namespace

absl::Status BackupFolder(absl::string_view folder) {
  ErrorSpec spec =
      Of(absl::StatusCode::kFailedPrecondition, "BACKUP_FOLDER", folder);
  spec.en =
      "{path} is no folder that there is; name one that the server may write";
  spec.zh = "文件夹 {path} 不存在；请指定服务器可写的文件夹";
  spec.precondition_subject = spec.metadata["path"];
  return MakeError(spec);
}

absl::Status BackupAlreadyExists(absl::string_view path) {
  ErrorSpec spec =
      Of(absl::StatusCode::kAlreadyExists, "BACKUP_ALREADY_EXISTS", path);
  spec.en =
      "{path} is there already and was left as it is; wait a second, or take "
      "another folder";
  spec.zh = "{path} 已存在，未作更改；请稍候一秒再试，或换一个文件夹";
  spec.resource_type = "twinaid.Backup";
  spec.resource_name = spec.metadata["path"];
  return MakeError(spec);
}

absl::Status BackupFull(absl::string_view path) {
  ErrorSpec spec =
      Of(absl::StatusCode::kResourceExhausted, "BACKUP_FULL", path);
  spec.en =
      "there is no room for {path}; it needs as much as the database has. "
      "Nothing of it was left behind. Free some room, or take another folder";
  spec.zh =
      "空间不足，无法写入 {path}；所需空间与数据库大小相同。未留下任何文件。"
      "请腾出空间，或换一个文件夹";
  spec.quota_subject = "backup";
  return MakeError(spec);
}

absl::Status BackupStopped() {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "BACKUP_STOPPED";
  spec.en =
      "the server stops; nothing of the backup was left behind. Make it again "
      "when the server runs";
  spec.zh = "服务器正在停止；未留下任何备份文件。请在服务器恢复运行后重新备份";
  spec.retry_after = absl::Seconds(10);
  return MakeError(spec);
}

absl::Status BackupRunning() {
  ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "BACKUP_RUNNING";
  spec.en = "another backup is under way; try again when it is done";
  spec.zh = "另一个备份正在进行；请在其完成后重试";
  spec.retry_after = absl::Seconds(10);
  return MakeError(spec);
}

absl::Status BackupUnwritable(absl::string_view path, absl::string_view cause) {
  ErrorSpec spec =
      Of(absl::StatusCode::kUnavailable, "BACKUP_UNWRITABLE", path);
  spec.en =
      "cannot write {path} ({cause}); name a folder that the server may write";
  spec.zh = "无法写入 {path}（{cause}）；请指定服务器可写的文件夹";
  spec.metadata["cause"] = Shown(cause, kShownBytes);
  return MakeError(spec);
}

absl::Status BackupNotFound(absl::string_view path) {
  ErrorSpec spec = Of(absl::StatusCode::kNotFound, "BACKUP_NOT_FOUND", path);
  spec.en = "there is no backup {path} that can be read; name the file";
  spec.zh = "没有可读取的备份 {path}；请指定备份文件";
  spec.resource_type = "twinaid.Backup";
  spec.resource_name = spec.metadata["path"];
  return MakeError(spec);
}

absl::Status BackupDamaged(absl::string_view path, absl::string_view found) {
  ErrorSpec spec = Of(absl::StatusCode::kDataLoss, "BACKUP_DAMAGED", path);
  spec.en =
      "{path} is not a whole backup and was not restored: {found}. Take an "
      "older backup";
  spec.zh = "{path} 不是完整的备份，未恢复：{found}。请使用更早的备份";
  spec.metadata["found"] = Shown(found, kShownBytes);
  return MakeError(spec);
}

absl::Status BackupHasLog(absl::string_view path) {
  ErrorSpec spec =
      Of(absl::StatusCode::kFailedPrecondition, "BACKUP_HAS_LOG", path);
  spec.en =
      "{path} has a write-ahead log beside it: it is a database and no backup. "
      "Name a file that a backup made";
  spec.zh =
      "{path} 旁边有预写日志：它是数据库而不是备份。请指定由备份生成的文件";
  spec.precondition_subject = spec.metadata["path"];
  return MakeError(spec);
}

absl::Status DatabaseExists(absl::string_view path) {
  ErrorSpec spec =
      Of(absl::StatusCode::kAlreadyExists, "DATABASE_EXISTS", path);
  spec.en =
      "{path} is there already and was left as it is; say --replace to have it "
      "moved aside, or name another file";
  spec.zh =
      "{path} 已存在，未作更改；若要先将其移开，请加 --replace，或指定其他文件";
  spec.resource_type = "twinaid.Database";
  spec.resource_name = spec.metadata["path"];
  return MakeError(spec);
}

absl::Status RestoreFailed(absl::string_view path, absl::string_view cause) {
  ErrorSpec spec = Of(absl::StatusCode::kUnavailable, "RESTORE_FAILED", path);
  spec.en = "cannot restore to {path}: {cause}";
  spec.zh = "无法恢复到 {path}：{cause}";
  spec.metadata["cause"] = Shown(cause, kShownBytes);
  return MakeError(spec);
}

absl::Status RestoreInterrupted(absl::string_view path) {
  ErrorSpec spec =
      Of(absl::StatusCode::kFailedPrecondition, "RESTORE_INTERRUPTED", path);
  spec.en =
      "a restore of {path} was interrupted; restore once more: twinaidd "
      "restore "
      "BACKUP --database {path} --replace";
  spec.zh =
      "对 {path} 的恢复曾被中断；请重新恢复：twinaidd restore 备份文件 "
      "--database "
      "{path} --replace";
  spec.precondition_subject = spec.metadata["path"];
  return MakeError(spec);
}

}  // namespace twinaid::model
