// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Brings a folder to the server: what is not there yet, in batches.
#ifndef TWINAID_CLIENT_CLI_IMPORTER_H_
#define TWINAID_CLIENT_CLI_IMPORTER_H_

#include <string>
#include <vector>

#include "client/cli/server_folder.h"
#include "client/cli/session.h"
#include "client/files/folder.h"

namespace twinaid::client {

// What became of the rows of one file.
struct ImportCount {
  std::string file;
  std::int64_t created = 0;    // or would be, in a dry run
  std::int64_t updated = 0;    // the same
  std::int64_t unchanged = 0;  // the server has them already, equal
  std::int64_t refused = 0;    // bad, in conflict, or refused by the server
};

struct ImportOptions {
  bool keep_going = false;
  bool update = false;
};

struct ImportResult {
  int code = kDone;                 // kRefused: something was refused
  std::vector<ImportCount> counts;  // in the order of creation
  // Good rows that were not taken: ROW_DIFFERS, or the server's reason.
  std::vector<Problem> refused;
};

// Creates the rows of `reading` that `server` does not have, parents before
// children, what is referred to before what refers to it, in batches that the
// server takes as a whole or not at all. A row that the server has equal, in
// the columns that the file has, is passed over, so that running an import
// again finishes a stopped one or changes nothing; one that the server has
// otherwise is a conflict, told with what differs, or with `update` changed in
// what differs, as long as it is as `etags` have it. Takes the rows out of
// `reading`.
//
// A request is named by its rows (their names and values), so that a need or
// offer that was stored, but not acknowledged, is not stored twice; for what
// can be deleted the name is of this run alone.
//
// Without `keep_going` a conflict is found before anything is stored, and the
// first refused batch ends the import: what came before stays. With it, the
// rows of a refused batch are sent one by one. Everything refused is told on
// the session's stderr with file and line. A server that cannot be reached, or
// that does not know what it did, ends the import either way; its rows are not
// counted as refused. In a dry run nothing is sent.
ImportResult Import(Session& session, FolderReading& reading, Folder server,
                    const Etags& etags, const ImportOptions& options);

}  // namespace twinaid::client

#endif  // TWINAID_CLIENT_CLI_IMPORTER_H_
