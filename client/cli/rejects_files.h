// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Files of the rows that an import left out.
#ifndef TWINAID_CLIENT_CLI_REJECTS_FILES_H_
#define TWINAID_CLIENT_CLI_REJECTS_FILES_H_

#include <string>
#include <vector>

#include "client/cli/session.h"
#include "client/files/folder.h"

namespace twinaid::client {

// Writes, for each file of `reading` with rows that its problems or `refused`
// are about, NAME.rejects.csv beside it, or in the folder `where` unless that
// is empty, and says so. A file of that name with other content is never
// written over, since somebody may be mending it: NAME.rejects-2.csv and so on
// are taken. Returns kDone, or kUsage where one cannot be written, said too.
int WriteRejects(Session& session, const FolderReading& reading,
                 const std::vector<Problem>& refused, const std::string& where);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_REJECTS_FILES_H_
