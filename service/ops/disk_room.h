// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// How much a file takes, and how much is left where it is.
#ifndef TWINAID_SERVICE_OPS_DISK_ROOM_H_
#define TWINAID_SERVICE_OPS_DISK_ROOM_H_

#include <cstdint>
#include <string>

#include "absl/time/time.h"

namespace twinaid::ops {

// The size of the file; 0 where there is none.
std::int64_t BytesOf(const std::string& path);

// What a program without rights may still write to the folder of the file; 0
// where it cannot be asked.
std::int64_t FreeBytesAt(const std::string& path);

// When the newest file that ends with ".backup" was last written; the Unix
// epoch where there is none.
absl::Time NewestBackupIn(const std::string& folder);

}  // namespace twinaid::ops

#endif  // TWINAID_SERVICE_OPS_DISK_ROOM_H_
