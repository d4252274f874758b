// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// The one thread that writes.
#ifndef TWINAID_SERVICE_STORE_SQLITE_WRITER_H_
#define TWINAID_SERVICE_STORE_SQLITE_WRITER_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "service/store/sqlite/checkpointer.h"
#include "service/store/sqlite/commit_observer.h"
#include "service/store/sqlite/connection.h"
#include "service/store/store.h"

namespace twinaid::store {

// Requests that are committed together at most.
inline constexpr std::size_t kMaxGroup = 256;

// Takes what is queued into one transaction, each request in a savepoint of its
// own, and answers after COMMIT returned; then it checkpoints if that is due,
// or the rest of it that a Checkpointer leaves.
//
// No room at the COMMIT, or before it where SQLite gives the transaction up for
// it: the whole group hears RESOURCE_EXHAUSTED (STORE_FULL), nothing of it is
// stored and the next group may do better. Any other failure
// of the COMMIT: the whole group hears UNKNOWN (OUTCOME_UNKNOWN). After that,
// and after an I/O error elsewhere, nothing is carried out any more.
//
// Once the file is known to be damaged, by whomever, nothing is written any
// more (DATA_LOSS): it would be lost when the file is restored, and what it
// stands on is in doubt. Thread-safe.
class Writer {
 public:
  // `damage` is what is found in the file; it outlives the writer.
  // `checkpoints` is a connection of the same mode for a Checkpointer; null:
  // there is none.
  Writer(std::unique_ptr<Connection> connection,
         std::unique_ptr<Connection> checkpoints, const SqliteTuning& tuning,
         const Damage& damage, CommitObserver on_commit = {});
  // Finishes what is queued.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // As Store::Write.
  absl::Status Write(absl::FunctionRef<absl::Status(WriteTransaction&)> body,
                     Ending ending);
  // As Store::WriteLater.
  void WriteLater(std::function<absl::Status(WriteTransaction&)> body,
                  Ending ending, std::function<void(const absl::Status&)> done);
  void SetListener(std::function<void(std::int64_t)> listener);
  // What ended the use of the store for good, damage apart; OK otherwise.
  absl::Status Health();

 private:
  struct Request {
    absl::FunctionRef<absl::Status(WriteTransaction&)> body;
    Ending ending;
    absl::Status status;
    // Of Write: somebody waits, and owns the request. Of WriteLater: nobody
    // does, and it is told. Only one of them.
    bool done = false;
    std::function<void(const absl::Status&)> tell;
  };
  // A request of WriteLater, with what it refers to, which is there before it.
  struct Kept {
    std::function<absl::Status(WriteTransaction&)> kept;
  };
  struct LaterRequest : Kept, Request {
    LaterRequest(std::function<absl::Status(WriteTransaction&)> body_in,
                 Ending ending_in,
                 std::function<void(const absl::Status&)> tell_in)
        : Kept{std::move(body_in)},
          Request{kept, ending_in, absl::OkStatus(), false,
                  std::move(tell_in)} {}
  };

  // Queues it; an error: it is not taken.
  absl::Status Queue(Request& request) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  void Work();
  // Answers those who wait, then tells the others.
  void Answer(const std::deque<Request*>& group);
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return stopping_ || !queue_.empty();
  }
  // Carries out a group; sets each status. Returns the new last seq, 0 if no
  // event was added.
  std::int64_t CarryOut(const std::deque<Request*>& group);
  // Sets the status of the request. An error: the transaction is of no more
  // use.
  absl::Status InSavepoint(Request& request);
  // COMMIT, told to the observer.
  absl::Status CommitMeasured(const std::deque<Request*>& group);
  // The same and what the group hears if it fails.
  absl::Status Commit(const std::deque<Request*>& group);
  // After a group was answered. What ends the use of the store.
  absl::Status CheckpointIfDue();
  // Nothing is carried out any more; read neither, but for damage that was met
  // where nothing was being committed.
  void StopWriting(const absl::Status& why);
  // Nothing is read or carried out any more.
  void GiveUp(const absl::Status& why);
  std::int64_t LastSeq();

  const std::unique_ptr<Connection> connection_;
  const std::unique_ptr<WriteTransaction> transaction_;
  const std::function<void()> on_queued_;
  const Damage& damage_;
  const CommitObserver on_commit_;
  std::int64_t last_seq_ = 0;  // of the writer's thread alone
  absl::Mutex mutex_;
  std::deque<Request*> queue_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  absl::Status health_ ABSL_GUARDED_BY(mutex_);
  absl::Mutex listener_mutex_;
  std::function<void(std::int64_t)> listener_ ABSL_GUARDED_BY(listener_mutex_);
  const int checkpoint_pages_;
  bool met_full_ = false;  // likewise: since it last checkpointed
  std::unique_ptr<Checkpointer> checkpointer_;  // where there is one
  std::thread thread_;
};

}  // namespace twinaid::store

#endif  // TWINAID_SERVICE_STORE_SQLITE_WRITER_H_
