// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/secret_file/secret_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/model/errors.h"

namespace twinaid {
namespace {

constexpr int kOwnerOnly = 0600;

absl::Status CannotUse(const std::string& path, const char* cause,
                       const char* en, const char* zh) {
  model::ErrorSpec spec;
  spec.code = absl::StatusCode::kUnavailable;
  spec.reason = "SECRET_FILE";
  spec.en = en;
  spec.zh = zh;
  spec.metadata = {{"path", path}, {"cause", cause}};
  return model::MakeError(spec);
}

absl::Status CannotWrite(const std::string& path, int error) {
  return CannotUse(
      path, std::strerror(error),
      "cannot write {path} ({cause}); name a file that this user may write",
      "无法写入 {path}（{cause}）；请指定此用户可写的文件");
}

absl::Status CannotRead(const std::string& path, const char* cause) {
  return CannotUse(
      path, cause,
      "cannot read a secret from {path} ({cause}); name a file that this user "
      "may read and that holds the secret alone",
      "无法从 {path} 读取密钥（{cause}）；请指定此用户可读且仅含密钥的文件");
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

// Fills `text`, or shortens it to what there is.
bool ReadAll(int file, std::string& text) {
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = ::read(file, text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  text.resize(size);
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

absl::StatusOr<std::string> ReadSecretFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return CannotRead(path, std::strerror(errno));
  // With its line break, and one byte more to see that there is more.
  std::string text(kMaxSecretBytes + 2, '\0');
  const bool read = ReadAll(file, text);
  const int error = errno;
  ::close(file);
  if (!read) return CannotRead(path, std::strerror(error));
  if (absl::EndsWith(text, "\n")) text.pop_back();
  if (text.empty()) return CannotRead(path, "it is empty");
  if (text.size() > std::size_t{kMaxSecretBytes}) {
    return CannotRead(path, "it is too long");
  }
  return text;
}

}  // namespace twinaid
