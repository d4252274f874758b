// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A disk whose syncs fail or hang when a test says so: loaded before libc by
// LD_PRELOAD. The file that TWINAID_SYNC_FAULT names says "fail" or "hang"; a
// sync that hangs goes on when the file is gone.
#include <dlfcn.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

constexpr useconds_t kPause = 10'000;

std::string Fault() {
  const char* path = std::getenv("TWINAID_SYNC_FAULT");
  if (path == nullptr) return "";
  std::FILE* file = std::fopen(path, "re");
  if (file == nullptr) return "";
  char word[8] = {};
  const std::size_t read = std::fread(word, 1, sizeof word - 1, file);
  std::fclose(file);
  return std::string(word, read);
}

int Sync(const char* name, int fd) {
  std::string fault = Fault();
  if (fault == "fail") {
    errno = EIO;
    return -1;
  }
  while (fault == "hang") {
    ::usleep(kPause);
    fault = Fault();
  }
  using Function = int (*)(int);
  const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
  return real(fd);
}

}  // namespace

extern "C" {
int fsync(int fd) { return Sync("fsync", fd); }
int fdatasync(int fd) { return Sync("fdatasync", fd); }
}
