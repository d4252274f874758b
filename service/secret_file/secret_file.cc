// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/secret_file/secret_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "service/model/errors.h"

namespace twinaid {
namespace {

constexpr int kOwnerOnly = 0600;

absl::Status CannotWrite(const std::string& path, int error) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "SECRET_FILE";
  spec.en =
      "cannot write {path} ({cause}); name a file that this user may write";
  spec.zh = "无法写入 {path}({cause});请指定此用户可写的文件";
  spec.metadata = {{"path", path}, {"cause", std::strerror(error)}};
  return model::MakeError(spec);
}

bool WriteAll(int file, absl::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

absl::Status WriteSecretFile(const std::string& path, absl::string_view text) {
  const std::string draft = absl::StrCat(path, ".new");
  ::unlink(draft.c_str());
  const int file =
      ::open(draft.c_str(),
             O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnerOnly);
  if (file < 0) return CannotWrite(path, errno);
  const bool written =
      WriteAll(file, absl::StrCat(text, "\n")) && ::fsync(file) == 0;
  int error = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed && std::rename(draft.c_str(), path.c_str()) == 0) {
    return absl::OkStatus();
  }
  if (written) error = errno;
  ::unlink(draft.c_str());
  return CannotWrite(path, error);
}

}  // namespace twinaid
