// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The file that says that a restore has begun to move files and has not ended.
#ifndef TWINAID_SERVICE_STORE_SQLITE_RESTORE_MARKER_H_
#define TWINAID_SERVICE_STORE_SQLITE_RESTORE_MARKER_H_

#include <string>

namespace twinaid::store {

inline std::string RestoreMarkerOf(const std::string& database) {
  return database + ".restoring";
}

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_RESTORE_MARKER_H_
