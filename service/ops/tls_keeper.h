// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The certificates in use, which change only to ones that fit.
#ifndef TWINAID_SERVICE_OPS_TLS_KEEPER_H_
#define TWINAID_SERVICE_OPS_TLS_KEEPER_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/ops/tls_files.h"

namespace twinaid::ops {

// A text in memory under a path of this process alone: no copy of a key comes
// to a disk.
class MemoryFile {
 public:
  // UNAVAILABLE MEMORY_FILE: no descriptor left, or /proc is not mounted.
  static absl::StatusOr<std::unique_ptr<MemoryFile>> Make(
      const std::string& text);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  // Whoever opens path() reads the old text or the new one, never a mixture.
  // The error of Make(); the old text stays.
  absl::Status Replace(const std::string& text);
  // Stays the same.
  std::string path() const;

 private:
  explicit MemoryFile(int file) : file_(file) {}
  const int file_;
};

// gRPC's file watcher of 1.51 takes a key and a certificate that are no pair,
// and then no handshake succeeds. So it is shown what this class has read and
// found right: a key and its certificate in one file, which change together.
//
// Not thread-safe.
class TlsKeeper {
 public:
  // Precondition: files.any(). The errors of ReadTlsFiles() and MemoryFile.
  static absl::StatusOr<std::unique_ptr<TlsKeeper>> Start(TlsFiles files,
                                                          absl::Time now);

  // Reads the files again. True: they have changed and are in use now. An
  // error of Start(): they do not fit, what was in use stays in use. It is told
  // once; the next call that finds the same answers false.
  absl::StatusOr<bool> Refresh(absl::Time now);

  // What to watch: key and certificate are the same file.
  const TlsFiles& in_use() const { return in_use_; }

 private:
  TlsKeeper(TlsFiles files, TlsTexts texts,
            std::unique_ptr<MemoryFile> identity,
            std::unique_ptr<MemoryFile> client_ca);

  const TlsFiles files_;
  TlsTexts texts_;
  const std::unique_ptr<MemoryFile> identity_;
  const std::unique_ptr<MemoryFile> client_ca_;  // null: there is none
  TlsFiles in_use_;
  absl::Status told_;
};

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_TLS_KEEPER_H_
