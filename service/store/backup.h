// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A copy of a running store in one file, from which it can be restored.
#ifndef TWINAID_SERVICE_STORE_BACKUP_H_
#define TWINAID_SERVICE_STORE_BACKUP_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace twinaid::store {

// What a backup holds.
struct Backup {
  std::string path;           // of the file
  std::int64_t bytes = 0;     // its size
  std::int64_t schema = 0;    // of the database in it
  std::int64_t last_seq = 0;  // of the newest event; 0: of an empty ledger
  std::string last_hash;      // of that event, hex; empty for none
  friend bool operator==(const Backup&, const Backup&) = default;
};

// Thread-safe.
class Backups {
 public:
  virtual ~Backups() = default;

  // Copies the store, as it stands at one moment of this call, into a file of
  // `folder`: "twinaid-20261201T102243Z-17.backup", with `now` in UTC and the
  // seq of the newest event. Readers and writers go on meanwhile; what was
  // committed before the call is in it. The file is whole and on the disk, its
  // name too, when this returns; until then it is a draft of another name
  // (".draft" at its end), which an error takes away. It is checked before it
  // gets its name: the pages and indexes, the hash of every row, the hash chain
  // of the ledger. Its owner alone may read it.
  //
  // Needs as much room in the folder as the database has bytes, and takes time
  // in proportion: call it from a thread that may be long.
  //
  // FAILED_PRECONDITION BACKUP_FOLDER: `folder` is no folder that there is
  // ALREADY_EXISTS      BACKUP_ALREADY_EXISTS: the file is there; it stays
  // RESOURCE_EXHAUSTED  BACKUP_FULL: no room in the folder
  // UNAVAILABLE         BACKUP_RUNNING: another call is under way (with a
  //                     delay); BACKUP_UNWRITABLE: the folder cannot be
  //                     written; STORE_BUSY, STORE_UNAVAILABLE
  //                     BACKUP_STOPPED: StopBackups() was called
  // DATA_LOSS           STORE_DAMAGED, ROW_DAMAGED: the store itself is
  //                     damaged; its Health() says so from then on
  virtual absl::StatusOr<Backup> CreateBackup(const std::string& folder,
                                              absl::Time now) = 0;

  // Ends the one under way soon, its draft taken away, and refuses those to
  // come: whoever stops waits for none.
  virtual void StopBackups() = 0;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_BACKUP_H_
