// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Opens the transaction around a use case: once per request_id, kept or only
// tried.
#ifndef TWINAID_SERVICE_CORE_UNIT_OF_WORK_H_
#define TWINAID_SERVICE_CORE_UNIT_OF_WORK_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "service/core/context.h"
#include "service/model/clock.h"
#include "service/model/id_generator.h"
#include "service/store/store.h"

namespace twinaid::core {

// Whether a text can be a request_id: visible ASCII, at most 64 bytes. Empty is
// none, and can be one.
bool IsRequestId(absl::string_view text);

// What makes two requests the same one.
struct RequestKey {
  std::string method;        // full method name
  std::string request_id;    // empty: the request cannot be repeated safely
  std::string request_hash;  // SHA-256 hex of the request without request_id
};

// Thread-safe. `store`, `clock` and `ids` are borrowed and must outlive it.
class UnitOfWork {
 public:
  UnitOfWork(store::Store& store, const model::Clock& clock,
             model::IdGenerator& ids, NoticeSettings notices = {});

  // What comes first in a transaction of a caller: whether it may do this at
  // all. Its error ends the call before anything else is looked at, an answer
  // from before included.
  using Permit = absl::FunctionRef<absl::Status(const store::ReadTransaction&)>;

  // Runs `body` in a write transaction and returns its answer, serialised.
  // A request_id that was answered before gets that answer again and `body`
  // does not run. With validate_only all is checked and nothing kept.
  //
  // INVALID_ARGUMENT    request_id is longer than 64 bytes or not printable
  // FAILED_PRECONDITION the request_id came with another body before
  // and what `permit`, `body` and Store::Write return.
  absl::StatusOr<std::string> Mutate(
      const Caller& caller, const RequestKey& key, bool validate_only,
      Permit permit,
      absl::FunctionRef<absl::StatusOr<std::string>(Mutation&)> body);

  // A mutation that nobody waits for, with all that it needs.
  struct LaterMutation {
    Caller caller;
    RequestKey key;
    bool validate_only = false;
    std::function<absl::Status(const store::ReadTransaction&)> permit;
    std::function<absl::StatusOr<std::string>(Mutation&)> body;
    // Called once with what Mutate returns, as Store::WriteLater does.
    std::function<void(absl::StatusOr<std::string>)> done;
  };
  // The same without waiting for it.
  void MutateLater(LaterMutation mutation);

  // The same for our own work, without a key.
  absl::Status Run(const Caller& caller,
                   absl::FunctionRef<absl::Status(Mutation&)> body);

  // Runs `body` on a snapshot.
  absl::Status Read(const Caller& caller,
                    absl::FunctionRef<absl::Status(const View&)> body);

  // How many changes of principals or tokens were made, or may have been, by
  // this object. Nobody hears of a change before it is counted.
  std::int64_t access_changes() const { return access_changes_.load(); }

  // Of the clock, which it borrows.
  model::Stopwatch stopwatch() const {
    return [&clock = clock_] { return clock.Elapsed(); };
  }

 private:
  // What Mutate does in its transaction. `changes_access` is set where it
  // changes principals or tokens.
  absl::StatusOr<std::string> Once(
      store::WriteTransaction& tx, const Caller& caller, const RequestKey& key,
      Permit permit, bool& changes_access,
      absl::FunctionRef<absl::StatusOr<std::string>(Mutation&)> body);

  // Writes and waits; `body` says whether it changes principals or tokens.
  absl::Status Write(
      absl::FunctionRef<absl::Status(store::WriteTransaction&, bool&)> body,
      store::Ending ending);
  void CountAccessChange(bool changed) {
    if (changed) access_changes_.fetch_add(1);
  }

  store::Store& store_;
  const model::Clock& clock_;
  model::IdGenerator& ids_;
  const NoticeSettings notices_;
  std::atomic<std::int64_t> access_changes_{0};
};

}  // namespace twinaid::core

#endif  // TWINAID_SERVICE_CORE_UNIT_OF_WORK_H_
