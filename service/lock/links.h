// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Where a path leads.
#ifndef TWINAID_SERVICE_LOCK_LINKS_H_
#define TWINAID_SERVICE_LOCK_LINKS_H_

#include <string>

namespace twinaid::lock {

// What a symbolic link leads to, also where that is not there (yet); a path
// that is no link as it was given.
std::string FollowLinks(const std::string& path);

}  // namespace twinaid::lock

#endif  // TWINAID_SERVICE_LOCK_LINKS_H_
