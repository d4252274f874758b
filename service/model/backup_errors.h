// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Errors of backups and of restoring them.
#ifndef TWINAID_SERVICE_MODEL_BACKUP_ERRORS_H_
#define TWINAID_SERVICE_MODEL_BACKUP_ERRORS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace twinaid::model {

// FAILED_PRECONDITION BACKUP_FOLDER: it is no folder that there is.
absl::Status BackupFolder(absl::string_view folder);
// ALREADY_EXISTS BACKUP_ALREADY_EXISTS: a file has the name; it stays.
absl::Status BackupAlreadyExists(absl::string_view path);
// RESOURCE_EXHAUSTED BACKUP_FULL: no room for the copy; the draft is gone.
absl::Status BackupFull(absl::string_view path);
// UNAVAILABLE BACKUP_RUNNING with a retry delay.
absl::Status BackupRunning();
// UNAVAILABLE BACKUP_STOPPED: the server stops before it is whole.
absl::Status BackupStopped();
// UNAVAILABLE BACKUP_UNWRITABLE: the copy cannot be written, for the cause.
absl::Status BackupUnwritable(absl::string_view path, absl::string_view cause);
// NOT_FOUND BACKUP_NOT_FOUND: what is to be restored is not there.
absl::Status BackupNotFound(absl::string_view path);
// DATA_LOSS BACKUP_DAMAGED: it is no whole backup; what was found.
absl::Status BackupDamaged(absl::string_view path, absl::string_view found);
// FAILED_PRECONDITION BACKUP_HAS_LOG: a write-ahead log stands beside it, so it
// is the file of a database in use, or a copy that lacks a part.
absl::Status BackupHasLog(absl::string_view path);
// ALREADY_EXISTS DATABASE_EXISTS: something is there already, and it was not
// said that it is to be replaced.
absl::Status DatabaseExists(absl::string_view path);
// UNAVAILABLE RESTORE_FAILED: a file cannot be moved or written.
absl::Status RestoreFailed(absl::string_view path, absl::string_view cause);
// FAILED_PRECONDITION RESTORE_INTERRUPTED: a restore had begun to move files
// and did not end; no server starts on what is there.
absl::Status RestoreInterrupted(absl::string_view path);

}  // namespace twinaid::model

#endif  // TWINAID_SERVICE_MODEL_BACKUP_ERRORS_H_
