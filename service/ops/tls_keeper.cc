// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/tls_keeper.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <utility>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"
#include "service/model/status_macros.h"

namespace twinaid::ops {
namespace {

absl::Status NoMemoryFile() {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "MEMORY_FILE";
  spec.en =
      "certificates cannot be kept in memory: raise the limit of open files, "
      "and mount /proc";
  spec.zh = "无法在内存中保存证书：请提高打开文件数上限，并挂载 /proc";
  return model::MakeError(spec);
}

// The descriptor; -1: there is none.
int Hold(const std::string& text) {
  const int file = ::memfd_create("twinaid-tls", MFD_CLOEXEC);
  if (file < 0) return -1;
  const auto size = static_cast<ssize_t>(text.size());
  if (::write(file, text.data(), text.size()) == size) return file;
  ::close(file);
  return -1;
}

}  // namespace

absl::StatusOr<std::unique_ptr<MemoryFile>> MemoryFile::Make(
    const std::string& text) {
  const int file = Hold(text);
  if (file < 0) return NoMemoryFile();
  std::unique_ptr<MemoryFile> made(new MemoryFile(file));
  if (::access(made->path().c_str(), R_OK) != 0) return NoMemoryFile();
  return made;
}

MemoryFile::~MemoryFile() { ::close(file_); }

absl::Status MemoryFile::Replace(const std::string& text) {
  const int next = Hold(text);
  if (next < 0) return NoMemoryFile();
  const int taken = ::dup3(next, file_, O_CLOEXEC);
  ::close(next);
  return taken == file_ ? absl::OkStatus() : NoMemoryFile();
}

std::string MemoryFile::path() const {
  return absl::StrCat("/proc/self/fd/", file_);
}

TlsKeeper::TlsKeeper(TlsFiles files, TlsTexts texts,
                     std::unique_ptr<MemoryFile> identity,
                     std::unique_ptr<MemoryFile> client_ca)
    : files_(std::move(files)),
      texts_(std::move(texts)),
      identity_(std::move(identity)),
      client_ca_(std::move(client_ca)),
      in_use_{identity_->path(), identity_->path(),
              client_ca_ == nullptr ? "" : client_ca_->path()} {}

absl::StatusOr<std::unique_ptr<TlsKeeper>> TlsKeeper::Start(TlsFiles files,
                                                            absl::Time now) {
  TWINAID_ASSIGN_OR_RETURN(TlsTexts texts, ReadTlsFiles(files, now));
  TWINAID_ASSIGN_OR_RETURN(std::unique_ptr<MemoryFile> identity,
                           MemoryFile::Make(texts.identity));
  std::unique_ptr<MemoryFile> client_ca;
  if (!files.client_ca.empty()) {
    TWINAID_ASSIGN_OR_RETURN(client_ca, MemoryFile::Make(texts.client_ca));
  }
  return std::unique_ptr<TlsKeeper>(
      new TlsKeeper(std::move(files), std::move(texts), std::move(identity),
                    std::move(client_ca)));
}

absl::StatusOr<bool> TlsKeeper::Refresh(absl::Time now) {
  absl::StatusOr<TlsTexts> read = ReadTlsFiles(files_, now);
  absl::Status found = read.status();
  if (found.ok() && *read == texts_) {
    told_ = absl::OkStatus();
    return false;
  }
  if (found.ok()) found = identity_->Replace(read->identity);
  if (found.ok() && client_ca_ != nullptr) {
    found = client_ca_->Replace(read->client_ca);
  }
  if (found.ok()) {
    texts_ = *std::move(read);
    told_ = absl::OkStatus();
    return true;
  }
  if (found == told_) return false;
  told_ = found;
  return found;
}

}  // namespace twinaid::ops
