// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "service/ops/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TWINAID_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TWINAID_SANITIZED
#endif

namespace twinaid::ops {
namespace {

constexpr rlim_t kMostFiles = 65536;

}  // namespace

void KeepMemoryPrivate() {
  const rlimit none = {0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#ifndef TWINAID_SANITIZED
  ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

void AllowManyFiles() {
  rlimit files = {};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  const rlim_t wanted = std::min(kMostFiles, files.rlim_max);
  if (files.rlim_cur >= wanted) return;
  files.rlim_cur = wanted;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace twinaid::ops
