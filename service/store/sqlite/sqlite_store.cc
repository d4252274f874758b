// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/store/sqlite/sqlite_store.h"

#include <utility>

#include "service/lock/lock_file.h"
#include "service/model/common_errors.h"
#include "service/model/status_macros.h"
#include "service/store/sqlite/migrations.h"
#include "service/store/sqlite/readers.h"
#include "service/store/sqlite/writer.h"

namespace twinaid::store {
namespace {

absl::StatusOr<std::unique_ptr<lock::LockFile>> Lock(const std::string& path) {
  auto lock = lock::LockFile::Take(path);
  if (!lock.ok()) return model::StoreUnavailable(lock.status().message());
  if (*lock == nullptr) return model::StoreLocked(path);
  return lock;
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::unique_ptr<lock::LockFile> lock,
              std::unique_ptr<Connection> writer,
              std::unique_ptr<Readers> readers, std::function<void()> on_queued)
      : lock_(std::move(lock)),
        writer_(std::move(writer), std::move(on_queued)),
        readers_(std::move(readers)) {}

  absl::Status Read(
      absl::FunctionRef<absl::Status(const ReadTransaction&)> body) override {
    TWINAID_RETURN_IF_ERROR(writer_.Health());
    return readers_->Read(body);
  }
  absl::Status Write(absl::FunctionRef<absl::Status(WriteTransaction&)> body,
                     Ending ending) override {
    return writer_.Write(body, ending);
  }
  void WriteLater(std::function<absl::Status(WriteTransaction&)> body,
                  Ending ending,
                  std::function<void(const absl::Status&)> done) override {
    writer_.WriteLater(std::move(body), ending, std::move(done));
  }
  void SetCommitListener(std::function<void(std::int64_t)> listener) override {
    writer_.SetListener(std::move(listener));
  }
  absl::Status Health() override {
    return Read(
        [](const ReadTransaction& tx) { return tx.LastEvent().status(); });
  }

 private:
  const std::unique_ptr<lock::LockFile> lock_;  // the last to go
  Writer writer_;
  const std::unique_ptr<Readers> readers_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Store>> OpenSqliteStore(
    const SqliteOptions& options) {
  TWINAID_ASSIGN_OR_RETURN(std::unique_ptr<lock::LockFile> lock,
                           Lock(options.path));
  TWINAID_ASSIGN_OR_RETURN(
      std::unique_ptr<Connection> writer,
      Connection::Open(options.path, Connection::Mode::kReadWrite,
                       options.tuning));
  TWINAID_RETURN_IF_ERROR(Migrate(*writer));
  TWINAID_ASSIGN_OR_RETURN(
      std::unique_ptr<Readers> readers,
      Readers::Open(options.path, options.readers, options.tuning));
  return std::unique_ptr<Store>(std::make_unique<SqliteStore>(
      std::move(lock), std::move(writer), std::move(readers),
      options.tuning.on_queued));
}

}  // namespace twinaid::store
