// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A file that only its owner reads.
#ifndef TWINAID_SERVICE_SECRET_FILE_SECRET_FILE_H_
#define TWINAID_SERVICE_SECRET_FILE_SECRET_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace twinaid {

// Puts `text` and a line break into the file, mode 0600, in place of what was
// there; it is on the disk, whole, when this returns.
// UNAVAILABLE (SECRET_FILE): it cannot be written; what was there stays.
absl::Status WriteSecretFile(const std::string& path, absl::string_view text);

// The longest secret that is read, in bytes.
inline constexpr int kMaxSecretBytes = 4096;

// What the file holds, without the line break at its end.
// UNAVAILABLE (SECRET_FILE): it cannot be read, is empty, or longer than
// kMaxSecretBytes.
absl::StatusOr<std::string> ReadSecretFile(const std::string& path);

}  // namespace twinaid

#endif  // TWINAID_SERVICE_SECRET_FILE_SECRET_FILE_H_
